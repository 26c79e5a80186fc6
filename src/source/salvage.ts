import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { quoted } from '../diagnostics/printable.ts';
import { addEntry, type BuildState, type Built, build } from './build.ts';
import { entrySpan, type Places, type Span } from './places.ts';
import { type ReaderProblem, syntaxFlaw } from './syntax.ts';

/** How deep collections may nest: no plan needs a tenth of it. */
export const maxDepth = 100;
/** Cuts at most: documents, collections, elements, fields, entries of a field, fields of an entry. */
const maxCuts = 6;

/** A part of a file that could not be read. */
export interface Lost {
  readonly span: Span;
}

/** The events of a text, or where and why the reader gave up. */
export function readEvents(text: string): { readonly events: Event[] } | { readonly problem: ReaderProblem } {
  try {
    return { events: parseEvents(text, { maxDepth }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: { reason: error.reason, position: error.mark?.position ?? 0 } };
  }
}

interface Line {
  readonly start: number;
  /** Spaces before the first other character; -1 for blank and comment lines. */
  readonly indent: number;
  readonly first: string;
}

function linesIn(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  let at = start;
  while (at < end) {
    let next = at;
    while (next < end && text[next] !== '\n' && text[next] !== '\r') next++;
    next += text[next] === '\r' && text[next + 1] === '\n' ? 2 : 1;
    let i = at;
    while (text[i] === ' ') i++;
    const first = i < Math.min(next, end) ? (text[i] as string) : '';
    lines.push({ start: at, indent: first === '' || /[\s#]/.test(first) ? -1 : i - at, first });
    at = next;
  }
  return lines;
}

/** Where the entries at the outer indentation of a piece start; lines that only close something belong to the last. */
function entryStarts(lines: readonly Line[]): readonly number[] {
  const outer = lines.find((line) => line.indent >= 0)?.indent ?? 0;
  const isList = lines.find((line) => line.indent >= 0)?.first === '-';
  return lines
    .filter(
      (line) =>
        line.indent >= 0 && line.indent <= outer && !'}])'.includes(line.first) && (!isList || line.first === '-'),
    )
    .map((line) => line.start);
}

const header = /^( *)("[^"\n]*"|'[^'\n]*'|[^\s:#'"[{&*!|>][^:#\r\n]*?)[ ]*:[ ]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)/;

type Collection = Record<string, unknown> | unknown[];

/** Reads what can be read of a text that as a whole cannot. */
export interface Salvage {
  readonly state: BuildState;
  readonly lost: Lost[];
}

/** Joins the pieces of one map or list into one value with one set of places. */
function join(pieces: readonly Built[], salvage: Salvage): Built | undefined {
  const { book, flaws } = salvage.state;
  const usable = pieces.filter((piece) => piece.value !== null && typeof piece.value === 'object');
  const first = usable[0];
  if (!first) return undefined;
  const joined: Collection = Array.isArray(first.value) ? [] : {};
  const places: Places = { keys: [], at: [] };
  book.set(joined, places);
  for (const { value, span } of usable) {
    const from = book.get(value as object);
    if (!from || Array.isArray(value) !== Array.isArray(joined)) {
      salvage.lost.push({ span });
    } else if (Array.isArray(joined)) {
      for (const entry of value as unknown[]) joined.push(entry);
      for (const offset of from.at) places.at.push(offset);
    } else {
      for (const [i, key] of from.keys.entries()) {
        const offsets = [...entrySpan(from, i, 0), ...entrySpan(from, i, 2)] as const;
        addEntry(
          joined,
          places,
          key,
          (value as Record<string, unknown>)[key],
          offsets as [number, number, number, number],
          flaws,
        );
      }
    }
  }
  return { value: joined, span: [first.span[0], (usable.at(-1) as Built).span[1]] };
}

/** A piece that reads as one value but says nothing as a map or list: `name:Mail` alone is a text. */
function loneText(text: string, start: number, end: number, built: Built, salvage: Salvage): undefined {
  const flaw = syntaxFlaw(text, start, end, { reason: "expected ':'", position: built.span[0] });
  salvage.state.flaws.push(flaw);
  salvage.lost.push({ span: built.span });
  return undefined;
}

/** One entry `key:` whose value is broken: the key stays, and of the value what can be read. */
function underHeader(text: string, start: number, end: number, cuts: number, salvage: Salvage): Built | undefined {
  const found = header.exec(text.slice(start, end));
  if (!found || text.slice(start + found[0].length, end).trim() === '') return undefined;
  const bodyStart = start + found[0].length;
  const read = readEvents(text.slice(start, bodyStart));
  if ('problem' in read) return undefined;
  const [head] = build(text.slice(start, bodyStart), read.events, start, salvage.state);
  if (!head || head.value === null || typeof head.value !== 'object') return undefined;
  const owner = head.value as Record<string, unknown>;
  const places = salvage.state.book.get(owner);
  const key = places?.keys[0];
  if (!places || key === undefined) return undefined;
  const body = readPiece(text, bodyStart, end, cuts - 1, salvage);
  if (body) {
    owner[key] = body.value;
    [places.at[2], places.at[3]] = body.span;
  }
  return { value: head.value, span: [head.span[0], body?.span[1] ?? head.span[1]] };
}

/** One list entry `- …` that is broken: its dash is taken away, and what follows is read as fields of one indentation. */
function underDash(text: string, start: number, end: number, cuts: number, salvage: Salvage): Built | undefined {
  const dash = text.slice(start, end).search(/\S/) + start;
  const fields = `${text.slice(0, dash)} ${text.slice(dash + 1)}`;
  const body = readPiece(fields, start, end, cuts - 1, salvage);
  if (!body) return undefined;
  const list = [body.value];
  salvage.state.book.set(list, { keys: [], at: [...body.span, ...body.span] });
  return { value: list, span: [dash, body.span[1]] };
}

/**
 * Reads `[start, end)`; when that fails, cuts it at the entries of its outer indentation and reads each for itself.
 * `known` is the reader's problem with this very piece, where it was read before.
 * Every entry that cannot be read is one flaw; a fault that only shows between entries is reported where it shows.
 */
export function readPiece(
  text: string,
  start: number,
  end: number,
  cuts: number,
  salvage: Salvage,
  known?: ReaderProblem,
): Built | undefined {
  const { state, lost } = salvage;
  const piece = text.slice(start, end);
  const read = known ? { problem: known } : readEvents(piece);
  if ('events' in read) {
    const [built] = build(piece, read.events, start, state);
    if (!built || built.value === null) return undefined;
    return typeof built.value === 'string' ? loneText(text, start, end, built, salvage) : built;
  }
  const problem = { ...read.problem, position: start + read.problem.position };
  const before = state.flaws.length;
  const starts = entryStarts(linesIn(text, start, end));
  let result: Built | undefined;
  if (cuts > 0 && starts.length > 1) {
    const pieces = starts.map((from, i) =>
      readPiece(text, i === 0 ? start : from, starts[i + 1] ?? end, cuts - 1, salvage),
    );
    result = join(
      pieces.filter((built) => built !== undefined),
      salvage,
    );
  } else if (cuts > 0 && /^\s*- +[^\s#-]/.test(piece)) result = underDash(text, start, end, cuts, salvage);
  else if (cuts > 0) result = underHeader(text, start, end, cuts, salvage);
  if (state.flaws.length === before) state.flaws.push(syntaxFlaw(text, start, end, problem));
  if (!result) lost.push({ span: [start, end] });
  return result;
}

/** Reads the documents of a stream that cannot be read as a whole because of `problem`. */
export function salvageStream(text: string, problem: ReaderProblem, salvage: Salvage): readonly Built[] {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = linesIn(text, bom, text.length);
  const separators = lines.filter(({ start }) => /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4)));
  const parts: Span[] = [];
  let from = bom;
  for (const { start } of separators) {
    parts.push([from, start]);
    from = start + 3;
  }
  parts.push([from, text.length]);
  const written = parts.filter(([a, b]) => linesIn(text, a, b).some((line) => line.indent >= 0));
  return written.map(([a, b]) => {
    const head = /^(?:%[^\r\n]*(?:\r\n|\r|\n)|#[^\r\n]*(?:\r\n|\r|\n))+/.exec(text.slice(a, b))?.[0].length ?? 0;
    const whole = a + head === 0 && b === text.length;
    return readPiece(text, a + head, b, maxCuts, salvage, whole ? problem : undefined) ?? { value: null, span: [a, a] };
  });
}

/** The lines of a lost part, for people: `lines 3 to 5`. */
export const lostWords = (line: number, endLine: number): string =>
  quoted(line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`).slice(1, -1);
