import type { PrintedPage } from '../../ports.ts';
import { type MarkedText, referenceMark } from './mark-script.ts';
import type { PageSpan } from './page-layout.ts';

/** A page and what depends on it in its header and footer. */
export interface Leaf extends PrintedPage {
  /** What goes on on the next page says so; empty when nothing does. */
  readonly continued: string;
  /** What the page begins in the middle of; empty when it begins with something new. */
  readonly continuedFrom: string;
}

interface Paging {
  readonly pages: number;
  /** The pages of each piece of text: one, but for blocks that were not measured line by line. */
  readonly pieces: readonly PageSpan[];
  readonly blankPages: ReadonlySet<number>;
  /** What a page reference to an id says. */
  readonly reference: (id: string) => string;
}

const references = new RegExp(`${referenceMark}([^${referenceMark}]*)${referenceMark}`, 'g');

/** The texts of the pages, from page 1, each with the index of its section (-1: none). */
function textsOf(
  marked: MarkedText,
  { pages, pieces, reference }: Paging,
): readonly { readonly section: number; readonly text: string }[] {
  const lines = Array.from({ length: pages }, (): string[] => []);
  const sections = Array.from({ length: pages }, (): number | undefined => undefined);
  const blocks: number[] = [];
  const headOn = new Set<string>();
  const fill = (text: string): string => text.replace(references, (_, id: string) => reference(id));
  marked.pieces.forEach((piece, i) => {
    const { first, last } = pieces[i] as PageSpan;
    for (let page = first; page <= last; page++) {
      const said = lines[page - 1] as string[];
      sections[page - 1] ??= piece.section;
      // The head of a table is repeated on every page on which a row of it stands.
      const head = `${piece.head} ${page}`;
      if (piece.head !== -1 && !headOn.has(head)) said.push(fill(marked.heads[piece.head] as string));
      headOn.add(head);
      const text = fill(piece.text);
      // Lines of one block are joined: where they break is not what they say.
      if (blocks[page - 1] === piece.block) said.push(`${said.pop()} ${text}`);
      else said.push(text);
      blocks[page - 1] = piece.block;
    }
  });
  let last = -1;
  return lines.map((said, i) => {
    last = sections[i] ?? last;
    const title = marked.sections[last]?.title ?? '';
    return { section: last, text: [title, ...said].join('\n') };
  });
}

/** What goes on: on which pages, from the one on which it begins in the middle; the innermost has the last word. */
function continuations(marked: MarkedText, { pages, pieces }: Paging) {
  const continued = new Set<number>();
  const from = new Map<number, { readonly title: string; readonly size: number }>();
  for (const element of marked.continuing) {
    let first = pages + 1;
    let last = 0;
    for (let i = element.from; i < element.to; i++) {
      first = Math.min(first, (pieces[i] as PageSpan).first);
      last = Math.max(last, (pieces[i] as PageSpan).last);
    }
    for (let page = first; page < last; page++) {
      continued.add(page);
      const known = from.get(page + 1);
      const size = element.to - element.from;
      if (!known || known.title === '' || (element.title !== '' && size < known.size))
        from.set(page + 1, { title: element.title, size });
    }
  }
  return { continued, from };
}

/** All pages with what they say: section, fingerprint, what goes on. */
export function leavesOf(
  marked: MarkedText,
  paging: Paging,
  fingerprint: ((text: string) => string) | undefined,
): readonly Leaf[] {
  const { continued, from } = continuations(marked, paging);
  return textsOf(marked, paging).map(({ section, text }, i): Leaf => {
    const number = i + 1;
    if (paging.blankPages.has(number))
      return { number, section: '', fingerprint: '', blank: true, continued: '', continuedFrom: '' };
    const begun = from.get(number);
    return {
      number,
      section: marked.sections[section]?.id ?? '',
      fingerprint: fingerprint?.(text) ?? '',
      blank: false,
      continued: continued.has(number) ? marked.continuedText : '',
      continuedFrom: begun ? [marked.continuedFromText, begun.title].filter(Boolean).join(' ') : '',
    };
  });
}
