import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Path, Range } from '../diagnostics/location.ts';
import { withoutSecrets } from '../diagnostics/secrets.ts';
import { type Built, build, type Flaw, newBuildState } from './build.ts';
import { conceal, type FoundSecret } from './conceal.ts';
import { type Lines, linesOf } from './lines.ts';
import { spanOf } from './places.ts';
import { type Lost, lostWords, readEvents, salvageStream } from './salvage.ts';
import { scan } from './scan.ts';

/** One YAML document: plain maps, lists and texts, and where everything is written. */
export interface Document {
  readonly file: string;
  /** Its place in a multi-document stream, from 0. */
  readonly index: number;
  /** Every scalar is its source text; an empty plain scalar is null. Maps have own properties only. */
  readonly data: unknown;
  /** The key written first; undefined where the document is no map. Objects put keys like `1` first. */
  readonly firstKey: string | undefined;
  /** The place of a value, of its key, or of the nearest ancestor that is written. */
  readonly locate: (path: Path, onKey?: boolean) => Range;
}

/** A part of the plan that could not be used, and why. */
export interface LeftOutPart {
  readonly file: string;
  readonly reason: string;
}

/** A file of the plan after reading. */
export interface ParsedFile {
  readonly path: string;
  readonly lines: Lines;
  readonly documents: readonly Document[];
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOutPart[];
  /** What looks like a secret; its text is in no document any more. */
  readonly secrets: readonly FoundSecret[];
  /** Lines that must not be shown: a secret is written there. */
  readonly hidden: ReadonlySet<number>;
}

function findingOf(file: string, lines: Lines, flaw: Flaw): Finding {
  const at = (span: readonly [number, number]) => ({
    file,
    document: 0,
    path: [],
    range: lines.range(span[0], span[1]),
  });
  return {
    rule: flaw.rule,
    severity: 'error',
    message: withoutSecrets(flaw.message),
    location: at(flaw.span),
    ...(flaw.hint === undefined ? {} : { hint: flaw.hint }),
    ...(flaw.related ? { related: [{ message: flaw.related.message, location: at(flaw.related.span) }] } : {}),
  };
}

function directiveFlaws(text: string): Flaw[] {
  if (!text.includes('%')) return [];
  return [...text.matchAll(/(?:^\ufeff?|(?<=^(?:\.\.\.)?[^\S\n]*\r?\n))%(?:YAML|TAG)\b[^\r\n]*/gm)].map((found) => ({
    rule: 'yaml-syntax',
    message: 'a directive: a plan is always read as YAML 1.2',
    hint: 'delete this line',
    span: [found.index + (found[0].startsWith('\ufeff') ? 1 : 0), found.index + found[0].length],
  }));
}

function lostPart(file: string, lines: Lines, { span }: Lost): LeftOutPart {
  const trimmed = lines.text.slice(span[0], span[1]).trimEnd().length;
  const { line, endLine } = lines.range(span[0], span[0] + Math.max(1, trimmed));
  return { file, reason: `${lostWords(line, endLine)} cannot be read as YAML` };
}

function emptyFile(file: string, lines: Lines): Finding {
  const message = lines.text.trim() === '' ? 'the file is empty' : 'the file holds only comments';
  const location = { file, document: 0, path: [], range: lines.range(0, 1) };
  return { rule: 'yaml-empty', severity: 'warning', message, hint: 'write a collection, or delete the file', location };
}

/**
 * Reads a YAML text. It never throws because of the text: what is wrong is a finding, and all that can be read around
 * it is still read, with its true lines and columns.
 */
export function parse(file: { readonly path: string; readonly text: string }): ParsedFile {
  const { path } = file;
  const lines = linesOf(file.text);
  const { clean, findings } = scan(path, lines);
  const state = newBuildState();
  const lost: Lost[] = [];
  const read = readEvents(clean);
  const directives = directiveFlaws(clean);
  const built: readonly Built[] =
    'events' in read ? build(clean, read.events, 0, state) : salvageStream(clean, read.problem, { state, lost });
  const flaws = [
    ...(directives.length === 0 || ('events' in read && !hasDirective(read.events)) ? [] : directives),
    ...state.flaws,
  ];
  const concealed = conceal(path, lines, built, state.book);
  const documents = built.map(
    ({ value, span }, index): Document => ({
      file: path,
      index,
      data: typeof value === 'string' ? withoutSecrets(value) : value,
      firstKey: value !== null && typeof value === 'object' ? state.book.get(value)?.keys[0] : undefined,
      locate: (at, onKey = false) => lines.range(...spanOf(state.book, value, span, at, onKey)),
    }),
  );
  const empty = documents.every((document) => document.data === null) && flaws.length + findings.length === 0;
  return {
    path,
    lines,
    documents,
    findings: [
      ...findings,
      ...flaws.map((flaw) => findingOf(path, lines, flaw)),
      ...(empty ? [emptyFile(path, lines)] : []),
    ],
    leftOut: lost.map((part) => lostPart(path, lines, part)),
    secrets: concealed.secrets,
    hidden: concealed.lines,
  };
}

const hasDirective = (events: readonly { readonly type: number }[]): boolean =>
  events.some(
    (event) => event.type === 1 && (event as { readonly directives?: readonly unknown[] }).directives?.length !== 0,
  );
