import type { CopyVerdict, Facts } from '../analysis/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import type { Period } from '../inventory/index.ts';
import type { KnownFiles } from '../pipeline.ts';
import type { Report } from '../reporters/index.ts';
import { type BaselineOptions, type Judged, withBaseline } from './baseline.ts';
import type { Context } from './command.ts';
import type { Loaded } from './load.ts';
import type { PlanOfPaper } from './paper/make-copy.ts';

/** What is checked, and what the verdict depends on. */
export interface CheckOptions extends BaselineOptions {
  readonly failOn: 'error' | 'warning' | 'never';
  readonly profile?: readonly string[];
  readonly within?: Period;
}

/** A plan with its findings and the verdict. */
export interface Checked extends Judged {
  readonly loaded: Loaded;
  readonly first: Report['first'];
  readonly code: ExitCode;
}

/** @throws UserError (usage) when a profile is asked for that does not exist. */
export async function refuseUnknownProfiles(names: readonly string[] = []): Promise<void> {
  const { profiles } = await import('../rules/index.ts');
  for (const name of names) {
    if ((profiles as readonly string[]).includes(name)) continue;
    throw new UserError(`there is no profile "${name}"`, exitCode.usage, `one of ${profiles.join(', ')}`);
  }
}

/** Paper is compared only where a copy was ever registered: it means composing whole binders. */
async function staleCopiesOf(plan: PlanOfPaper, context: Context): Promise<readonly CopyVerdict[]> {
  const { hasRegister } = await import('./paper/register-file.ts');
  if (!(await hasRegister(context))) return [];
  const { staleCopies } = await import('./paper/stale-copies.ts');
  return staleCopies(plan, context);
}

async function findingsOf(loaded: Loaded, facts: Facts, options: CheckOptions, context: Context) {
  const [{ analyse, judge }, { dueOn }] = await Promise.all([import('../pipeline.ts'), import('../analysis/index.ts')]);
  const { today } = context.global;
  const until = options.within && dueOn(today, options.within);
  const found = judge(loaded.reading, facts, options.profile, until);
  const stale = await staleCopiesOf({ loaded, facts, diagnostics: found }, context);
  if (stale.length === 0) return found;
  return judge(loaded.reading, analyse(loaded.reading, today, stale), options.profile, until);
}

function verdict({ reading }: Loaded, diagnostics: readonly Diagnostic[], failOn: CheckOptions['failOn']): ExitCode {
  // A policy that cannot be understood may have switched anything off: the verdict would mean nothing.
  if (reading.findings.some((f) => f.severity === 'error' && f.location.path[0] === 'policy')) return exitCode.usage;
  const failing = failOn === 'never' ? [] : failOn === 'warning' ? ['error', 'warning'] : ['error'];
  return diagnostics.some((d) => !d.waived && failing.includes(d.severity)) ? exitCode.findings : exitCode.ok;
}

/**
 * Reads a plan and holds it against the rules.
 * @param known files as they were read before, where the plan is checked again and again
 * @throws UserError (usage) when there is no plan, or its baseline cannot be understood
 */
export async function checkPlan(options: CheckOptions, context: Context, known?: KnownFiles): Promise<Checked> {
  const [{ analyse }, { loadPlan }, { mostImportant, rules }] = await Promise.all([
    import('../pipeline.ts'),
    import('./load.ts'),
    import('../rules/index.ts'),
  ]);
  const loaded = await loadPlan(context, [], known);
  if (!loaded.hasPlanFile) {
    throw new UserError(
      `there is no drplan.yaml in ${context.global.plan}`,
      exitCode.usage,
      'name the folder of the plan with --plan DIR, or start one with: drplan init',
    );
  }
  const facts = analyse(loaded.reading, context.global.today);
  const all = await findingsOf(loaded, facts, options, context);
  const judged = await withBaseline(all, options, facts.model.policy.baseline, context);
  return {
    ...judged,
    loaded,
    first: mostImportant(facts, judged.diagnostics, rules),
    code: verdict(loaded, judged.diagnostics, options.failOn),
  };
}
