import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FoundBrowser } from '../../../src/adapters/browser/found-browser.ts';
import { main } from '../../../src/cli/main.ts';
import type { PrintedPdf } from '../../../src/ports.ts';
import { fakePorts } from '../../support/ports.ts';
import { numbers, randomPlan } from '../../support/random-plan.ts';
import { folderForTest, hasTool, tool } from '../support/tools.ts';
import { browserForTest, documentWith, fingerprint, printForTest } from './support.ts';

const found = await browserForTest();
const tools = ['pdftotext', 'pdfinfo'].every((name) => hasTool(name));

type Plan = Readonly<Record<string, string>>;

/** The HTML of the binder of a plan, as the program hands it to the printer. */
async function htmlOf(plan: Plan): Promise<string> {
  const ports = fakePorts(plan, { browser: true });
  await main(['print', '--out', 'binder.pdf', '--today', '2026-11-23'], ports);
  const [job] = ports.printed;
  if (!job) throw new Error(ports.stderr());
  return job.html;
}

const words = 'check the door of room and call what stands on the label before the second cable is pulled out'.split(
  ' ',
);

/** People with telephones, and a procedure whose texts are of all lengths. */
function more(seed: number): string {
  const random = numbers(seed + 1000);
  const sentence = (most: number): string =>
    Array.from({ length: 1 + random(most) }, () => words[random(words.length)]).join(' ');
  const people = Array.from({ length: 3 + random(9) }, (_, i) => {
    const number = `+49 30 ${5_000_000 + random(4_000_000)}`;
    return `  p-${i}: {name: Person ${i}, phones: [{kind: mobile, number: "${number}"}]}`;
  });
  const procedures = Array.from({ length: 1 + random(5) }, (_, p) => {
    const steps = Array.from({ length: 1 + random(14) }, () => {
      const takes = 1 + random(50);
      return `      - {do: "${sentence(12)}", expect: "E${sentence(random(6) === 0 ? 900 : 25)}", takes: ${takes}m}`;
    });
    const title = `title: "How ${p}"`;
    return `  how-${p}:\n    ${title}\n    action: restart\n    success: "S${sentence(200)}"\n    steps:\n${steps.join('\n')}`;
  });
  return `people:\n${people.join('\n')}\nprocedures:\n${procedures.join('\n')}\n`;
}

/** A document of blocks that break over pages: long paragraphs, lists, commands, rows higher than a page, columns. */
function longBlocks(seed: number): string {
  const random = numbers(seed);
  let token = 0;
  const prose = (most: number): string =>
    Array.from({ length: 1 + random(most) }, () => {
      token++;
      if (random(150) === 0) return `t${token}t${'y'.repeat(400)}`;
      return random(40) === 0 ? `<b>t${token}t</b>` : `t${token}t`;
    }).join(' ');
  const some = (most: number, make: () => string): string => Array.from({ length: 1 + random(most) }, make).join('');
  const table = (): string =>
    `<table><thead><tr><th>${prose(3)}</th><th>${prose(3)}</th></tr></thead><tbody>${some(12, () => `<tr><td>${prose(8)}</td><td>${prose(random(5) === 0 ? 500 : 20)}</td></tr>`)}</tbody></table>`;
  const kinds: readonly (() => string)[] = [
    () => `<p>${prose(300)}</p>`,
    () => `<h2>${prose(6)}</h2><p>${prose(20)}</p>`,
    () => `<ol start="${1 + random(5)}">${some(9, () => `<li>${prose(60)}</li>`)}</ol>`,
    () => `<ul><li>${prose(30)}<ul>${some(5, () => `<li><p>${prose(40)}</p></li>`)}</ul></li></ul>`,
    () => `<pre style="white-space:pre-wrap;overflow-wrap:anywhere">${some(30, () => `${prose(5)}\n`)}</pre>`,
    table,
    () => `<dl>${some(6, () => `<div><dt>${prose(3)}</dt><dd>${prose(40)}</dd></div>`)}</dl>`,
    () => `<div>${prose(100)}</div>`,
    () => `<div style="columns:2">${some(40, () => `<div class="index-entry">${prose(5)}</div>`)}</div>`,
    () => `<p>see <a class="page-ref" href="#c${random(3)}"></a> ${prose(90)}</p>`,
  ];
  const chapter = (i: number): string =>
    `<section id="c${i}" class="chapter"${random(2) === 0 ? ' data-recto' : ''}><h1>Chapter ${i}</h1>${some(14, () => (kinds[random(kinds.length)] as () => string)())}</section>`;
  const css =
    '<style>body{margin:0;overflow-wrap:anywhere}table{width:100%;table-layout:fixed}thead{display:table-header-group}</style>';
  return documentWith(Array.from({ length: 3 }, (_, i) => chapter(i)).join(''), css);
}

const example = (name: string): Plan => {
  const dir = new URL(`../../../examples/${name}/`, import.meta.url);
  const files = readdirSync(dir).filter((file) => file.endsWith('.yaml'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, dir), 'utf8')]));
};

const random = (seed: number): Plan => ({ 'drplan.yaml': randomPlan(seed, 12), 'more.yaml': more(seed) });

/** Replaces one of the matches of `pattern` in one of the files. */
function changed(plan: Plan, pattern: RegExp, pick: number, to: (match: string) => string): Plan {
  const places = Object.entries(plan).flatMap(([file, text]) => [...text.matchAll(pattern)].map((m) => ({ file, m })));
  const { file, m } = places[pick % places.length] as (typeof places)[number];
  const text = plan[file] as string;
  const at = m.index as number;
  return { ...plan, [file]: text.slice(0, at) + to(m[0]) + text.slice(at + m[0].length) };
}

