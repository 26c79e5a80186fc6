import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { hasPlainLocale } from './ascii.ts';
import type { CommandDefinition, GlobalOptions } from './command.ts';
import { completion } from './commands/completion.ts';
import { coverage } from './commands/coverage.ts';
import { due } from './commands/due.ts';
import { explain } from './commands/explain.ts';
import { graph } from './commands/graph.ts';
import { impact } from './commands/impact.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { manual } from './commands/manual.ts';
import { paper } from './commands/paper.ts';
import { print } from './commands/print.ts';
import { protectionNeeds } from './commands/protection-needs.ts';
import { recoveryOrder } from './commands/recovery-order.ts';
import { schema } from './commands/schema.ts';
import { shutdownOrder } from './commands/shutdown-order.ts';
import { validate } from './commands/validate.ts';
import { weakPoints } from './commands/weak-points.ts';
import { reportFailure, wantsJson } from './failure.ts';
import { peopleSink } from './people-sink.ts';
import { version } from './version.ts';

/** All commands, in the order in which a plan meets them. */
export const commands: readonly CommandDefinition[] = [
  init,
  importCommand,
  validate,
  protectionNeeds,
  impact,
  weakPoints,
  recoveryOrder,
  shutdownOrder,
  graph,
  print,
  paper,
  due,
  coverage,
  explain,
  schema,
  completion,
  manual,
];

const day = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('expected a date as YYYY-MM-DD.');
  }
  return text;
};

const amount = (text: string): number => {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('expected a whole number from 1.');
  return n;
};

/** The day of the clock where the program runs: deadlines are days, not moments. */
function localDay(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

interface Streams {
  /** How wide help is. */
  readonly columns: number;
  readonly out: string[];
  readonly err: string[];
}

/** commander hands neither its output nor its way to end down to subcommands: both are set on every command. */
function prepare(command: Command, streams: Streams): Command {
  return command
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut: (s) => void streams.out.push(s),
      writeErr: (s) => void streams.err.push(s),
      getOutHelpWidth: () => streams.columns,
    })
    .showHelpAfterError('(see: drplan --help)')
    .showSuggestionAfterError(true);
}

function addCommand(parent: Command, definition: CommandDefinition, streams: Streams, run: Runner): void {
  const command = prepare(new Command(definition.usage.split(' ')[0]), streams);
  command.description(definition.summary);
  definition.define(command);
  for (const sub of definition.subcommands ?? []) addCommand(command, sub, streams, run);
  if (!definition.subcommands) command.action((...given: unknown[]) => run(definition, given));
  parent.addCommand(command);
}

type Runner = (definition: CommandDefinition, given: readonly unknown[]) => Promise<void>;

function buildProgram(ports: Ports, streams: Streams, run: Runner): Command {
  const program = prepare(new Command('drplan'), streams)
    .description('The emergency plan as text in git: check it, order it, print it.')
    .version(`drplan ${version}`, '-V, --version', 'print the version')
    .option('--plan <dir>', 'the folder that holds drplan.yaml', '.')
    .addOption(
      new Option('--today <date>', 'the day of the check').argParser(day).default(localDay(ports.now()), 'the clock'),
    )
    .option('--no-color', 'no colours')
    .option('--ascii', 'text without signs such as arrows; default where the locale is C or POSIX')
    .option('--debug', 'show where a bug happened')
    .option('--max-file-size <bytes>', 'largest plan file that is read', amount, 8 * 1024 * 1024)
    .option('--max-total-size <bytes>', 'largest plan that is read', amount, 256 * 1024 * 1024)
    .option('--max-files <n>', 'most plan files that are read', amount, 20_000);
  for (const definition of commands) addCommand(program, definition, streams, run);
  return program;
}

/**
 * The program as a function: arguments and the world in, exit code out. Results go to `out`, talk to `err`.
 * Never throws for what a user did; a bug answers 70.
 */
export async function main(args: readonly string[], world: Ports): Promise<ExitCode> {
  const isPlain = args.includes('--ascii') || hasPlainLocale(world.env);
  // What people read on stderr has its form at once; of stdout only the command knows who reads it. Nothing moves
  // where there are no signs.
  const err = peopleSink(world.err, isPlain);
  const ports: Ports = { ...world, err: isPlain ? { ...err, colour: false } : err };
  const people = peopleSink(world.out, isPlain);
  const streams: Streams = { out: [], err: [], columns: ports.out.columns ?? 80 };
  let code: ExitCode = exitCode.ok;
  const program = buildProgram(ports, streams, async (definition, given) => {
    const command = given.at(-1) as Command;
    const all = command.optsWithGlobals();
    const global: GlobalOptions = {
      plan: all['plan'],
      today: all['today'],
      colour: all['color'] !== false && ports.out.colour,
      maxFileSize: all['maxFileSize'],
      maxTotalSize: all['maxTotalSize'],
      maxFiles: all['maxFiles'],
    };
    const options = command.opts();
    const isForPrograms = definition.isForPrograms ?? (({ format }) => format !== undefined && format !== 'text');
    const out = isForPrograms(options) ? ports.out : people;
    code = await definition.run(command.args, options, { ports: { ...ports, out }, global, program });
  });
  const flush = async (): Promise<void> => {
    if (streams.out.length > 0) await people.write(streams.out.splice(0).join(''));
    if (streams.err.length > 0) await ports.err.write(streams.err.splice(0).join(''));
  };
  try {
    if (args.length === 0) {
      await ports.err.write(program.helpInformation());
      return exitCode.usage;
    }
    await program.parseAsync([...args], { from: 'user' });
    await flush();
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      await flush();
      return exitCode.ok;
    }
    const said = streams.err.splice(0).join('');
    const known = error instanceof CommanderError ? new UserError(said.trim() || error.message, exitCode.usage) : error;
    return reportFailure(known, ports, { json: wantsJson(args), debug: args.includes('--debug') });
  }
}
