import { fstatSync, writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';
import { exitCode, UserError } from '../errors.ts';
import type { Sink } from '../ports.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => void setTimeout(done, milliseconds));

/**
 * Writes everything to a file descriptor and only then answers: short writes are continued, a full pipe is waited for.
 * A reader that has gone away (`| head -1`) is no error. Node's own streams lose output at exit and hide a full disk.
 */
async function writeWhole(fd: number, text: string, name: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8');
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done, bytes.length - done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') await pause(5);
      else if (code === 'EPIPE') return;
      else
        throw new UserError(
          `${name} cannot be written: ${code}`,
          exitCode.io,
          'is the disk full, or the output closed?',
        );
    }
  }
}

function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Standard output or error as a sink. */
export function processSink(stream: NodeJS.WriteStream, name: string, options: { readonly noColor: boolean }): Sink {
  const { fd } = stream as NodeJS.WriteStream & { fd: number };
  const isTerminal = stream.isTTY === true && isOpen(fd);
  return {
    write: (text) => writeWhole(fd, text, name),
    isTerminal,
    columns: isTerminal ? (stream as WriteStream).columns || 80 : undefined,
    colour: !options.noColor && wantsColour(process.env, isTerminal),
  };
}

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}
