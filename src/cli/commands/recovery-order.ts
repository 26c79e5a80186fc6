import { Option } from 'commander';
import type { Facts } from '../../analysis/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import type { Location } from '../../diagnostics/location.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { Changes, Earlier } from '../../recovery/changes.ts';
import type { Event } from '../../recovery/event.ts';
import type { OrderOptions } from '../../recovery/order.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import type { CommandDefinition, Context } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import { type OrderFlags, withOrder } from '../order-options.ts';
import { filesOf, whatIf } from '../what-if.ts';

/** How an order is written; those after `json` are the views, a test compares the two lists. */
export const formats = [
  'text',
  'json',
  'markdown',
  'csv',
  'gantt',
  'gantt-people',
  'proxmox',
  'libvirt',
  'vsphere',
  'ansible',
] as const;

interface Options extends EventOptions, OrderFlags {
  readonly format: (typeof formats)[number];
  readonly by: 'time' | 'role' | 'person';
}

/** The order the user has in hand: as written to a file, else what was planned before anything was reported. */
async function earlierOrder(
  { ports }: Context,
  file: string | undefined,
  replanned: boolean,
  before: () => Recovery,
): Promise<Earlier | undefined> {
  if (file === undefined) return replanned ? before() : undefined;
  const { readOrder } = await import('../../views/recovery-order/read.ts');
  const read = readOrder(new TextDecoder().decode(await ports.files.read(file)));
  if (typeof read === 'string')
    throw new UserError(`${file}: ${read}`, exitCode.usage, 'give what --format json wrote');
  return read;
}

/** Lenient: a plan with findings still gets its order; what could not be used is listed, and the exit code is 3. */
export const recoveryOrder: CommandDefinition = {
  usage: 'recovery-order',
  summary: 'what to start in which order, by whom and until when; default: a cold start of everything',
  define: (command) => {
    withOrder(withEvent(command))
      .option('--with <file...>', whatIf)
      .addOption(
        new Option('--by <name>', 'by what the steps are grouped in the text')
          .choices(['time', 'role', 'person'])
          .default('time'),
      )
      .addOption(
        new Option(
          '--format <name>',
          'how it is written; gantt: SVG; proxmox, libvirt, vsphere, ansible: for what starts machines',
        )
          .choices([...formats])
          .default('text'),
      );
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse, locate, orderOf }, { loadPlan, refuseEmpty, sayLeftOut }, { eventOf }, { orderRequest }] =
      await Promise.all([
        import('../../pipeline.ts'),
        import('../load.ts'),
        import('../event.ts'),
        import('../order-request.ts'),
      ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(given));
    refuseEmpty(loaded);
    const { model } = loaded.reading;
    const facts: Facts = analyse(loaded.reading, global.today);
    const event: Event = eventOf(facts, options);
    const journal =
      options.journal === undefined ? undefined : new TextDecoder().decode(await ports.files.read(options.journal));
    const request = orderRequest(facts, options, journal, (base: OrderOptions) => {
      const { steps } = orderOf(facts, event, base);
      return { steps: new Set(steps.map((s) => s.id)), elements: new Set(steps.map((s) => s.element)) };
    });
    for (const notice of request.notices) await ports.err.write(`${notice}\n`);
    const recovery = orderOf(facts, event, request.options);
    const earlier = await earlierOrder(context, options.against, request.isReplanned, () => {
      const { reported: _, elapsed: __, travelled: ___, ...before } = request.options;
      return orderOf(facts, event, before);
    });
    const changes: Changes | undefined =
      earlier && (await import('../../recovery/changes.ts')).changesSince(earlier, recovery);
    const place = (at: Location): string => `${at.file}:${locate(loaded.reading, at).line}`;
    if (options.format === 'json') {
      const { recoveryOrderJson } = await import('../../views/recovery-order/json.ts');
      const known = { from: request.clock?.iso(0), changes };
      const json = recoveryOrderJson(recovery, loaded.header, (at) => locate(loaded.reading, at), known);
      await ports.out.write(jsonText(json));
    } else if (options.format !== 'text') {
      const { views } = await import('../../views/recovery-order/index.ts');
      const view = views.find((v) => v.name === options.format);
      if (!view) throw new Error(`no view ${options.format}`);
      const shown = view.byItself ? orderOf(facts, event, { ...request.options, byItself: true }) : recovery;
      await ports.out.write(view.render(shown, model, { clock: request.clock, changes, place }));
    } else {
      const [{ recoveryOrderText }, { painter }] = await Promise.all([
        import('../../views/recovery-order/text.ts'),
        import('../colour.ts'),
      ]);
      const paint = await painter(global.colour);
      const width = Math.max(40, Math.min(ports.out.columns ?? 80, 100));
      const layout = { width, strong: paint.bold, clock: request.clock, by: options.by };
      await ports.out.write(recoveryOrderText(recovery, model, layout, place, changes));
    }
    const incomplete = (await sayLeftOut(loaded, context)) || request.notices.length > 0;
    if (recovery.locked.length > 0) return exitCode.findings;
    return incomplete ? exitCode.incomplete : exitCode.ok;
  },
};
