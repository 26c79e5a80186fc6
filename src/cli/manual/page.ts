import type { Command, Option } from 'commander';
import { exitCode } from '../../errors.ts';
import { bold, flags, italic, roff, tagged } from './roff.ts';
import { environment, examples, exitCodes, files } from './words.ts';

function optionText(option: Option): string {
  const choices = option.argChoices ? `one of ${option.argChoices.join(', ')}` : '';
  // The default of --today is the day itself: the page would be another one tomorrow.
  const value = option.defaultValueDescription ?? (option.defaultValue === true ? undefined : option.defaultValue);
  const preset = value === undefined ? '' : `default: ${value}`;
  const more = [choices, preset].filter(Boolean).join('; ');
  return more === '' ? option.description : `${option.description} (${more})`;
}

const optionLines = (command: Command): readonly string[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter((o) => o.long !== '--help')
    .map((o) => tagged(flags(o.flags), optionText(o)));

function commandLines(command: Command, before: string): readonly string[] {
  const subs = command.createHelp().visibleCommands(command);
  const name = `${before}${command.name()}`;
  if (subs.length > 0) return subs.flatMap((sub) => commandLines(sub, `${name} `));
  const parameters = command.registeredArguments;
  const shown = parameters.map((p) => {
    const word = p.variadic ? `${p.name()}...` : p.name();
    return p.required ? italic(word) : `[${italic(word)}]`;
  });
  return [
    `.SS ${[bold(`drplan ${name}`), ...shown].join(' ')}`,
    roff(command.description()),
    ...parameters.map((p) => tagged(italic(p.name()), p.description)),
    ...optionLines(command),
  ];
}

/** The manual page of the program, from the definitions of its commands. */
export function manualPage(program: Command, version: string): string {
  const commands = program.createHelp().visibleCommands(program);
  const lines = [
    '.\\" Written by drplan manual; do not edit.',
    `.TH DRPLAN 1 "" "drplan ${version}" "User Commands"`,
    '.SH NAME',
    'drplan \\- the emergency plan as text in git: check it, order it, print it',
    '.SH SYNOPSIS',
    `.B drplan`,
    `[${italic('options')}] ${italic('command')} [${italic('arguments')}]`,
    '.SH DESCRIPTION',
    roff('A plan is a folder of YAML files: what there is, what each thing needs, who knows how, what was promised.'),
    roff('drplan checks it, says in an outage what to start in which order, and prints the paper binder.'),
    roff('Results go to standard output, talk to standard error. No command opens a network connection.'),
    '.SH OPTIONS',
    'These may stand before or behind the command.',
    ...optionLines(program),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(command, '')),
    '.SH EXIT STATUS',
    ...Object.entries(exitCodes).map(([name, means]) =>
      tagged(bold(`${exitCode[name as keyof typeof exitCode]}`), means),
    ),
    '.SH ENVIRONMENT',
    ...environment.map(([name, means]) => tagged(bold(name), means)),
    '.SH FILES',
    ...files.map(([name, means]) => tagged(italic(name), means)),
    '.SH EXAMPLES',
    ...examples.flatMap(([what, line], i) => [
      ...(i === 0 ? [] : ['.PP']),
      roff(what),
      '.PP',
      '.EX',
      `.RS 4`,
      roff(line),
      '.RE',
      '.EE',
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
