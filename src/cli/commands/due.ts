import { Option } from 'commander';
import { exitCode } from '../../errors.ts';
import type { Period } from '../../inventory/index.ts';
import type { CommandDefinition } from '../command.ts';
import { horizon } from '../horizon.ts';

/** What has to be done until when; exit 1 when something is overdue that no waiver covers. */
export const due: CommandDefinition = {
  usage: 'due',
  summary: 'what has to be done until when: reviews, exercises, restore tests, trainings, contracts',
  define: (command) => {
    command
      .addOption(
        new Option('--within <period>', 'only what is overdue or due within it, such as P30D or 6mo').argParser(
          horizon,
        ),
      )
      .addOption(new Option('--overdue', 'only what is overdue').conflicts('within'))
      .addOption(
        new Option('--format <name>', 'how it is written; ics: a calendar')
          .choices(['text', 'json', 'ics'])
          .default('text'),
      );
  },
  run: async (_args, options, context) => {
    const [{ analyse, dutiesDue, locate }, { loadPlan, sayLeftOut }, { dueItems, views }, { dueOn }, { hashOf }] =
      await Promise.all([
        import('../../pipeline.ts'),
        import('../load.ts'),
        import('../../views/due/index.ts'),
        import('../../analysis/index.ts'),
        import('../hash.ts'),
      ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context);
    const facts = analyse(loaded.reading, global.today);
    const all = dueItems(facts, dutiesDue(facts), (at) => locate(loaded.reading, at));
    const within = options['within'] as Period | undefined;
    const until = options['overdue'] === true ? global.today : within && dueOn(global.today, within);
    const items = all.filter((i) =>
      options['overdue'] === true ? i.overdue : until === undefined || i.dueOn <= until,
    );
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const width = Math.max(40, Math.min(ports.out.columns ?? 100, 120));
    await ports.out.write(view.render(items, { header: loaded.header, width, until, hash: hashOf }));
    const late = all.filter((i) => i.overdue).length;
    await ports.err.write(`${late} overdue, ${items.length} of ${all.length} duties listed\n`);
    if (await sayLeftOut(loaded, context)) return exitCode.incomplete;
    return late > 0 ? exitCode.findings : exitCode.ok;
  },
};
