import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, readlink, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCode, UserError } from '../errors.ts';
import { ioError } from './io-error.ts';
import { sweepLeftovers } from './leftovers.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Loops until everything is written: a system may take less than it was given. */
async function writeAll(handle: FileHandle, content: Uint8Array): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const { bytesWritten } = await handle.write(content, done, content.length - done);
    if (bytesWritten === 0) throw failure('EIO');
    done += bytesWritten;
  }
}

/** File systems that know no flush of a folder say so with one of these; everything else is a real failure. */
const cannotFlush = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR']);

async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, constants.O_RDONLY);
    await handle.sync();
  } catch (error) {
    if (!cannotFlush.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}

const lookAt = (path: string): Promise<Stats | undefined> =>
  lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** As many links as Linux follows. */
const mostLinks = 40;

/**
 * Where a write goes: through links to the file they stand for, there or not yet. A link that another user made and
 * that leads to another folder is refused: in a shared folder it could be a trap.
 */
async function targetOf(path: string): Promise<{ readonly target: string; readonly known: Stats | undefined }> {
  let target = resolve(path);
  for (let followed = 0; followed < mostLinks; followed++) {
    const known = await lookAt(target);
    if (!known?.isSymbolicLink()) return { target, known };
    const next = resolve(dirname(target), await readlink(target));
    if (known.uid !== (process.getuid?.() ?? known.uid) && dirname(next) !== dirname(target)) {
      throw new UserError(
        `${path} is a link of another user to another folder; it is not followed`,
        exitCode.io,
        'name another file',
      );
    }
    target = next;
  }
  throw failure('ELOOP');
}

const leftover = /^\..*\.drplan-tmp-(\d+)-[0-9a-f]+$/;

/** Room in a file name of 255 bytes for the marks of a temporary file. */
const longestStem = 180;

function temporaryFor(target: string): string {
  const stem = Buffer.from(basename(target))
    .subarray(0, longestStem)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return join(dirname(target), `.${stem}.drplan-tmp-${process.pid}-${randomBytes(6).toString('hex')}`);
}

/** File systems without hard links (FAT, some network drives) answer a link with one of these. */
const cannotLink = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK']);

/** Puts the complete file in its place. A new file never replaces another that came to be in the meantime. */
async function place(temporary: string, target: string, overwrite: boolean): Promise<void> {
  if (!overwrite) {
    try {
      await link(temporary, target);
      await unlink(temporary);
      return;
    } catch (error) {
      if (!cannotLink.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  await rename(temporary, target);
}

async function fill(temporary: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await writeAll(handle, bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: temporary name in the same folder, flush, rename, flush of the folder. Mode 0600.
 * @throws UserError (io); whatever was there before is untouched then, or the new file is complete.
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { overwrite = true }: { readonly overwrite?: boolean } = {},
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let temporary: string | undefined;
  try {
    const { target, known } = await targetOf(path);
    if (known?.isDirectory()) throw failure('EISDIR');
    if (known && !known.isFile()) {
      throw new UserError(`${path} is a device or a pipe, not a file`, exitCode.io, 'name a file');
    }
    if (known && !overwrite) throw failure('EEXIST');
    await mkdir(dirname(target), { recursive: true });
    await sweepLeftovers(dirname(target), leftover);
    temporary = temporaryFor(target);
    await fill(temporary, bytes);
    await place(temporary, target, overwrite);
    await flushFolder(dirname(target));
  } catch (error) {
    if (temporary !== undefined) await unlink(temporary).catch(() => undefined);
    throw ioError(error, `${path} cannot be written`);
  }
}
