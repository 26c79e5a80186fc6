import { InvalidArgumentError, Option } from 'commander';
import { printable } from '../../diagnostics/printable.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import { filesOf, whatIf } from '../what-if.ts';

interface Options extends EventOptions {
  readonly show: 'dependencies' | 'hosts' | 'network' | 'power';
  readonly around?: string;
  readonly depth: number;
  readonly all?: boolean;
  readonly format: 'svg' | 'dot' | 'mermaid' | 'json';
}

/** Above this many elements a layout takes minutes, and nobody can read it. */
const mostDrawn = 3_000;

const steps = (text: string): number => {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1 || n > 100) throw new InvalidArgumentError('expected a number from 1 to 100.');
  return n;
};

/** Pictures for people who would rather look. */
export const graph: CommandDefinition = {
  usage: 'graph',
  summary: 'draw what needs what, hosts and machines, network or power',
  define: (command) => {
    withEvent(command)
      .addOption(
        new Option('--show <what>', 'what is drawn')
          .choices(['dependencies', 'hosts', 'network', 'power'])
          .default('dependencies'),
      )
      .option('--around <id>', 'only what is near this element, in both directions')
      .option('--depth <n>', 'how many steps near is', steps, 2)
      .option('--all', 'after an event: draw also what is not hit')
      .option('--with <file...>', whatIf)
      .addOption(
        new Option('--format <name>', 'how it is written').choices(['svg', 'dot', 'mermaid', 'json']).default('svg'),
      );
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse }, { loadPlan, refuseEmpty, sayLeftOut }, { nodesNamed }, { drawingOf }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../nodes.ts'),
      import('../../views/graph/drawing.ts'),
    ]);
    const { ports, global } = context;
    const loaded = await loadPlan(context, filesOf(given));
    refuseEmpty(loaded);
    const facts = analyse(loaded.reading, global.today);
    const [around] = options.around === undefined ? [] : nodesNamed(facts.model, [options.around]);
    const drawing = drawingOf(facts, {
      picture: options.show,
      around,
      depth: options.depth,
      all: options.all === true,
      event: await eventFor(options, facts),
    });
    if (drawing.nodes.length === 0 && drawing.groups.length === 0) {
      throw new UserError('there is nothing to draw', exitCode.usage, 'choose another picture with --show');
    }
    if (options.format === 'json') {
      const { json } = await import('../../views/graph/json.ts');
      await ports.out.write(json(drawing, loaded.header));
    } else if (options.format === 'mermaid') {
      const { mermaid } = await import('../../views/graph/mermaid.ts');
      await ports.out.write(mermaid(drawing));
    } else {
      const { dot } = await import('../../views/graph/dot.ts');
      const text = dot(drawing);
      if (options.format === 'svg' && drawing.nodes.length > mostDrawn) {
        throw new UserError(
          `${drawing.nodes.length} elements are too many for one picture`,
          exitCode.usage,
          'draw a part with --around ID, or take --format dot to a layout program',
        );
      }
      await ports.out.write(
        options.format === 'dot'
          ? text
          : await (await import('../../render/draw.ts')).drawSvg(text, printable(drawing.title)),
      );
    }
    return (await sayLeftOut(loaded, context)) ? exitCode.incomplete : exitCode.ok;
  },
};

/** The event that was asked for, with what follows from it. */
async function eventFor(options: Options, facts: Parameters<typeof import('../event.ts').eventOf>[0]) {
  if (options.scenario === undefined && !options.failed && !options.select) return undefined;
  const [{ eventOf }, { impactWithFailover }] = await Promise.all([
    import('../event.ts'),
    import('../../analysis/index.ts'),
  ]);
  const event = eventOf(facts, options);
  const { impact } = impactWithFailover(facts.model, facts.graph, event.failed);
  return { name: event.name, failed: new Set(event.failed.map((f) => f.element)), impact };
}
