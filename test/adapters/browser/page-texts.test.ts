import { describe, expect, test } from 'vitest';
import type { MarkedPiece, MarkedText } from '../../../src/adapters/browser/mark-script.ts';
import type { PageSpan } from '../../../src/adapters/browser/page-layout.ts';
import { leavesOf } from '../../../src/adapters/browser/page-texts.ts';
import { wholeBlocks } from '../../../src/adapters/browser/render-pages.ts';

const piece = (text: string, block: number, head = -1): MarkedPiece => ({ text, block, head, section: 0 });
const on = (first: number, last = first): PageSpan => ({ first, last });
const marked = (pieces: readonly MarkedPiece[], more: Partial<MarkedText> = {}): MarkedText => ({
  pieces,
  sections: [{ id: 's', title: 'Section' }],
  heads: ['Head'],
  continuing: [],
  continuedText: 'goes on',
  continuedFromText: 'from',
  ...more,
});
const textsOf = (text: MarkedText, pieces: readonly PageSpan[], pages: number, blank: readonly number[] = []) =>
  leavesOf(text, { pages, pieces, blankPages: new Set(blank), reference: (id) => `<${id}>` }, (said) => said);

describe('the text of a page', () => {
  test('is the title of its section and its blocks; the head of a table is on each page with a row', () => {
    const text = marked([
      piece('a', 1),
      piece('row 1', 2, 0),
      piece('row 2', 3, 0),
      piece('row 3', 4, 0),
      piece('z', 5),
    ]);
    const leaves = textsOf(text, [on(1), on(1), on(1), on(2), on(3)], 3);
    expect(leaves.map((leaf) => leaf.fingerprint)).toEqual([
      'Section\na\nHead\nrow 1\nrow 2',
      'Section\nHead\nrow 3',
      'Section\nz',
    ]);
  });

  test('has the numbers of its references, and lines of one block in one', () => {
    const text = marked([piece('see \u0001x.y\u0001 and', 1), piece('\u0001z\u0001', 1), piece('next', 2)]);
    const [first] = textsOf(text, [on(1), on(1), on(1)], 1);
    expect(first?.fingerprint).toBe('Section\nsee <x.y> and <z>\nnext');
  });

  test('of a blank page is nothing; of a page without text it is the section', () => {
    const leaves = textsOf(marked([piece('a', 1), piece('b', 2)]), [on(1), on(4)], 4, [2]);
    expect(leaves.map((leaf) => [leaf.section, leaf.fingerprint, leaf.blank])).toEqual([
      ['s', 'Section\na', false],
      ['', '', true],
      ['s', 'Section', false],
      ['s', 'Section\nb', false],
    ]);
  });

  test('what goes on is told up to its last page; the innermost title has the last word', () => {
    const text = marked([piece('a', 1), piece('b', 2), piece('c', 3), piece('d', 4)], {
      continuing: [
        { title: '', from: 1, to: 3 },
        { title: 'inner', from: 0, to: 2 },
        { title: 'outer', from: 0, to: 4 },
      ],
    });
    const leaves = textsOf(text, [on(1), on(2), on(3), on(4)], 4);
    expect(leaves.map((leaf) => leaf.continuedFrom)).toEqual(['', 'from inner', 'from outer', 'from outer']);
    expect(leaves.map((leaf) => leaf.continued)).toEqual(['goes on', 'goes on', 'goes on', '']);
  });

  test('a block that was not measured line by line is on all of its pages', () => {
    const pieces = [piece('a', 1), piece('b', 1), piece('c', 2)];
    const spans = wholeBlocks(marked(pieces), [on(1), on(3), on(3)]);
    expect(spans).toEqual([on(1, 3), on(1, 3), on(3)]);
    const leaves = textsOf(marked(pieces), spans, 3);
    expect(leaves.map((leaf) => leaf.fingerprint)).toEqual(['Section\na b', 'Section\na b', 'Section\na b\nc']);
  });
});
