import { constants } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ioError } from './io-error.ts';

/** The last byte of a file that ends with a whole line. */
const lineEnd = 0x0a;

/**
 * Adds one line to a file that many may write at once. One write at the end of the file, which the system does in one
 * piece, then a flush; a line that an earlier writer left torn is ended first, so that it takes no other with it.
 * Nothing that is there is ever changed. @throws UserError (io) when the line was not written whole.
 */
export async function appendLine(path: string, line: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, constants.O_APPEND | constants.O_CREAT | constants.O_RDWR, 0o600);
    try {
      const { size } = await handle.stat();
      const last = new Uint8Array([lineEnd]);
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      const bytes = new TextEncoder().encode(`${last[0] === lineEnd ? '' : '\n'}${line}\n`);
      const { bytesWritten } = await handle.write(bytes);
      if (bytesWritten < bytes.length) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw ioError(error, `${path} cannot be added to`);
  }
}
