import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import type { Path } from '../../src/diagnostics/location.ts';
import { read, slice } from './support.ts';

const word = fc.stringMatching(/^[a-zäß漢😀][a-z0-9äß漢😀]{0,8}$/u);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 5 }),
  ),
})).value;
const plan = fc.dictionary(word, value, { minKeys: 1, maxKeys: 6 });

/** All paths to texts, with the text. */
function texts(root: unknown): [Path, string][] {
  const found: [Path, string][] = [];
  const open: [Path, unknown][] = [[[], root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, at] = next;
    if (typeof at === 'string') found.push([path, at]);
    else if (Array.isArray(at))
      at.forEach((v, i) => {
        open.push([[...path, i], v]);
      });
    else if (at !== null) for (const [k, v] of Object.entries(at as object)) open.push([[...path, k], v]);
  }
  return found;
}

describe('locate', () => {
  it('points at exactly the text of every key and value, whatever the layout and line ends', () => {
    let checked = 0;
    fc.assert(
      fc.property(plan, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (data, eol, flow, bom) => {
        const written = yaml.stringify(data, {
          collectionStyle: flow ? 'flow' : 'any',
          defaultStringType: 'PLAIN',
          lineWidth: 0,
        });
        const text = (bom ? '\ufeff' : '') + written.replaceAll('\n', eol);
        const document = read(text).documents[0];
        expect(document?.data).toEqual(data);
        for (const [path, scalar] of texts(data)) {
          checked++;
          expect(document && slice(text, document.locate(path))).toBe(scalar);
          const key = path.at(-1);
          if (typeof key === 'string') expect(document && slice(text, document.locate(path, true))).toBe(key);
          expect(document?.locate([...path.slice(0, -1), 'not-there-0'])).toEqual(
            document?.locate(path.slice(0, -1), true),
          );
        }
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(checked).toBeGreaterThan(500);
  });

  it('includes brackets and quotes, and shows a value without text at its key', () => {
    const text = 'a: [1, {b: "x"}, ]  # c\nd: \'y\'\ne:\n';
    const document = read(text).documents[0];
    const at = (path: Path) => document && slice(text, document.locate(path));
    expect(at(['a'])).toBe('[1, {b: "x"}, ]');
    expect(at(['a', 1])).toBe('{b: "x"}');
    expect(at(['a', 1, 'b'])).toBe('"x"');
    expect(at(['d'])).toBe("'y'");
    expect(at(['e'])).toBe('e');
    expect(at(['a', 7])).toBe('a');
  });
});
