import { writeSync } from 'node:fs';
import type { Sink } from '../ports.ts';
import { ioError } from './io-error.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

/**
 * Writes everything to a file descriptor and only then answers: short writes are continued, a full pipe is waited for.
 * A reader that has gone away (`| head -1`) is no error. Node's own streams lose output at exit and hide a full disk.
 * @throws UserError (io)
 */
async function writeWhole(fd: number, text: string, name: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done, bytes.length - done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') await pause(2);
      else if (code === 'EPIPE') return;
      else throw ioError(error, `${name} cannot be written`);
    }
  }
}

/** Off by `NO_COLOR` (no-color.org: present and not empty), on by `FORCE_COLOR`, else where a terminal can show it. */
function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** What a sink needs to know of standard output or error. */
export interface OutputStream {
  readonly fd?: number;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Standard output or error as a sink; `name` is how messages call it. */
export function processSink(
  stream: OutputStream,
  name: string,
  options: { readonly noColor: boolean; readonly env: Readonly<Record<string, string | undefined>> },
): Sink {
  const isTerminal = stream.isTTY === true;
  const fd = stream.fd ?? (name === 'standard error' ? 2 : 1);
  return {
    write: (text) => writeWhole(fd, text, name),
    isTerminal,
    columns: (isTerminal && stream.columns) || undefined,
    colour: !options.noColor && wantsColour(options.env, isTerminal),
  };
}
