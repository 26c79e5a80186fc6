import { Option } from 'commander';
import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { filesOf, whatIf } from '../what-if.ts';

/** What the plan cannot spare, and which redundancy is only apparent. */
export const weakPoints: CommandDefinition = {
  usage: 'weak-points',
  summary: 'single points of failure, cut sets, common causes, room in the farms',
  define: (command) => {
    command
      .argument('[id...]', 'look at these; default: processes and services with availability need high or above')
      .addOption(
        new Option('--order <n>', 'how many failures at once: 1, 2 or 3').choices(['1', '2', '3']).default('1'),
      )
      .option('--with <file...>', whatIf)
      .addOption(
        new Option('--format <name>', 'how it is written; mef: fault trees in the Open-PSA exchange format')
          .choices(['text', 'json', 'mef'])
          .default('text'),
      );
  },
  run: async (ids, options, context) => {
    const [{ analyse, locate }, { loadPlan, refuseEmpty, sayLeftOut }, { nodesNamed }, { views }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../nodes.ts'),
      import('../../views/weak-points/index.ts'),
    ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(options));
    refuseEmpty(loaded);
    const facts = analyse(loaded.reading, global.today);
    const named = nodesNamed(facts.model, ids);
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const text = view.render(facts, {
      header: loaded.header,
      width: Math.max(40, Math.min(ports.out.columns ?? 80, 120)),
      targets: named.length > 0 ? named : facts.weakPoints.targets,
      named: named.length > 0,
      order: Number(options['order']),
      locate: (at) => locate(loaded.reading, at),
    });
    await ports.out.write(text);
    return (await sayLeftOut(loaded, context)) ? exitCode.incomplete : exitCode.ok;
  },
};
