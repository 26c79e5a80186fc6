/** The straight line of the program: bytes → documents → elements → model → facts → findings, order. */
import { type CopyVerdict, type Facts, factsOf } from './analysis/index.ts';
import { type Answers, coverageOf, type Standard, soundness, standardText, texts } from './coverage/index.ts';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import type { Location, Range } from './diagnostics/location.ts';
import { type BackupRun, collections } from './inventory/index.ts';
import { link } from './model/link.ts';
import type { FoundSecret, LeftOut, Model } from './model/model.ts';
import type { RawFile } from './ports.ts';
import { orderVerdicts } from './recovery/order-verdicts.ts';
import { check, comingDue, type JudgedDuty, judgedDuties, rules, waive } from './rules/index.ts';
import {
  belongsToPlan,
  decode,
  isEvidence,
  overlay,
  type ParsedFile,
  parse,
  planFile,
  readEvidence,
  removedBy,
  resolve,
  shapeOf,
} from './source/index.ts';

export { orderOf } from './recovery/order.ts';
export { isEvidence, planFile } from './source/index.ts';

/** A plan as far as it could be read. */
export interface Reading {
  readonly model: Model;
  /** What the reader found: encoding, syntax, shape. */
  readonly findings: readonly Finding[];
  readonly parsed: readonly ParsedFile[];
  /** Runs of backups that lie beside the plan. */
  readonly runs: readonly BackupRun[];
  readonly files: number;
  /** The plan files that were read, in their order. */
  readonly paths: readonly string[];
  readonly elements: number;
}

/** How much is read before drplan refuses. */
export interface TextLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
}

const wholeFile = (file: string): Location => ({
  file,
  document: 0,
  path: [],
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
});

interface ReadFile {
  readonly parsed?: ParsedFile;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
}

/** Files as they were read before, by path: those that say the same are not read again. */
export type KnownFiles = Map<string, { readonly bytes: Uint8Array; readonly read: ReadFile }>;

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The file as it was read before, or read now. */
function readOnce(file: RawFile, limits: TextLimits, known: KnownFiles): ReadFile {
  if ('problem' in file) return readFile(file, limits);
  const before = known.get(file.path);
  if (before && sameBytes(before.bytes, file.bytes)) return before.read;
  const read = readFile(file, limits);
  known.set(file.path, { bytes: file.bytes, read });
  return read;
}

function readFile(file: RawFile, limits: TextLimits): ReadFile {
  if ('problem' in file) {
    const hint = file.hint === undefined ? {} : { hint: file.hint };
    const finding = { rule: 'file-unreadable', severity: 'error', message: file.problem, ...hint } as const;
    return {
      findings: [{ ...finding, location: wholeFile(file.path) }],
      leftOut: [{ file: file.path, reason: file.problem }],
    };
  }
  const { text, findings } = decode(file, limits);
  if (text === undefined) {
    const reason = findings[0]?.message ?? 'it cannot be read';
    return { findings: [...findings], leftOut: [{ file: file.path, reason }] };
  }
  const parsed = parse({ path: file.path, text });
  return { parsed, findings: [...findings, ...parsed.findings], leftOut: [...parsed.leftOut] };
}

/** The evidence beside the plan. What cannot be read is a finding and no run. */
function readRuns(files: readonly RawFile[], limits: TextLimits) {
  const runs: BackupRun[] = [];
  const findings: Finding[] = [];
  const secrets: FoundSecret[] = [];
  const named: { readonly to: string; readonly at: Location }[] = [];
  for (const file of files) {
    const decoded = 'problem' in file ? readFile(file, limits) : decode(file, limits);
    findings.push(...decoded.findings);
    if (!('text' in decoded) || decoded.text === undefined) continue;
    const read = readEvidence({ path: file.path, text: decoded.text });
    runs.push(...read.runs);
    findings.push(...read.findings);
    secrets.push(...read.secrets);
    named.push(...read.named);
  }
  return { runs, findings, secrets, named };
}