const edits: readonly (readonly [name: string, edit: (plan: Plan, pick: number) => Plan])[] = [
  ['a telephone number', (plan, pick) => changed(plan, /\+49 30 [\d ]+/g, pick, (number) => `${number}977`)],
  ['a step', (plan, pick) => changed(plan, /expect: "?[A-Z]/g, pick, (text) => `${text}quite other `)],
  ['a long text', (plan, pick) => changed(plan, /success: "?[A-Z]/g, pick, (text) => `${text}${'longer '.repeat(40)}`)],
  ['a row', (plan, pick) => changed(plan, /^people:\n/gm, pick, (text) => `${text}  new-one: {name: New One}\n`)],
];

describe.skipIf(!found || !tools)('the fingerprint of a page', () => {
  const browser = found as FoundBrowser;
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  beforeAll(async () => {
    folder = await folderForTest();
  });
  afterAll(() => folder?.remove());

  interface Paper {
    readonly printed: PrintedPdf;
    /** Text of each page without header and footer, and without white space. */
    readonly texts: readonly string[];
  }
  let count = 0;
  /** Between the margins of a page, in points, as pdftotext wants it. */
  const a4 = ['-x', '0', '-y', '66', '-W', '600', '-H', '714'];
  const a5 = ['-x', '0', '-y', '42', '-W', '420', '-H', '511'];
  const print = async (plan: Plan): Promise<Paper> => printHtml(await htmlOf(plan), a4);
  async function printHtml(html: string, body: readonly string[]): Promise<Paper> {
    const printed = await printForTest(browser, { html, fingerprint });
    const path = join(folder.path, `${count++}.pdf`);
    await writeFile(path, printed.bytes);
    const texts = tool('pdftotext', '-layout', ...body, path, '-')
      .split('\f')
      .slice(0, -1);
    expect(texts).toHaveLength(printed.pages);
    // What changes with every print (fingerprint of the plan, commit, day) does not make a page another one.
    const passing = [...html.matchAll(/ data-volatile[^>]*>([^<]+)</g)].map((m) => (m[1] ?? '').replace(/\s+/g, ''));
    const lasting = (text: string): string => passing.reduce((rest, said) => rest.replaceAll(said, ''), text);
    return { printed, texts: texts.map((text) => lasting(text.replace(/\s+/g, ''))) };
  }

  /** Pages, from 1, on which two papers differ by what `of` tells of a page. */
  const differing = (a: Paper, b: Paper, of: (paper: Paper, page: number) => string | undefined): readonly number[] =>
    Array.from({ length: Math.max(a.texts.length, b.texts.length) }, (_, i) => i + 1).filter(
      (page) => of(a, page) !== of(b, page),
    );
  const text = ({ texts }: Paper, page: number): string | undefined => texts[page - 1];
  const leaf = ({ printed }: Paper, page: number): string | undefined => {
    const known = printed.leaves[page - 1];
    return known && (known.blank ? 'blank' : known.fingerprint);
  };

  const plans: readonly (readonly [string, Plan])[] = [
    ['small-office', example('small-office')],
    ...Array.from({ length: 8 }, (_, seed) => [`random plan ${seed}`, random(seed)] as const),
  ];
  let cases = 0;
  test.each(plans)('changes exactly where the text of %s does', async (name, plan) => {
    const before = await print(plan);
    for (const [i, [what, edit]] of edits.entries()) {
      if (name !== 'small-office' && i % 2 === plans.findIndex(([n]) => n === name) % 2 && i > 1) continue;
      const after = await print(edit(plan, cases * 7 + i));
      const pages = differing(before, after, text);
      expect(pages.length, `${what} is on the paper`).toBeGreaterThan(0);
      expect(differing(before, after, leaf), `${name}: ${what}`).toEqual(pages);
      cases++;
    }
  });
  test('was tried often enough', () => void expect(cases).toBeGreaterThanOrEqual(20));

  test.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'changes exactly where a block that breaks does, %i',
    async (seed) => {
      const html = longBlocks(seed);
      const tokens = [...html.matchAll(/t\d+t/g)];
      const before = await printHtml(html, a5);
      expect(before.printed.pages).toBeGreaterThan(4);
      for (const edit of [(token: string) => token.replaceAll('t', 'z'), (token: string) => `${token} ${token} more`]) {
        const token = tokens[(seed * 7919) % tokens.length] as RegExpExecArray;
        const at = token.index as number;
        const after = await printHtml(html.slice(0, at) + edit(token[0]) + html.slice(at + token[0].length), a5);
        const pages = differing(before, after, text);
        expect(pages.length).toBeGreaterThan(0);
        expect(differing(before, after, leaf)).toEqual(pages);
      }
    },
  );

  test('is on exactly the pages that show a telephone number when that is what changes', async () => {
    const plan = example('small-office');
    const [before, after] = [await print(plan), await print(edits[0]?.[1](plan, 0) as Plan)];
    const shows = after.texts.flatMap((said, i) => (said.includes('+49305550101977') ? [i + 1] : []));
    expect(shows.length).toBeGreaterThan(1);
    expect(shows.length).toBeLessThan(after.texts.length / 2);
    expect(differing(before, after, leaf)).toEqual(expect.arrayContaining(shows));
    expect(differing(before, after, leaf)).toEqual(differing(before, after, text));
  });

  test('is the same for the same plan, and from a layout without a print', async () => {
    const plan = random(3);
    const [one, two] = [await print(plan), await print(plan)];
    expect(one.printed.leaves).toEqual(two.printed.leaves);
    expect(createHash('sha256').update(one.printed.bytes).digest('hex')).toBe(
      createHash('sha256').update(two.printed.bytes).digest('hex'),
    );
  });
});
