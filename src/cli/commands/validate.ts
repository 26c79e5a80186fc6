import { Option } from 'commander';
import { type CheckOptions, checkPlan, refuseUnknownProfiles } from '../check-plan.ts';
import type { CommandDefinition } from '../command.ts';
import { horizon } from '../horizon.ts';
import { report } from '../report.ts';
import { outputsOf, pairedOptions, refuseUnwritable } from '../report-outputs.ts';

interface Options extends CheckOptions {
  /** Both options have the list of both. */
  readonly format?: Parameters<typeof outputsOf>[0];
  readonly outputFile?: Parameters<typeof outputsOf>[0];
  readonly watch?: boolean;
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
      .option('--add-to-baseline', 'put what is new into the baseline, too')
      .option('--watch', 'check again whenever a file of the plan changes, and say what is new and what is gone');
  },
  isForPrograms: (given) => {
    const { format, outputFile } = given as unknown as Options;
    return outputsOf(format ?? outputFile, 'text').some((o) => o.file === undefined && o.format !== 'text');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    await refuseUnknownProfiles(options.profile);
    const outputs = outputsOf(options.format ?? options.outputFile, 'text');
    await refuseUnwritable(outputs, context.ports);
    if (options.watch === true) {
      const { watchPlan } = await import('../watch-plan.ts');
      return watchPlan(options, outputs, context);
    }
    const checked = await checkPlan(options, context);
    await report(checked, outputs, context);
    return checked.code;
  },
};
