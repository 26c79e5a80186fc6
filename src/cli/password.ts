import { exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';

/** AES-256 of PDF takes so many bytes of a password (ISO 32000-2, 7.6.4.3.3). */
const mostBytes = 127;

/** The first line of a file, without its end. */
const firstLine = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).split(/\r?\n/, 1)[0] ?? '';

/**
 * The password for a file: from another file, or asked for twice on the terminal; never from an argument, which every
 * user of the machine can read. @throws UserError (usage) when it is empty, too long or typed differently.
 */
export async function passwordFor(ports: Ports, file: string | undefined): Promise<string> {
  const password =
    file === undefined ? await ports.askPassword('Password for the PDF: ') : firstLine(await ports.files.read(file));
  if (password === '') {
    throw new UserError(
      file === undefined ? 'the password is empty' : `the first line of ${file} is empty`,
      exitCode.usage,
      'a password has at least one character',
    );
  }
  const bytes = new TextEncoder().encode(password.normalize('NFKC')).length;
  if (bytes > mostBytes) {
    throw new UserError(`the password has ${bytes} bytes`, exitCode.usage, `a PDF takes ${mostBytes} at most`);
  }
  if (file === undefined && (await ports.askPassword('The same again: ')) !== password) {
    throw new UserError('the two passwords differ', exitCode.usage, 'nothing was written; try again');
  }
  return password;
}
