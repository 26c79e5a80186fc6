import type { ContentBox } from './page-size-script.ts';

/*
 * Which page says what. The browser tells where a link is drawn, so for the measuring passes every piece of text gets a
 * link of its own: `mark:7` around the first words of piece 7. It is an inline box without any style of its own, so it
 * moves nothing; it is taken away before the last pass. Destinations would do as well, but cost time that grows with
 * pages times destinations; they are kept for rows of tables that break, in which links are told on wrong pages: they do
 * not heed that the head of the table is repeated.
 */

/** The scheme of the links that measure. */
export const markScheme = 'mark:';

/** A reference to a page within the text of a piece: its id between two of these. */
export const referenceMark = '\u0001';

/**
 * Each destination is looked for on every page: some 1.5 µs. Lines of rows that break are found by destinations up to so
 * many look-ups; beyond, every block counts as said on all of its pages.
 */
const mostLookUps = 5_000_000;

/** What ids begin with that are there for measuring only. */
export const markId = 'drplan-mark-';

/** What can stand on one page only, or a part of what can break. */
export interface MarkedPiece {
  /** White space is one blank; page references are ids between two {@link referenceMark}s. */
  readonly text: string;
  /** Index of the section it belongs to, or -1. */
  readonly section: number;
  /** Index of the table head that is repeated above it, or -1. */
  readonly head: number;
  /** Number of the block that it is a part of. */
  readonly block: number;
}

