import { join } from 'node:path';
import { type Register, type RegisterEntry, readRegister } from '../../paper/index.ts';
import type { Context } from '../command.ts';

/** The register of printed copies, in the plan folder. */
export const registerFile = 'paper.jsonl';

const pathOf = ({ global }: Context): string => join(global.plan, registerFile);

/** Whether a copy was ever registered. */
export const hasRegister = async (context: Context): Promise<boolean> =>
  (await context.ports.files.kindOf(pathOf(context))) === 'file';

/** The register of a plan; empty where nothing was ever printed as a copy. @throws UserError (io). */
export async function loadRegister(context: Context): Promise<Register> {
  const { files } = context.ports;
  return readRegister((await hasRegister(context)) ? new TextDecoder().decode(await files.read(pathOf(context))) : '');
}

/** Records one thing. @throws UserError (io) when it is not safely on the disk. */
export const record = (context: Context, entry: RegisterEntry): Promise<void> =>
  context.ports.files.append(pathOf(context), JSON.stringify(entry));

/** Says on stderr which lines of the register were of no use; they stay in the file. */
export async function sayUnread({ notices }: Register, { ports }: Context): Promise<boolean> {
  for (const { line, problem } of notices) await ports.err.write(`${registerFile}:${line}: not used: ${problem}\n`);
  return notices.length > 0;
}
