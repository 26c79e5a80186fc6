import { exitCode, UserError } from '../../../errors.ts';
import type { RegisterEntry } from '../../../paper/index.ts';
import type { CommandDefinition } from '../../command.ts';
import { copyNumber } from '../../paper/copy-number.ts';

interface Options {
  readonly copy: number;
  readonly document?: string;
  readonly exchanged?: boolean;
  readonly destroyed?: boolean;
  readonly lost?: boolean;
  readonly found?: boolean;
  readonly holder?: string;
  readonly place?: string;
  readonly by?: string;
}

const said = ['exchanged', 'destroyed', 'lost', 'found'] as const;

/** What happened, of which one thing must be said. @throws UserError (usage). */
function eventOf(options: Options): (typeof said)[number] | 'moved' {
  const moved = options.holder !== undefined || options.place !== undefined;
  const given = [...said.filter((event) => options[event]), ...(moved ? (['moved'] as const) : [])];
  const [event, ...more] = given;
  if (event !== undefined && more.length === 0) return event;
  throw new UserError(
    event === undefined ? 'nothing was said about the copy' : `${given.join(' and ')} cannot be recorded together`,
    exitCode.usage,
    'say one: --exchanged, --destroyed, --lost, --found, or --holder and --place',
  );
}

/** Records what became of a copy. */
export const register: CommandDefinition = {
  usage: 'register',
  summary: 'record that the pages of a copy were exchanged, that it moved, was lost or destroyed',
  define: (command) => {
    command
      .requiredOption('--copy <n>', 'the number of the copy', copyNumber)
      .option('--document <name>', 'of which paper, where a number was given twice; see: drplan paper status')
      .option('--exchanged', 'the pages of the last paper replace were put in')
      .option('--destroyed', 'it was destroyed')
      .option('--lost', 'nobody knows where it is')
      .option('--found', 'a lost one is there again')
      .option('--holder <name>', 'who has it now')
      .option('--place <name>', 'where it is now')
      .option('--by <name>', 'who says so');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const event = eventOf(options);
    const [{ loadRegister, record }, { copyNamed }] = await Promise.all([
      import('../../paper/register-file.ts'),
      import('../../paper/copy-named.ts'),
    ]);
    const copy = copyNamed(await loadRegister(context), options.copy, options.document);
    if (event === 'exchanged' && copy.pending === undefined) {
      throw new UserError(
        `no pages were printed for copy ${copy.copy} that could have been put in`,
        exitCode.usage,
        `print them first: drplan paper replace --copy ${copy.copy}`,
      );
    }
    const { ports } = context;
    const common = {
      at: ports.now().toISOString(),
      copy: copy.copy,
      document: copy.document,
      by: options.by ?? ports.env['USER'] ?? '',
    };
    const entry: RegisterEntry =
      event === 'moved'
        ? {
            ...common,
            event,
            ...(options.holder === undefined ? {} : { holder: options.holder }),
            ...(options.place === undefined ? {} : { place: options.place }),
          }
        : { ...common, event };
    await record(context, entry);
    await ports.out.write(`recorded: copy ${copy.copy} of ${copy.document} ${event}\n`);
    return exitCode.ok;
  },
};
