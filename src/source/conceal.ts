import type { Location, Range } from '../diagnostics/location.ts';
import { removed, secretsIn } from '../diagnostics/secrets.ts';
import { setOwn } from './build.ts';
import type { Lines } from './lines.ts';
import { entrySpan, type PlaceBook, type Span } from './places.ts';

/** A place where something was written that looks like a secret. The text itself is not kept. */
export interface FoundSecret {
  /** What it looks like: "a private key". */
  readonly looksLike: string;
  readonly at: Location;
  /** The element or object it stands in; absent in a comment. */
  readonly element?: string;
}

/** What was taken out of one file, and the lines that must not be shown. */
export interface Concealed {
  readonly secrets: readonly FoundSecret[];
  readonly lines: ReadonlySet<number>;
}

type Step = string | number;

/** One text without its secrets, and where they stood in it. */
function cut(text: string, field: string | undefined): { readonly rest: string; readonly parts: readonly Cut[] } {
  const parts = secretsIn(text, field);
  let rest = '';
  let from = 0;
  for (const { start, end } of parts) {
    rest += text.slice(from, start) + removed;
    from = end;
  }
  return { rest: rest + text.slice(from), parts: parts.map((p) => ({ ...p, text: text.slice(p.start, p.end) })) };
}

type Cut = ReturnType<typeof secretsIn>[number] & { readonly text: string };

/** Where a part of a value is written: exactly, unless escapes or line breaks stand between. */
function spanOfPart(source: string, [start, end]: Span, part: Cut): Span {
  const written = source.slice(start, end);
  const shift = /^["']/.test(written) ? 1 : 0;
  const expected = start + shift + part.start;
  if (source.startsWith(part.text, expected)) return [expected, expected + part.text.length];
  const at = written.indexOf(part.text);
  return at < 0 ? [start, end] : [start + at, start + at + part.text.length];
}

const elementOf = (path: readonly Step[]): string | undefined => {
  const name = typeof path[1] === 'string' ? path[1] : path[0];
  return name === undefined ? undefined : `${name}`;
};

/** The span that holds `offset`, among sorted ones. */
function covered(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = spans[middle] as Span;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return true;
  }
  return false;
}

/**
 * Takes what looks like a secret out of the values of a file, in place and before anybody else sees them; secrets in
 * comments and in parts that could not be read are found in the text. Iterative.
 */
export function conceal(
  file: string,
  lines: Lines,
  documents: readonly { readonly value: unknown; readonly span: Span }[],
  book: PlaceBook,
): Concealed {
  const secrets: FoundSecret[] = [];
  const hidden = new Set<number>();
  const spans: Span[] = [];
  const hide = ({ line, endLine }: Range): void => {
    for (let n = line; n <= endLine; n++) hidden.add(n);
  };
  const report = (looksLike: string, document: number, path: readonly Step[], range: Range): void => {
    const element = elementOf(path);
    secrets.push({ looksLike, at: { file, document, path, range }, ...(element === undefined ? {} : { element }) });
  };

  /** The text as it may be shown. */
  const shown = (text: string, span: Span, document: number, path: readonly Step[], field?: string): string => {
    const { rest, parts } = cut(text, field);
    if (parts.length === 0) return text;
    hide(lines.range(span[0], span[1]));
    for (const part of parts)
      report(part.looksLike, document, path, lines.range(...spanOfPart(lines.text, span, part)));
    return rest;
  };

  const seen = new Set<object>();
  for (const [document, root] of documents.entries()) {
    const stack: (readonly [value: object, path: readonly Step[]])[] = [];
    if (root.value !== null && typeof root.value === 'object') stack.push([root.value, []]);
    for (let next = stack.pop(); next; next = stack.pop()) {
      const [value, path] = next;
      const places = book.get(value);
      if (seen.has(value) || !places) continue;
      seen.add(value);
      const names: readonly Step[] = Array.isArray(value) ? value.map((_, i) => i) : [...places.keys];
      for (const [i, name] of names.entries()) {
        const span = entrySpan(places, i, 2);
        const child: unknown = (value as Record<Step, unknown>)[name];
        if (typeof child === 'string') {
          spans.push(span);
          const field =
            typeof name === 'string' ? name : typeof path.at(-1) === 'string' ? `${path.at(-1)}` : undefined;
          const rest = shown(child, span, document, [...path, name], field);
          if (rest !== child) setOwn(value as Record<string, unknown>, `${name}`, rest);
        } else if (child !== null && typeof child === 'object') stack.push([child, [...path, name]]);
      }
      concealKeys(value, places, (key, span) => shown(key, span, document, path));
    }
  }

  const inText = secretsIn(lines.text);
  if (inText.length > 0) spans.sort((a, b) => a[0] - b[0]);
  for (const { looksLike, start, end } of inText) {
    const range = lines.range(start, end);
    hide(range);
    if (!covered(spans, start)) report(looksLike, 0, [], range);
  }
  return { secrets, lines: hidden };
}

/** Keys are texts as well; a map with such a key is built anew in the same order. */
function concealKeys(
  value: object,
  places: { keys: string[]; at: number[]; index?: Map<string, number> },
  shown: (key: string, span: Span) => string,
): void {
  const after = places.keys.map((key, i) => shown(key, entrySpan(places, i, 0)));
  if (after.every((key, i) => key === places.keys[i])) return;
  const map = value as Record<string, unknown>;
  const before = places.keys.map((key) => map[key]);
  for (const key of places.keys) delete map[key];
  for (const [i, key] of after.entries()) setOwn(map, key, before[i]);
  places.keys.splice(0, places.keys.length, ...after);
  delete places.index;
}
