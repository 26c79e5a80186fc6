import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startBrowser } from '../../../src/adapters/browser/start-browser.ts';
import { cutText, type Face, textWidth, wrapText } from '../../../src/render/pictures/text-width.ts';
import { browserForTest } from '../../adapters/browser/support.ts';

const found = await browserForTest();

const fonts = { plain: [400, 'A'], bold: [700, 'A'], mono: [400, 'M'], monoBold: [700, 'M'] } as const;
const file = { A: 'atkinson-hyperlegible-next', M: 'ibm-plex-mono' } as const;
const samples = [
  'The quick brown fox jumps over the lazy dog 0123456789',
  'Domain controller 1 (physical)',
  'core-hafen-1',
  '192.0.2.15, 2001:db8::1/64',
  'Größe, Überlauf, Straße, Ärger, façade, señor, Ångström',
  'WWWWWWWWWW iiiiiiiiii ~~~ @@@ ### |||',
  'RTO 1 h 30 min BROKEN: 0:30 – never · …',
];

describe.skipIf(!found)('the width of a text', () => {
  test('is what a browser measures with the fonts of the binder: no more than a hundredth less', async () => {
    const running = await startBrowser(found as NonNullable<typeof found>, process.env);
    try {
      const page = await running.browser.newPage();
      const faces = Object.entries(file).flatMap(([family, name]) =>
        [400, 700].map((weight) => {
          const data = readFileSync(`templates/binder/fonts/${name}-latin-${weight}-normal.woff2`).toString('base64');
          return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
        }),
      );
      const uses = Object.values(fonts).map(([weight, family]) => `<p style="font:${weight} 9px ${family}">x</p>`);
      await page.setContent(`<style>${faces.join('')}</style>${uses.join('')}`);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      for (const [face, [weight, family]] of Object.entries(fonts)) {
        const measured = (await page.evaluate(
          `(() => { const c = document.createElement('canvas').getContext('2d'); c.font = '${weight} 1000px ${family}'; return ${JSON.stringify(samples)}.map((t) => c.measureText(t).width); })()`,
        )) as number[];
        samples.forEach((sample, i) => {
          const own = textWidth(sample, 1000, face as Face);
          expect(own, `${face}: ${sample}`).toBeGreaterThanOrEqual((measured[i] as number) * 0.99);
          expect(own, `${face}: ${sample}`).toBeLessThanOrEqual((measured[i] as number) * 1.12);
        });
      }
    } finally {
      await running.stop();
    }
  });
});

describe('texts that are too long', () => {
  test('are cut with an ellipsis, letters with marks and families whole', () => {
    expect(cutText('abc', 100, 10, 'mono')).toBe('abc');
    expect(cutText('abcdefgh', 36, 10, 'mono')).toMatch(/^abc?d?…$/);
    for (const text of ['e\u0301'.repeat(50), '👩‍🚒'.repeat(20), '数据库'.repeat(20)]) {
      const cut = cutText(text, 60, 8, 'plain');
      expect(textWidth(cut, 8, 'plain')).toBeLessThanOrEqual(60);
      expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      expect(cut).toMatch(/[\u0301🚒数据库]…$/u);
    }
  });

  test('are broken at spaces and at the joints of identifiers, never in more lines than allowed', () => {
    expect(wrapText('core-hafen-1', 40, 8, 'mono', 2)).toEqual(['core-', 'hafen-1']);
    expect(wrapText('a b', 100, 8, 'plain', 2)).toEqual(['a b']);
    expect(wrapText('', 100, 8, 'plain', 2)).toEqual([]);
    const many = wrapText('word '.repeat(50), 60, 8, 'plain', 3);
    expect(many).toHaveLength(3);
    expect(many[2]).toMatch(/…$/);
    for (const line of many) expect(textWidth(line, 8, 'plain')).toBeLessThanOrEqual(60);
  });
});
