import { Option } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition, Context } from '../command.ts';

interface Options {
  readonly format: string;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly profile?: readonly string[];
  readonly outputFile?: string;
}

/** Strict: any doubt is a finding. Exit 1 with findings of the chosen severity, 2 when there is nothing to check. */
export const validate: CommandDefinition = {
  usage: 'validate',
  summary: 'check the plan: what is wrong or missing, with file:line:column',
  define: (command) => {
    command
      .addOption(
        new Option('--format <name>', 'how findings are written').choices(['text', 'concise', 'json']).default('text'),
      )
      .addOption(
        new Option('--fail-on <severity>', 'from which severity on the exit code is 1')
          .choices(['error', 'warning', 'never'])
          .default('error'),
      )
      .option('--profile <name...>', 'sets of rules instead of those in the policy')
      .option('--output-file <file>', 'write the report there instead of to stdout');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse, judge }, { loadPlan }, { profiles }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../../rules/index.ts'),
    ]);
    for (const name of options.profile ?? []) {
      if (!(profiles as readonly string[]).includes(name)) {
        throw new UserError(`there is no profile "${name}"`, exitCode.usage, `one of ${profiles.join(', ')}`);
      }
    }
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
    const diagnostics = judge(loaded.reading, facts, options.profile);
    await report(diagnostics, loaded, options, context);
    // A policy that cannot be understood may have switched anything off: the verdict would mean nothing.
    if (loaded.reading.findings.some((f) => f.severity === 'error' && f.location.path[0] === 'policy'))
      return exitCode.usage;
    const failing = options.failOn === 'never' ? [] : options.failOn === 'warning' ? ['error', 'warning'] : ['error'];
    return diagnostics.some((d) => !d.waived && failing.includes(d.severity)) ? exitCode.findings : exitCode.ok;
  },
};

type Loaded = Awaited<ReturnType<typeof import('../load.ts').loadPlan>>;

async function report(
  diagnostics: readonly Diagnostic[],
  { reading, header }: Loaded,
  options: Options,
  { ports, global }: Context,
): Promise<void> {
  const [{ reporters, summaryLine }, { painter }] = await Promise.all([
    import('../../reporters/index.ts'),
    import('../colour.ts'),
  ]);
  const reporter = reporters.find((r) => r.name === options.format);
  if (!reporter) throw new Error(`no reporter ${options.format}`);
  const findings = { header, files: reading.files, elements: reading.elements, baselined: 0, diagnostics };
  const paint = await painter(global.colour && options.outputFile === undefined);
  const text = reporter.render(findings, { paint, ...(ports.out.columns ? { width: ports.out.columns } : {}) });
  if (options.outputFile === undefined) await ports.out.write(text);
  else await ports.files.write(options.outputFile, text, { overwrite: true });
  if (options.format !== 'json') await ports.err.write(`${summaryLine(findings)}\n`);
}