/**
 * Reads and links a plan. Never fails because of what is written: that becomes findings and what was left out.
 * @param over files with "what if" changes, laid over the plan in this order
 * @param known what was read before, and is filled here
 */
export function readPlan(
  files: readonly RawFile[],
  limits: TextLimits,
  over: readonly RawFile[] = [],
  known: KnownFiles = new Map(),
): Reading {
  const evidence = readRuns(
    files.filter((f) => isEvidence(f.path)),
    limits,
  );
  const texts = files.filter((f) => !isEvidence(f.path));
  const first = texts.find((f) => f.path === planFile);
  const head = first ? readOnce(first, limits, known) : undefined;
  const belongs = belongsToPlan(head?.parsed?.documents ?? []);
  const read = texts
    .filter((f) => belongs(f.path))
    .map((f) => (f === first && head ? head : readOnce(f, limits, known)));
  const laid = over.map((f) => readFile(f, limits));
  const documentsOf = (all: typeof read) => all.flatMap((r) => r.parsed?.documents ?? []);
  const documents = documentsOf(read);
  const shaped = shapeOf(
    laid.length === 0 ? documents : overlay(documents, documentsOf(laid), collections),
    collections,
  );
  const all = [...read, ...laid];
  const removed = removedBy(documentsOf(laid));
  const secrets = [...all.flatMap((r) => r.parsed?.secrets ?? []), ...evidence.secrets];
  const model = link(shaped.placed, [...all.flatMap((r) => r.leftOut), ...shaped.leftOut], removed, {
    secrets,
    runs: evidence.named,
  });
  return {
    model,
    findings: [...all.flatMap((r) => r.findings), ...shaped.findings, ...evidence.findings],
    parsed: all.map((r) => r.parsed).filter((p) => p !== undefined),
    runs: evidence.runs,
    files: read.length,
    paths: texts.filter((f) => belongs(f.path)).map((f) => f.path),
    elements: model.elements.size,
  };
}

/** Lines and columns of a place in one of the files that were read. */
export function locate(reading: Reading, at: Location): Range {
  const document = reading.parsed.find((p) => p.path === at.file)?.documents[at.document];
  return at.range ?? document?.locate(at.path, at.onKey) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Everything derived from the plan on that day, computed when first asked for. */
export const analyse = (reading: Reading, today: string, staleCopies: readonly CopyVerdict[] = []): Facts =>
  factsOf(reading.model, today, reading.runs, orderVerdicts, staleCopies);

/**
 * All findings: of the reader and of the rules, waived ones marked, with lines and columns, in order.
 * @param until a later day: what will have to be done by then is found, too
 */
export function judge(
  reading: Reading,
  facts: Facts,
  profiles?: readonly string[],
  until?: string,
): readonly Diagnostic[] {
  const coming = until === undefined ? [] : comingDue(facts, rules, until, profiles);
  const findings = [...reading.findings, ...check(facts, rules, profiles), ...coming];
  return resolve(waive(findings, facts.model.waivers, facts.today, rules), reading.parsed);
}

/**
 * The demands of the texts, and of some standards, with what this plan has to show for each.
 * @param printed names of the sections that the whole binder of the plan has
 */
export function cover(
  reading: Reading,
  facts: Facts,
  standards: readonly Standard[],
  printed: ReadonlySet<string>,
): readonly Answers[] {
  const asked = [...texts, soundness, ...standards.map((standard) => standardText(standard, rules))];
  const names = new Map(rules.flatMap((rule) => [rule.id, ...(rule.alsoKnownAs ?? [])].map((name) => [name, rule.id])));
  const ruleOf = (name: string): string => names.get(name) ?? name;
  const informative = new Set(rules.filter((r) => r.severity === 'info').map((r) => r.id));
  const isInformative = (rule: string): boolean => informative.has(rule);
  const diagnostics = judge(reading, facts, ['full']);
  return coverageOf(asked, { facts, diagnostics, printed, ruleOf, isInformative });
}

/** What has to be done until when: the dates that the rules judge. */
export const dutiesDue = (facts: Facts): readonly JudgedDuty[] => judgedDuties(facts, rules);
