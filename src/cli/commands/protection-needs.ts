import { Option } from 'commander';
import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { filesOf, whatIf } from '../what-if.ts';

/** What every element must be protected for, and why. */
export const protectionNeeds: CommandDefinition = {
  usage: 'protection-needs',
  summary: 'what every element must be protected for, and why',
  define: (command) => {
    command
      .argument('[id...]', 'explain these elements; default: a table of all')
      .addOption(
        new Option('--format <name>', 'how it is written').choices(['text', 'json', 'csv', 'markdown']).default('text'),
      )
      .option('--with <file...>', whatIf)
      .option('--complete', 'with ids: every path that leads to a value, not only the shortest');
  },
  run: async (ids, options, context) => {
    const [{ analyse }, { loadPlan, refuseEmpty, sayLeftOut }, { nodesNamed }, { views }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../nodes.ts'),
      import('../../views/protection-needs/index.ts'),
    ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(options));
    refuseEmpty(loaded);
    const facts = analyse(loaded.reading, global.today);
    nodesNamed(facts.model, ids);
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const width = Math.max(40, ports.out.columns ?? 80);
    const text = view.render(facts, { ids, header: loaded.header, width, complete: options['complete'] === true });
    await ports.out.write(text);
    return (await sayLeftOut(loaded, context)) ? exitCode.incomplete : exitCode.ok;
  },
};
