import { constants } from 'node:fs';
import {
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exitCode, UserError } from '../errors.ts';
import type { Files, RawFile, ReadLimits } from '../ports.ts';

/** What an error of the operating system means to a person. */
const reasons: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  ENOENT: ['it does not exist'],
  EACCES: ['access is not allowed', 'check its owner and permissions'],
  EPERM: ['access is not allowed', 'check its owner and permissions'],
  ENOSPC: ['the disk is full', 'free space, or write somewhere else'],
  EDQUOT: ['the quota is used up', 'free space, or write somewhere else'],
  EROFS: ['the file system is read-only', 'write somewhere else'],
  EISDIR: ['it is a folder'],
  ENOTDIR: ['a part of its path is not a folder'],
  EMFILE: ['too many files are open'],
  ENAMETOOLONG: ['its path is too long'],
  EFBIG: ['it is larger than this system allows'],
  EIO: ['the device reports an error'],
  EXDEV: ['it would have to be moved to another device'],
};

/** The error of the operating system as one of ours: what was tried, why it failed, what helps. */
export function ioError(error: unknown, what: string): UserError {
  if (error instanceof UserError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const [reason, hint] = reasons[code ?? ''] ?? [message];
  return new UserError(`${what}: ${reason}`, exitCode.io, hint);
}

/** Folders that are nobody's plan. */
const passedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

interface Walk {
  readonly root: string;
  readonly limits: ReadLimits;
  readonly wanted: (path: string) => boolean;
  readonly found: (RawFile | { readonly path: string; readonly file: true })[];
}

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
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (passedOver(entry.name)) continue;
    if (entry.isDirectory() && wanted(path) && /\.ya?ml$/i.test(path)) {
      found.push({ path, problem: 'it is a folder, not a file', hint: 'rename the folder' });
    }
    if (entry.isDirectory()) await list(walk, path, depth + 1);
    else if (!wanted(path)) continue;
    else if (entry.isFile()) found.push({ path, file: true });
    else if (entry.isSymbolicLink()) found.push(await linked(root, path));
    else found.push({ path, problem: 'it is not a regular file', hint: 'a plan is made of plain files' });
  }
}

/** A link is followed to a file inside the folder and nowhere else. */
async function linked(root: string, path: string): Promise<RawFile | { path: string; file: true }> {
  const [inside, target] = await Promise.all([realpath(root), realpath(join(root, path)).catch(() => undefined)]);
  if (target === undefined) return { path, problem: 'the link leads nowhere' };
  if (!target.startsWith(`${inside}/`)) {
    return { path, problem: 'the link leads out of the plan folder', hint: 'copy the file instead' };
  }
  return (await stat(target)).isFile() ? { path, file: true } : { path, problem: 'the link does not lead to a file' };
}

/** Reads one file whole, once; a file that is too large is not opened for long. */
async function readOne(root: string, path: string, limits: ReadLimits): Promise<RawFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
    const info = await handle.stat();
    if (!info.isFile()) return { path, problem: 'it is not a regular file' };
    if (info.size > limits.fileBytes) {
      const problem = `the file has ${info.size} bytes; ${limits.fileBytes} are allowed`;
      return { path, problem, hint: 'split it into several files, or raise the limit with --max-file-size' };
    }
    return { path, bytes: await handle.readFile() };
  } catch (error) {
    return { path, problem: ioError(error, 'the file cannot be read').message };
  } finally {
    await handle?.close();
  }
}

const byCodeUnits = (a: { path: string }, b: { path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
/** How many files are read at the same time. */
const atOnce = 32;

async function readTree(
  dir: string,
  wanted: (path: string) => boolean,
  limits: ReadLimits,
): Promise<readonly RawFile[]> {
  const walk: Walk = { root: dir, limits, wanted, found: [] };
  await list(walk, '', 0);
  const found = walk.found.sort(byCodeUnits);
  if (found.length > limits.files) {
    const message = `${dir} has ${found.length} plan files; ${limits.files} are allowed`;
    throw new UserError(message, exitCode.usage, 'raise the limit with --max-files, or check the folder');
  }
  const files: RawFile[] = new Array(found.length);
  let next = 0;
  let bytes = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < found.length; i = next++) {
      const entry = found[i] as (typeof found)[number];
      const file = 'file' in entry ? await readOne(dir, entry.path, limits) : entry;
      files[i] = file;
      bytes += 'bytes' in file ? file.bytes.length : 0;
      if (bytes <= limits.totalBytes) continue;
      const message = `the files of ${dir} have more than ${limits.totalBytes} bytes together`;
      throw new UserError(message, exitCode.usage, 'raise the limit with --max-total-size, or check the folder');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return files;
}

/** Loops until everything is written: a system may take less than it was given. */
async function writeAll(handle: FileHandle, content: Uint8Array): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const { bytesWritten } = await handle.write(content, done, content.length - done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const leftover = /^\..+\.drplan-tmp-(\d+)-\d+$/;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what a killed run of ours left behind in this folder. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = leftover.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await unlink(join(folder, name)).catch(() => undefined);
  }
}

/** Where a write goes: through a link to the file it stands for. */
const targetOf = async (path: string): Promise<string> => realpath(path).catch(() => path);

async function write(
  path: string,
  content: string | Uint8Array,
  options: { readonly overwrite?: boolean } = {},
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const target = await targetOf(path);
  const folder = dirname(target);
  const temporary = join(
    folder,
    `.${basename(target)}.drplan-tmp-${process.pid}-${process.hrtime.bigint() % 1_000_000n}`,
  );
  try {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const known = await lstat(target).catch(() => undefined);
    if (known?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    if (known && options.overwrite !== true) {
      throw new UserError(`${path} is there already`, exitCode.io, 'name another file');
    }
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    await syncFolder(folder);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw ioError(error, `${path} cannot be written`);
  }
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
  write,
  kindOf,
  read: async (path) =>
    readFile(path).catch((error: unknown) => Promise.reject(ioError(error, `${path} cannot be read`))),
};
