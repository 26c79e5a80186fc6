import type { Command, Option } from 'commander';
import { type Meaning, meaningOfArgument, meaningOfOption } from './meaning.ts';

/** A word that may stand there, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly says: string;
}

/** What may stand where the cursor is. */
export interface Expected {
  /** Commands and options, which the definitions know. */
  readonly words: readonly Candidate[];
  /** Values, which the plan or the disk knows. */
  readonly value: Meaning | undefined;
  /** What stands before the value within the word: `--format=`. */
  readonly before: string;
  /** What has been typed of the value. */
  readonly typed: string;
  /** Folder of the plan as given so far. */
  readonly plan: string | undefined;
}

/** commander knows an option of the program behind the command's name too. */
function optionsOf(command: Command): readonly Option[] {
  const own = command.createHelp().visibleOptions(command);
  const outer = command.parent ? optionsOf(command.parent) : [];
  return [...own, ...outer.filter((o) => !own.some((mine) => mine.long === o.long))];
}

const optionNamed = (command: Command, name: string): Option | undefined =>
  optionsOf(command).find((o) => o.long === name || o.short === name);

const subcommandsOf = (command: Command): readonly Command[] => command.createHelp().visibleCommands(command);

/** Reads the words before the cursor as commander will read them, and says what may come; `words` ends with the one being typed. */
export function expectedAt(program: Command, words: readonly string[]): Expected {
  let command = program;
  let pending: Option | undefined;
  let hasValue = false;
  let onlyArguments = false;
  let given = 0;
  let plan: string | undefined;
  for (const word of words.slice(0, -1)) {
    const isOption = !onlyArguments && word.startsWith('-') && word !== '-';
    if (pending && (!hasValue || !isOption)) {
      if (pending.long === '--plan') plan = word;
      hasValue = true;
      if (!pending.variadic) pending = undefined;
      continue;
    }
    pending = undefined;
    if (onlyArguments) given++;
    else if (word === '--') onlyArguments = true;
    else if (isOption) {
      const [name = '', ...value] = word.split('=');
      const option = optionNamed(command, name);
      if (option?.long === '--plan' && value.length > 0) plan = value.join('=');
      const takesMore = option !== undefined && (option.required || option.optional);
      pending = takesMore && (value.length === 0 || option.variadic) ? option : undefined;
      hasValue = value.length > 0;
    } else {
      const sub = subcommandsOf(command).find((c) => c.name() === word);
      if (sub) command = sub;
      else given++;
    }
  }
  const last = words.at(-1) ?? '';
  const nothing: Expected = { words: [], value: undefined, before: '', typed: last, plan };
  const isOption = !onlyArguments && last.startsWith('-');
  if (pending && (!hasValue || !isOption)) return { ...nothing, value: meaningOfOption(pending) };
  const assigned = isOption ? /^(--[^=]+)=(.*)$/s.exec(last) : null;
  if (assigned) {
    const option = optionNamed(command, assigned[1] ?? '');
    const value = option?.required || option?.optional ? meaningOfOption(option) : undefined;
    return { ...nothing, value, before: `${assigned[1]}=`, typed: assigned[2] ?? '' };
  }
  if (isOption) {
    const options = optionsOf(command).filter((o) => o.long !== undefined);
    return { ...nothing, words: options.map((o) => ({ word: o.long as string, says: o.description })) };
  }
  const subcommands = subcommandsOf(command);
  if (subcommands.length > 0) {
    return { ...nothing, words: subcommands.map((c) => ({ word: c.name(), says: c.description() })) };
  }
  const parameters = command.registeredArguments;
  const parameter = parameters[given] ?? parameters.find((p) => p.variadic);
  return parameter ? { ...nothing, value: meaningOfArgument(command.name(), parameter) } : nothing;
}
