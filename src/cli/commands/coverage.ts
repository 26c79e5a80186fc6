import { Option } from 'commander';
import { type Standard, type State, standards, states } from '../../coverage/index.ts';
import { exitCode } from '../../errors.ts';
import { coldStart } from '../../recovery/event.ts';
import type { CommandDefinition } from '../command.ts';

interface Options {
  readonly standard?: readonly Standard[];
  readonly state?: readonly State[];
  readonly format: string;
}

/** Every demand of the texts with its state and evidence; exit 1 when one is open. */
export const coverage: CommandDefinition = {
  usage: 'coverage',
  summary: 'what the texts and standards ask for: fulfilled, open, waived, not applicable, with the evidence',
  define: (command) => {
    command
      .addOption(
        new Option('--standard <name...>', 'clauses of these too; default: those of the profiles of the plan').choices(
          standards,
        ),
      )
      .addOption(new Option('--state <name...>', 'only demands in these states').choices(states))
      .addOption(
        new Option('--format <name>', 'how it is written').choices(['text', 'json', 'markdown']).default('text'),
      );
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [
      { analyse, cover, judge, locate },
      { loadPlan, sayLeftOut },
      { composed },
      { chosenStandards },
      { coverageItems, views },
    ] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../make-binder.ts'),
      import('../coverage-sheet.ts'),
      import('../../views/coverage/index.ts'),
    ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context);
    const { reading } = loaded;
    const facts = analyse(reading, global.today);
    const asked = [...new Set(options.standard ?? chosenStandards(facts))];
    const whole = composed({ facts, event: coldStart(facts), diagnostics: judge(reading, facts), loaded, options: {} });
    const printed = new Set(whole.sections.map((s) => s.name));
    const texts = coverageItems(cover(reading, facts, asked, printed), (at) => locate(reading, at), {
      only: options.state,
    });
    const view = views.find((v) => v.name === options.format);
    if (!view) throw new Error(`no view ${options.format}`);
    const width = Math.max(40, Math.min(ports.out.columns ?? 100, 120));
    await ports.out.write(view.render(texts, { header: loaded.header, width }));
    const sum = (state: State): number => texts.reduce((n, t) => n + t.counts[state], 0);
    const said = [
      `${sum('fulfilled')} fulfilled`,
      `${sum('open')} open`,
      `${sum('waived')} waived`,
      `${sum('not-applicable')} not applicable`,
    ];
    await ports.err.write(`${said.join(', ')}\n`);
    if (await sayLeftOut(loaded, context)) return exitCode.incomplete;
    return sum('open') > 0 ? exitCode.findings : exitCode.ok;
  },
};
