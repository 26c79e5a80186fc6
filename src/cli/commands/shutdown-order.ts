import { Option } from 'commander';
import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { filesOf, whatIf } from '../what-if.ts';

/** Lenient, as in an outage: a plan with findings still gets its order. */
export const shutdownOrder: CommandDefinition = {
  usage: 'shutdown-order',
  summary: 'what to shut down in which order, and whether each UPS lasts until then',
  define: (command) => {
    command
      .option('--facility <id>', 'only what hangs on this UPS or power feed; default: everything')
      .option('--with <file...>', whatIf)
      .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'json']).default('text'));
  },
  run: async (_args, options, context) => {
    const [{ analyse }, { shutdownOrder: orderOf }, { loadPlan, refuseEmpty, sayLeftOut }, { nodesNamed }, { views }] =
      await Promise.all([
        import('../../pipeline.ts'),
        import('../../analysis/index.ts'),
        import('../load.ts'),
        import('../nodes.ts'),
        import('../../views/shutdown-order/index.ts'),
      ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(options));
    refuseEmpty(loaded);
    const { model, shutdown } = analyse(loaded.reading, global.today);
    const named = options['facility'] as string | undefined;
    const [facility] = named === undefined ? [] : nodesNamed(model, [named]);
    if (facility && facility.kind !== 'facility') {
      const known = model.of('facility').map((f) => f.id);
      const hint = known.length > 0 ? `facilities are: ${known.join(', ')}` : 'the plan has no facilities';
      throw new UserError(`"${facility.id}" is no facility but a ${facility.kind}`, exitCode.usage, hint);
    }
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const order = facility ? orderOf(model, facility) : shutdown;
    const width = Math.max(40, Math.min(ports.out.columns ?? 80, 100));
    await ports.out.write(view.render(order, model, { header: loaded.header, width, facility }));
    return (await sayLeftOut(loaded, context)) ? exitCode.incomplete : exitCode.ok;
  },
};
