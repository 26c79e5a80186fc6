import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { read } from './support.ts';

const seedText = `drplan: 1
servers:
  srv-1:
    name: "Mail: main"   # comment
    cpu: 4
    tags: [a, 'b c', {x: 1}]
    notes: |
      one
        two
    dependsOn:
      - dns
      - {id: db, when: serve}
      - anyOf: [a, b]
    text: >-
      folded
      words
  srv-2: {name: 0100, phone: +49 30 1, empty: }
`;
const dictionary = [
  ':',
  ': ',
  '- ',
  '\n',
  '  ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '#',
  ' #',
  '|',
  '>',
  '&a ',
  '*a',
  '!',
  '%',
  '?',
  '\t',
  '---\n',
  'a',
  '0',
  '~',
  '\r\n',
  'é',
];

/** mulberry32: a small generator with a seed, so that a failure can be repeated. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function mutate(random: () => number): string {
  let text = seedText;
  const times = 1 + Math.floor(random() * 3);
  for (let i = 0; i < times; i++) {
    const at = Math.floor(random() * text.length);
    const cut = random() < 0.5 ? Math.floor(random() * 4) : 0;
    text = text.slice(0, at) + (dictionary[Math.floor(random() * dictionary.length)] ?? '') + text.slice(at + cut);
  }
  return text;
}

/** What the other reader says, with empty plain scalars as null; undefined when it refuses. */
function other(text: string): readonly unknown[] | undefined {
  const documents = yaml.parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: true, merge: false });
  if ('empty' in documents && documents.empty) return [];
  const list = documents as readonly yaml.Document.Parsed[];
  if (list.some((d) => d.errors.length > 0 || d.warnings.length > 0)) return undefined;
  for (const d of list) {
    yaml.visit(d, {
      Scalar: (_, node) => {
        if (node.type === 'PLAIN' && node.source === '') node.value = null;
      },
    });
  }
  return list.map((d) => d.toJS() as unknown);
}

describe('the event builder against a second reader', () => {
  it('agrees on all mutated plans that both accept, and never throws', () => {
    const random = generator(20_261_123);
    let agreed = 0;
    const different: string[] = [];
    for (let i = 0; i < 3000; i++) {
      const text = mutate(random);
      const file = read(text);
      for (const { location } of file.findings)
        expect(location.range?.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      if (file.findings.some((f) => f.severity === 'error')) continue;
      const theirs = other(text);
      if (theirs === undefined) continue;
      const ours = file.documents.map((d) => d.data);
      if (JSON.stringify(ours) === JSON.stringify(theirs)) agreed++;
      else different.push(text);
    }
    expect(different).toEqual([]);
    expect(agreed).toBeGreaterThan(300);
  });
});
