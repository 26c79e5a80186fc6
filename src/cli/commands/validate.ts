import { Option } from 'commander';
import type { CopyVerdict } from '../../analysis/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { Period } from '../../inventory/index.ts';
import type { Ports } from '../../ports.ts';
import type { Report } from '../../reporters/index.ts';
import type { BaselineOptions, Judged } from '../baseline.ts';
import type { CommandDefinition, Context } from '../command.ts';
import { horizon } from '../horizon.ts';
import type { PlanOfPaper } from '../paper/make-copy.ts';
import { type Output, outputsOf, pairedOptions, refuseUnwritable } from '../report-outputs.ts';

interface Options extends BaselineOptions {
  /** Both options have the list of both. */
  readonly format?: Parameters<typeof outputsOf>[0];
  readonly outputFile?: Parameters<typeof outputsOf>[0];
  readonly failOn: 'error' | 'warning' | 'never';
  readonly profile?: readonly string[];
  readonly within?: Period;
}

/** Written out, since reporters are loaded only when something is reported; a test holds it against them. */
export const formats = ['text', 'concise', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'];

/** Strict: any doubt is a finding. Exit 1 with findings of the chosen severity, 2 when there is nothing to check. */
export const validate: CommandDefinition = {
  usage: 'validate',
  summary: 'check the plan: what is wrong or missing, with file:line:column',
  define: (command) => {
    const [format, outputFile] = pairedOptions(
      new Option('--format <name>', 'how findings are written; default: text'),
      new Option(
        '--output-file <file>',
        'write the report there; --format and this may be given several times, in pairs',
      ),
      formats,
    );
    command
      .addOption(format)
      .addOption(outputFile)
      .addOption(
        new Option('--fail-on <severity>', 'from which severity on the exit code is 1')
          .choices(['error', 'warning', 'never'])
          .default('error'),
      )
      .option('--profile <name...>', 'sets of rules instead of those in the policy')
      .addOption(
        new Option('--within <period>', 'also what will be overdue within it, such as P30D or 6mo').argParser(horizon),
      )
      .option('--baseline <file>', 'findings that were there when the team began: only others are shown and fail')
      .option('--update-baseline', 'take out of the baseline what is found no more; write it where there is none')
      .option('--add-to-baseline', 'put what is new into the baseline, too');
  },
  isForPrograms: (given) => {
    const { format, outputFile } = given as unknown as Options;
    return outputsOf(format ?? outputFile, 'text').some((o) => o.file === undefined && o.format !== 'text');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse, judge }, { loadPlan }, { mostImportant, profiles, rules }, { dueOn }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../../rules/index.ts'),
      import('../../analysis/index.ts'),
    ]);
    for (const name of options.profile ?? []) {
      if (!(profiles as readonly string[]).includes(name)) {
        throw new UserError(`there is no profile "${name}"`, exitCode.usage, `one of ${profiles.join(', ')}`);
      }
    }
    const outputs = outputsOf(options.format ?? options.outputFile, 'text');
    await refuseUnwritable(outputs, context.ports);
    const loaded = await loadPlan(context);
    if (!loaded.hasPlanFile) {
      const message = `there is no drplan.yaml in ${context.global.plan}`;
      throw new UserError(
        message,
        exitCode.usage,
        'name the folder of the plan with --plan DIR, or start one with: drplan init',
      );
    }
    const facts = analyse(loaded.reading, context.global.today);
    const until = options.within && dueOn(context.global.today, options.within);
    const found = judge(loaded.reading, facts, options.profile, until);
    const stale = await staleCopiesOf({ loaded, facts, diagnostics: found }, context);
    const all =
      stale.length === 0
        ? found
        : judge(loaded.reading, analyse(loaded.reading, context.global.today, stale), options.profile, until);
    const { withBaseline } = await import('../baseline.ts');
    const judged = await withBaseline(all, options, facts.model.policy.baseline, context);
    const first = mostImportant(facts, judged.diagnostics, rules);
    await report({ ...judged, first }, loaded, outputs, context);
    // A policy that cannot be understood may have switched anything off: the verdict would mean nothing.
    if (loaded.reading.findings.some((f) => f.severity === 'error' && f.location.path[0] === 'policy'))
      return exitCode.usage;
    const failing = options.failOn === 'never' ? [] : options.failOn === 'warning' ? ['error', 'warning'] : ['error'];
    return judged.diagnostics.some((d) => !d.waived && failing.includes(d.severity)) ? exitCode.findings : exitCode.ok;
  },
};

/** Paper is compared only where a copy was ever registered: it means composing whole binders. */
async function staleCopiesOf(plan: PlanOfPaper, context: Context): Promise<readonly CopyVerdict[]> {
  const { hasRegister } = await import('../paper/register-file.ts');
  if (!(await hasRegister(context))) return [];
  const { staleCopies } = await import('../paper/stale-copies.ts');
  return staleCopies(plan, context);
}

type Loaded = Awaited<ReturnType<typeof import('../load.ts').loadPlan>>;

async function report(
  { diagnostics, baselined, first }: Judged & Pick<Report, 'first'>,
  { reading, header }: Loaded,
  outputs: readonly Output[],
  { ports, global }: Context,
): Promise<void> {
  const [{ reporters, summaryLine }, { painter }, { rules }, { hashOf }] = await Promise.all([
    import('../../reporters/index.ts'),
    import('../colour.ts'),
    import('../../rules/index.ts'),
    import('../hash.ts'),
  ]);
  const findings: Report = {
    header,
    files: reading.files,
    elements: reading.elements,
    baselined,
    first,
    diagnostics,
    prefix: await ports.placeInCheckout(global.plan),
    paths: reading.paths,
    rules,
    hash: hashOf,
  };
  const width = ports.out.columns ? { width: ports.out.columns } : {};
  for (const { format, file } of outputs) {
    const reporter = reporters.find((r) => r.name === format);
    if (!reporter) throw new Error(`no reporter ${format}`);
    const paint = await painter(global.colour && file === undefined);
    const text = reporter.render(findings, { paint, ...(file === undefined ? width : {}) });
    if (file === undefined) await ports.out.write(text);
    else await ports.files.write(file, text, { overwrite: true });
  }
  if (outputs.some((o) => o.format === 'github')) await addStepSummary(findings, ports);
  if (outputs.some((o) => o.file === undefined && o.format === 'json')) return;
  await ports.err.write(`${summaryLine(findings)}\n`);
}

/** The whole table on the page of the run: annotations show only the first ten. @throws UserError (io). */
async function addStepSummary(findings: Report, ports: Ports): Promise<void> {
  const file = ports.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  const { reporters } = await import('../../reporters/index.ts');
  const table = reporters.find((r) => r.name === 'markdown')?.render(findings) ?? '';
  await ports.files.append(file, table);
}
