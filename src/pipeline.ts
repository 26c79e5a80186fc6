/** The straight line of the program: bytes → documents → elements → model → facts → findings, order. */
import { type Facts, factsOf } from './analysis/index.ts';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.ts';
import type { Location, Range } from './diagnostics/location.ts';
import { collections } from './inventory/index.ts';
import { link } from './model/link.ts';
import type { LeftOut, Model } from './model/model.ts';
import type { RawFile } from './ports.ts';
import { check, rules, waive } from './rules/index.ts';
import { belongsToPlan, decode, type ParsedFile, parse, planFile, resolve, shapeOf } from './source/index.ts';

export { orderOf } from './recovery/order.ts';
export { planFile } from './source/index.ts';

/** A plan as far as it could be read. */
export interface Reading {
  readonly model: Model;
  /** What the reader found: encoding, syntax, shape. */
  readonly findings: readonly Finding[];
  readonly parsed: readonly ParsedFile[];
  readonly files: number;
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

function readFile(file: RawFile, limits: TextLimits): { parsed?: ParsedFile; findings: Finding[]; leftOut: LeftOut[] } {
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

/** Reads and links a plan. Never fails because of what is written: that becomes findings and what was left out. */
export function readPlan(files: readonly RawFile[], limits: TextLimits): Reading {
  const first = files.find((f) => f.path === planFile);
  const head = first ? readFile(first, limits) : undefined;
  const belongs = belongsToPlan(head?.parsed?.documents ?? []);
  const read = files.filter((f) => belongs(f.path)).map((f) => (f === first && head ? head : readFile(f, limits)));
  const parsed = read.map((r) => r.parsed).filter((p) => p !== undefined);
  const shaped = shapeOf(
    parsed.flatMap((p) => p.documents),
    collections,
  );
  const model = link(shaped.placed, [...read.flatMap((r) => r.leftOut), ...shaped.leftOut]);
  return {
    model,
    findings: [...read.flatMap((r) => r.findings), ...shaped.findings],
    parsed,
    files: read.length,
    elements: model.elements.size,
  };
}

/** Lines and columns of a place in one of the files that were read. */
export function locate(reading: Reading, at: Location): Range {
  const document = reading.parsed.find((p) => p.path === at.file)?.documents[at.document];
  return at.range ?? document?.locate(at.path, at.onKey) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Everything derived from the plan on that day, computed when first asked for. */
export const analyse = (reading: Reading, today: string): Facts => factsOf(reading.model, today);

/** A secret must not be printed by the finding that reports it. */
const withoutSecret = (diagnostic: Diagnostic): Diagnostic => {
  if (diagnostic.rule !== 'secret-in-plan') return diagnostic;
  const { frame: _, ...rest } = diagnostic;
  return rest;
};

/** All findings: of the reader and of the rules, waived ones marked, with lines and columns, in order. */
export function judge(reading: Reading, facts: Facts, profiles?: readonly string[]): readonly Diagnostic[] {
  const findings = [...reading.findings, ...check(facts, rules, profiles)];
  return resolve(waive(findings, facts.model.waivers, facts.today), reading.parsed).map(withoutSecret);
}
