import { join } from 'node:path';
import type { BaselineEntry, Compared } from '../baseline/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Context } from './command.ts';

/** What was asked of the baseline. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly addToBaseline?: boolean;
}

/** Findings without those that a baseline knows. */
export interface Judged {
  /** What the run is judged by. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the baseline knows; counted, and marked in JSON. */
  readonly baselined: readonly Diagnostic[];
}

/** Findings of the reader itself, and decisions about rules: what hides them hides that the plan is not understood. */
const neverKnown = ['secret-in-plan', 'waiver-expired', 'waiver-without-reason', 'rule-unknown'];

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** The file that is meant: as given, else as the policy says, relative to the plan folder. */
function pathOf({ baseline }: BaselineOptions, ofPolicy: string | undefined, { global }: Context): string | undefined {
  return baseline ?? (ofPolicy === undefined ? undefined : join(global.plan, ofPolicy));
}

/** @throws UserError (usage) with file:line for a baseline that cannot be understood: all of it counts, or nothing. */
async function load(path: string, context: Context): Promise<readonly BaselineEntry[] | undefined> {
  const { files } = context.ports;
  const kind = await files.kindOf(path);
  if (kind === 'nothing') return undefined;
  if (kind !== 'file') throw new UserError(`${path} is not a file`, exitCode.usage, 'name a file with --baseline FILE');
  const { readBaseline } = await import('../baseline/index.ts');
  const read = readBaseline(new TextDecoder().decode(await files.read(path)));
  if ('problem' in read) {
    const hint = 'mend the line, or take the file away and write it anew with --update-baseline';
    throw new UserError(`${path}:${read.line}: ${read.problem}`, exitCode.usage, hint);
  }
  return read;
}

/** "asset-owner-missing 12, rto-missing 3": how many findings of each rule. */
function byRule(diagnostics: readonly Diagnostic[]): string {
  const rules = new Map<string, number>();
  for (const { rule } of diagnostics) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, n]) => `${rule} ${n}`)
    .join(', ');
}

/** Holds findings against the baseline, and writes it anew where that was asked for. @throws UserError. */
export async function withBaseline(
  all: readonly Diagnostic[],
  options: BaselineOptions,
  ofPolicy: string | undefined,
  context: Context,
): Promise<Judged> {
  const wantsWrite = options.updateBaseline === true || options.addToBaseline === true;
  const path = pathOf(options, ofPolicy, context);
  if (path === undefined) {
    if (!wantsWrite) return { diagnostics: all, baselined: [] };
    throw new UserError(
      'there is no baseline to update',
      exitCode.usage,
      'name its file with --baseline FILE, or in the policy of the plan (baseline: FILE)',
    );
  }
  const [{ canBeKnown, compare, entriesOf }, { rules }] = await Promise.all([
    import('../baseline/index.ts'),
    import('../rules/index.ts'),
  ]);
  const mayBeKnown = canBeKnown(new Set([...neverKnown, ...rules.filter((r) => !r.check).map((r) => r.id)]));
  const there = await load(path, context);
  if (there === undefined && !wantsWrite) {
    throw new UserError(`there is no baseline ${path}`, exitCode.usage, 'write it with --update-baseline');
  }
  const compared = compare(all, there ?? [], mayBeKnown);
  await sayUnknownRules(there ?? [], new Set(rules.flatMap((r) => [r.id, ...(r.alsoKnownAs ?? [])])), path, context);
  if (!wantsWrite) {
    if (compared.gone > 0) {
      const said = `${counted(compared.gone, 'finding')} of the baseline ${compared.gone === 1 ? 'is' : 'are'} gone`;
      await context.ports.err.write(`${said}: --update-baseline takes them out of ${path}\n`);
    }
    return { diagnostics: compared.fresh, baselined: compared.known };
  }
  const isFirst = there === undefined;
  const added = isFirst || options.addToBaseline === true ? compared.fresh.filter(mayBeKnown) : [];
  await write(path, compared, entriesOf(added), there, context);
  const said = [
    `${path}: ${counted(compared.gone, 'finding')} taken out`,
    `${added.length} added${added.length > 0 ? ` (${byRule(added)})` : ''}`,
    `${counted(compared.known.length + added.length, 'finding')} known now`,
  ];
  await context.ports.err.write(`${said.join(', ')}\n`);
  const known = new Set(added);
  return {
    diagnostics: compared.fresh.filter((d) => !known.has(d)),
    baselined: all.filter((d) => known.has(d) || compared.known.includes(d)),
  };
}

/** Writes what is left and what was added; a file that would say the same is left as it is. */
async function write(
  path: string,
  { left }: Compared,
  added: readonly BaselineEntry[],
  there: readonly BaselineEntry[] | undefined,
  { ports }: Context,
): Promise<void> {
  const { baselineText, joined } = await import('../baseline/index.ts');
  const text = baselineText(joined(left, added));
  if (there !== undefined && text === baselineText(there)) return;
  await ports.files.write(path, text, { overwrite: true });
}

/** A rule that is gone hides nothing: its entries are dead weight, and somebody may believe otherwise. */
async function sayUnknownRules(
  entries: readonly BaselineEntry[],
  known: ReadonlySet<string>,
  path: string,
  { ports }: Context,
): Promise<void> {
  const unknown = [...new Set(entries.map((e) => e.rule))].filter((rule) => !known.has(rule)).sort();
  if (unknown.length > 0) await ports.err.write(`${path}: there is no rule ${unknown.join(', ')}\n`);
}
