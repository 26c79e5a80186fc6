import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { exitCode, UserError } from '../errors.ts';
import type { Files, RawFile, ReadLimits } from '../ports.ts';
import { appendLine } from './append-line.ts';
import { ioError } from './io-error.ts';
import { writeFileWhole } from './write-file.ts';

/** Folders that are nobody's plan. */
const passedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

type Found = RawFile | { readonly path: string; readonly regular: true };

interface Walk {
  readonly root: string;
  readonly limits: ReadLimits;
  readonly wanted: (path: string) => boolean;
  readonly found: Found[];
}

/** Depth is limited, so the recursion is. */
async function list(walk: Walk, folder: string, depth: number): Promise<void> {
  const { root, limits, wanted, found } = walk;
  if (depth > limits.depth) {
    found.push({ path: folder, problem: `folders are nested deeper than ${limits.depth}` });
    return;
  }
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (folder === '') throw ioError(error, `${root} cannot be read`);
    found.push({ path: folder, problem: ioError(error, 'the folder cannot be read').message });
    return [];
  });
  for (const entry of entries) {
    if (passedOver(entry.name)) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (wanted(path) && /\.ya?ml$/i.test(path))
        found.push({ path, problem: 'it is a folder, not a file', hint: 'rename the folder' });
      await list(walk, path, depth + 1);
    } else if (wanted(path)) {
      if (entry.isFile()) found.push({ path, regular: true });
      else if (entry.isSymbolicLink()) found.push(await linked(root, path));
      else found.push({ path, problem: 'it is not a regular file', hint: 'a plan is made of plain files' });
    }
    // A folder given by mistake (a home, a whole disk) is not walked to its end.
    if (found.length > limits.files) throw tooMany(root, limits);
  }
}

const tooMany = (root: string, limits: ReadLimits): UserError =>
  new UserError(
    `${root} has more than ${limits.files} plan files`,
    exitCode.usage,
    'raise the limit with --max-files, or check the folder',
  );

/** A link is followed to a file inside the folder and nowhere else. */
async function linked(root: string, path: string): Promise<Found> {
  const [inside, target] = await Promise.all([realpath(root), realpath(join(root, path)).catch(() => undefined)]);
  if (target === undefined) return { path, problem: 'the link leads nowhere' };
  const way = relative(inside, target);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    return { path, problem: 'the link leads out of the plan folder', hint: 'copy the file instead' };
  }
  const info = await stat(target).catch(() => undefined);
  return info?.isFile() ? { path, regular: true } : { path, problem: 'the link does not lead to a file' };
}

/** What is read of a file that was `size` bytes when it was opened; one that grows meanwhile is read no further. */
function readWhole(fd: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let done = 0;
  while (done < size) {
    const taken = readSync(fd, bytes, done, size - done, done);
    if (taken === 0) break;
    done += taken;
  }
  return bytes.subarray(0, done);
}

/**
 * Reads one file whole, once. Not blocking: a pipe that took the file's place since is looked at, not waited for.
 * Synchronous: for thousands of small files five times as fast as handing each call to another thread and back.
 */
function readOne(root: string, path: string, limits: ReadLimits): RawFile {
  let fd: number | undefined;
  try {
    fd = openSync(join(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
    const info = fstatSync(fd);
    if (!info.isFile()) return { path, problem: 'it is not a regular file' };
    if (info.size > limits.fileBytes) {
      const problem = `the file has ${info.size} bytes; ${limits.fileBytes} are allowed`;
      return { path, problem, hint: 'split it into several files, or raise the limit with --max-file-size' };
    }
    return { path, bytes: readWhole(fd, info.size) };
  } catch (error) {
    return { path, problem: ioError(error, 'the file cannot be read').message };
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

const byCodeUnits = (a: Found, b: Found): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** After so many files signals and timers get their turn. */
const atOnce = 64;

async function readTree(
  dir: string,
  wanted: (path: string) => boolean,
  limits: ReadLimits,
): Promise<readonly RawFile[]> {
  const walk: Walk = { root: dir, limits, wanted, found: [] };
  await list(walk, '', 0);
  const found = walk.found.sort(byCodeUnits);
  const files: RawFile[] = [];
  let bytes = 0;
  for (const [i, entry] of found.entries()) {
    if (i % atOnce === atOnce - 1) await setImmediate();
    const file = 'regular' in entry ? readOne(dir, entry.path, limits) : entry;
    files.push(file);
    bytes += 'bytes' in file ? file.bytes.length : 0;
    if (bytes > limits.totalBytes) {
      const message = `the files of ${dir} have more than ${limits.totalBytes} bytes together`;
      throw new UserError(message, exitCode.usage, 'raise the limit with --max-total-size, or check the folder');
    }
  }
  return files;
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw ioError(error, `${path} cannot be looked at`);
  });
  if (!info) return 'nothing';
  return info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other';
}

/** The file system, with errors in plain words and writes that are whole or not at all. */
export const nodeFiles: Files = {
  readTree,
  write: writeFileWhole,
  append: appendLine,
  kindOf,
  read: async (path) =>
    readFile(path).catch((error: unknown) => Promise.reject(ioError(error, `${path} cannot be read`))),
};
