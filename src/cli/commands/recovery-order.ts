import { Option } from 'commander';
import type { Location } from '../../diagnostics/location.ts';
import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import { filesOf, whatIf } from '../what-if.ts';

interface Options extends EventOptions {
  readonly format: 'text' | 'json';
}

/** Lenient: a plan with findings still gets its order; what could not be used is listed, and the exit code is 3. */
export const recoveryOrder: CommandDefinition = {
  usage: 'recovery-order',
  summary: 'what to start in which order; default: a cold start of everything',
  define: (command) => {
    withEvent(command)
      .option('--with <file...>', whatIf)
      .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'json']).default('text'));
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse, locate, orderOf }, { loadPlan, refuseEmpty, sayLeftOut }, { eventOf }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../event.ts'),
    ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(given));
    refuseEmpty(loaded);
    const { model } = loaded.reading;
    const facts = analyse(loaded.reading, global.today);
    const event = eventOf(facts, options);
    const recovery = orderOf(facts, event);
    if (options.format === 'json') {
      const { recoveryOrderJson } = await import('../../views/recovery-order/json.ts');
      const json = recoveryOrderJson(recovery, loaded.header, (at) => locate(loaded.reading, at));
      await ports.out.write(`${JSON.stringify(json, null, 2)}\n`);
    } else {
      const [{ recoveryOrderText }, { painter }] = await Promise.all([
        import('../../views/recovery-order/text.ts'),
        import('../colour.ts'),
      ]);
      const paint = await painter(global.colour);
      const width = Math.max(40, Math.min(ports.out.columns ?? 80, 100));
      const place = (at: Location): string => `${at.file}:${locate(loaded.reading, at).line}`;
      await ports.out.write(recoveryOrderText(recovery, model, { width, strong: paint.bold }, place));
    }
    const incomplete = await sayLeftOut(loaded, context);
    if (recovery.deadlocks.length > 0) return exitCode.findings;
    return incomplete ? exitCode.incomplete : exitCode.ok;
  },
};
