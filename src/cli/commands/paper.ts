import type { CommandDefinition } from '../command.ts';
import { register } from './paper/register.ts';
import { replace } from './paper/replace.ts';
import { status } from './paper/status.ts';
import { verify } from './paper/verify.ts';

/** What is known about the copies that lie in drawers, cars and at home. */
export const paper: CommandDefinition = {
  usage: 'paper',
  summary: 'printed copies: which are stale, new pages for them, what became of them',
  define: () => undefined,
  run: async () => {
    throw new Error('paper is run by its subcommands');
  },
  subcommands: [status, replace, register, verify],
};
