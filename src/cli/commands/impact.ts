import { Option } from 'commander';
import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import { filesOf, whatIf } from '../what-if.ts';

/** Lenient, as in an outage: a plan with findings still gets its answer. */
export const impact: CommandDefinition = {
  usage: 'impact',
  summary: 'what goes down, what only gets weaker, what data is lost when something fails',
  define: (command) => {
    withEvent(command)
      .option('--with <file...>', whatIf)
      .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'json']).default('text'));
  },
  run: async (_args, options, context) => {
    const given = options as EventOptions;
    if (given.scenario === undefined && !given.failed && !given.select) {
      const hint = 'say it with --failed ID, --scenario ID or --select KEY=VALUE';
      throw new UserError('nothing has failed', exitCode.usage, hint);
    }
    const [{ analyse }, { loadPlan, refuseEmpty, sayLeftOut }, { eventOf }, { impactReport, views }] =
      await Promise.all([
        import('../../pipeline.ts'),
        import('../load.ts'),
        import('../event.ts'),
        import('../../views/impact/index.ts'),
      ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(options));
    refuseEmpty(loaded);
    const facts = analyse(loaded.reading, global.today);
    const report = impactReport(facts, eventOf(facts, given));
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const width = Math.max(40, Math.min(ports.out.columns ?? 80, 120));
    await ports.out.write(view.render(facts, report, { header: loaded.header, width }));
    return (await sayLeftOut(loaded, context)) ? exitCode.incomplete : exitCode.ok;
  },
};