/** An element that says when it goes on on the next page. */
export interface Continuing {
  readonly title: string;
  /** Indices of its pieces: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** All that the document says, in its order. */
export interface MarkedText {
  readonly pieces: readonly MarkedPiece[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly heads: readonly string[];
  readonly continuing: readonly Continuing[];
  readonly continuedText: string;
  readonly continuedFromText: string;
}

/**
 * Reads all that the document says and answers it as {@link MarkedText}. It remembers where the marks belong, for
 * {@link markScript}. What may break over pages is taken line by line: blocks that fill more lines than must stay
 * together, unless they may not break and are lower than most of a page. Lines are those of a window as wide as a page.
 */
export const readScript = ({ width, height }: ContentBox): string => String.raw`(() => {
  document.documentElement.style.width = '${width}px';
  const blocks = 'tr,p,h1,h2,h3,h4,h5,h6,li,pre,dt,dd,figure,caption,.index-entry,.block';
  const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
  const shown = (element) => element.checkVisibility();
  const skipped = (element) => element.matches('script,style,template,[data-volatile],[aria-hidden=true]:empty') || !shown(element);
  const idOf = (a) => {
    const written = (a.getAttribute('href') ?? '').slice(1);
    try { return decodeURIComponent(written); } catch { return written; }
  };
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || skipped(node)) return '';
    if (node.matches('a.page-ref[href]')) return '\u0001' + idOf(node) + '\u0001';
    if (node.matches('svg,img')) return node.outerHTML;
    return [...node.childNodes].map(textOf).join(' ');
  };
  const ordinal = (element) => {
    const list = element.parentElement;
    if (element.localName !== 'li' || list?.localName !== 'ol') return '';
    return (list.start + [...list.children].indexOf(element)) + '. ';
  };
  const texts = (node, into = []) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE && child.data.trim() !== '') into.push(child);
      if (child.nodeType === Node.ELEMENT_NODE && child.localName !== 'svg' && !skipped(child)) texts(child, into);
    }
    return into;
  };
  const canBreak = (element) => {
    const style = getComputedStyle(element);
    const { height } = element.getBoundingClientRect();
    if (style.breakInside.startsWith('avoid') && height < ${height * 0.6}) return false;
    const line = parseFloat(style.lineHeight) || 1.1 * parseFloat(style.fontSize);
    return height >= (Math.max(2, Number(style.orphans) + Number(style.widows)) - 0.5) * line;
  };

  const pieces = [], marks = [], sections = [], heads = [], continuing = [];
  let section = -1;
  let head = -1;
  let blockCount = 0;
  const add = (text, mark) => {
    pieces.push({ text: squeezed(text), section, head, block: blockCount });
    marks.push(mark);
  };
  // A long word may break anywhere, but for the name of a character that no font has.
  const split = (word) => word.split(/(\[U\+[^\]]*\])/).flatMap((part) =>
    part.startsWith('[U+') ? [part] : [...new Intl.Segmenter().segment(part)].map(({ segment }) => segment));
  const range = document.createRange();
  const topOf = (text, from, to) => {
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getClientRects()[0]?.top ?? 0;
  };
  const wordsOf = (text) => {
    const reference = text.parentElement.closest('a.page-ref[href]');
    if (reference) return [{ said: '\u0001' + idOf(reference) + '\u0001', text, from: 0, to: text.length, top: NaN }];
    const words = [];
    for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
      let from = index;
      for (const said of word.length <= 24 ? [word] : split(word)) {
        const to = from + said.length;
        words.push({ said, text, from, to, top: topOf(text, from, to) });
        from = to;
      }
    }
    return words;
  };
  // Pages break between lines: words within a line go with the one before them.
  const lines = (words, prefix, inRow) => {
    let said = [prefix];
    words.forEach((word, i) => {
      const starts = i === 0 || word.top !== words[i - 1].top;
      if (starts && i > 0) said = [];
      said.push(word.said);
      if (starts) add('', { text: word.text, from: word.from, to: word.to, inRow });
      pieces.at(-1).text = squeezed(said.join(' '));
    });
  };
  const block = (element) => {
    blockCount++;
    const inside = texts(element);
    const [first] = inside;
    const prefix = ordinal(element);
    if (!first) {
      const text = squeezed(textOf(element));
      if (text !== '' || element.querySelector('svg,img')) add(prefix + text, { element });
    } else if (!canBreak(element)) add(prefix + textOf(element), { text: first, from: 0, to: first.length });
    else {
      lines(inside.flatMap(wordsOf), prefix, element.closest('tr') !== null);
    }
  };
  const visit = (element) => {
    if (skipped(element)) return;
    if (element.localName === 'thead') {
      head = heads.push(squeezed(textOf(element))) - 1;
      return;
    }
    const outer = { section, head };
    const from = pieces.length;
    if (element.localName === 'section' && section === -1 && element.id !== '') {
      const title = element.querySelector('h1');
      section = sections.push({ id: element.id, title: title ? squeezed(textOf(title)) : '' }) - 1;
    }
    const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '';
    if (element.matches(blocks) || element.parentElement.localName === 'dl' || element.matches('svg,img') || [...element.childNodes].some(isText)) block(element);
    else for (const child of [...element.children]) visit(child);
    if (element.hasAttribute('data-continues') && pieces.length > from)
      continuing.push({ title: element.getAttribute('data-continues'), from, to: pieces.length });
    section = outer.section;
    if (element.localName === 'table') head = outer.head;
  };
  for (const child of document.body.children) if (!child.matches('.blank-page')) visit(child);
  document.documentElement.style.width = '';
  globalThis.drplanMarks = marks;
  const { continuedText = '', continuedFromText = '' } = document.body.dataset;
  return JSON.stringify({ pieces, sections, heads, continuing, continuedText, continuedFromText });
})()`;

/** What was put in: ids by number of the piece, and whether it is exact for blocks that break. */
export interface Marks {
  readonly exact: boolean;
  readonly destinations: readonly (readonly [number, string])[];
}

/** Puts the marks in and answers {@link Marks}. What has no text is found by a destination: an id, and a link to it that is not shown. */
export const markScript = `(() => {
  const link = (number) => {
    const a = document.createElement('a');
    a.href = '${markScheme}' + number;
    a.style.all = 'unset';
    return a;
  };
  const lead = (id, number) => {
    const a = document.createElement('a');
    a.href = '#' + id;
    a.dataset.mark = number;
    targets.append(a);
  };
  const target = (number) => {
    const span = document.createElement('span');
    span.style.all = 'unset';
    span.id = '${markId}' + number;
    lead(span.id, number);
    return span;
  };
  const restore = [];
  const targets = document.createElement('div');
  targets.hidden = true;
  const pages = document.documentElement.scrollHeight / window.innerHeight;
  const exact = globalThis.drplanMarks.filter((mark) => mark.inRow).length * pages <= ${mostLookUps};
  const byText = new Map();
  globalThis.drplanMarks.forEach((mark, number) => {
    if (mark.text) {
      if (!byText.has(mark.text)) byText.set(mark.text, []);
      byText.get(mark.text).push({ ...mark, number });
    }
    else {
      const before = mark.element.getAttribute('id');
      mark.element.id ||= '${markId}' + number;
      lead(mark.element.id, number);
      if (before === null) restore.push(() => mark.element.removeAttribute('id'));
    }
  });
  for (const [text, marks] of byText) {
    const parts = [];
    let at = 0;
    for (const { from, to, number, inRow } of marks) {
      if (from > at) parts.push(text.data.slice(at, from));
      const a = inRow && exact ? target(number) : link(number);
      a.textContent = text.data.slice(from, to);
      parts.push(a);
      at = to;
    }
    if (at < text.length) parts.push(text.data.slice(at));
    const nodes = parts.map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
    text.replaceWith(...nodes);
    restore.push(() => {
      nodes[0].before(text);
      for (const node of nodes) node.remove();
    });
  }
  document.body.append(targets);
  restore.push(() => targets.remove());
  globalThis.drplanUnmark = () => { for (const undo of restore) undo(); };
  const destinations = [...targets.children].map((a) => [Number(a.dataset.mark), a.getAttribute('href').slice(1)]);
  return JSON.stringify({ exact, destinations });
})()`;

/** Takes the marks away again: the document is as it was before. */
export const unmarkScript = 'globalThis.drplanUnmark()';
