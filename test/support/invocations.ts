import { type Argument, Command, type Option } from 'commander';
import type { CommandDefinition } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/main.ts';

/** A command line that does something: every command of the registry has one, also those that come later. */
export interface Invocation {
  readonly name: string;
  readonly args: readonly string[];
  readonly options: readonly Option[];
}

/** What stands for a required value, by what the definition calls it. */
const values: Readonly<Record<string, string>> = {
  n: '1',
  id: 'san-1',
  file: 'written.out',
  dir: 'written',
  path: 'inventory.ini',
  name: 'X',
  fingerprint: '0badcafe',
};

/** What a command needs beyond what commander demands to do its work quickly. */
const more: Readonly<Record<string, readonly string[]>> = {
  init: ['written'],
  impact: ['--failed', 'san-1'],
  print: ['--format', 'txt'],
  explain: ['reference-unknown'],
  'paper status': ['--sections'],
  'paper register': ['--lost'],
};

function valueFor(name: string, choices: readonly string[] | undefined): string {
  const value = choices?.[0] ?? values[name];
  if (value === undefined) throw new Error(`say in test/support/invocations.ts what <${name}> may be`);
  return value;
}

function invocationsOf(definition: CommandDefinition, before: readonly string[]): readonly Invocation[] {
  const [word = ''] = definition.usage.split(' ');
  const path = [...before, word];
  if (definition.subcommands) return definition.subcommands.flatMap((sub) => invocationsOf(sub, path));
  const command = new Command(word);
  definition.define(command);
  const parameters = command.registeredArguments.filter((a: Argument) => a.required);
  const demanded = command.options.filter((o) => o.mandatory);
  const name = path.join(' ');
  return [
    {
      name,
      options: command.options,
      args: [
        ...path,
        ...parameters.map((a) => valueFor(a.name(), a.argChoices)),
        ...demanded.flatMap((o) => [o.long ?? '', valueFor(/<([^>.]+)/.exec(o.flags)?.[1] ?? '', o.argChoices)]),
        ...(more[name] ?? []),
      ],
    },
  ];
}

/** One for every command and subcommand. */
export const invocations: readonly Invocation[] = commands.flatMap((c) => invocationsOf(c, []));
