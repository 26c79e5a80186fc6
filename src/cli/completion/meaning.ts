import type { Argument, Option } from 'commander';
import { type Kind, nodeKinds } from '../../inventory/kinds.ts';

/** What a value on the command line stands for; the shell or the plan knows which ones there are. */
export type Meaning =
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'file' | 'folder' }
  /** Ids of elements. `list`: several, joined by commas; `behind`: what may follow `=`. */
  | { readonly is: 'id'; readonly kinds: readonly Kind[]; readonly list?: true; readonly behind?: 'effect' | 'count' }
  | { readonly is: 'selector' | 'explained' | 'profile' | 'unknown' };

const ids = (...kinds: readonly Kind[]): Meaning => ({ is: 'id', kinds });

/** Options whose value is narrower than its placeholder says. */
const byOption: Readonly<Record<string, Meaning>> = {
  '--scenario': ids('scenario'),
  '--failed': { is: 'id', kinds: nodeKinds, list: true, behind: 'effect' },
  '--select': { is: 'selector' },
  '--role': ids('role'),
  '--staff': { is: 'id', kinds: ['role'], behind: 'count' },
  '--present': ids('person'),
  '--binder': ids('binder'),
  '--facility': ids('facility'),
  '--profile': { is: 'profile' },
};

/** `<id...>` → `id`: what a definition calls its value. */
const byPlaceholder: Readonly<Record<string, Meaning>> = {
  file: { is: 'file' },
  path: { is: 'file' },
  dir: { is: 'folder' },
  id: ids(...nodeKinds),
};

const placeholderOf = (flags: string): string => /[<[]([^\]>.]+)/.exec(flags)?.[1] ?? '';

/** What the value of an option stands for. */
export function meaningOfOption(option: Option): Meaning {
  if (option.argChoices) return { is: 'choice', of: option.argChoices };
  return byOption[option.long ?? ''] ?? byPlaceholder[placeholderOf(option.flags)] ?? { is: 'unknown' };
}

/** What an argument of a command stands for. */
export function meaningOfArgument(command: string, argument: Argument): Meaning {
  if (argument.argChoices) return { is: 'choice', of: argument.argChoices };
  if (command === 'explain') return { is: 'explained' };
  return byPlaceholder[argument.name()] ?? { is: 'unknown' };
}
