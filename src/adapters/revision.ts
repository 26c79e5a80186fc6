import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const text = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (t) => t.trim(),
    () => undefined,
  );

/** The git folder of a checkout: `.git`, or where the `.git` file of a worktree or submodule points. */
async function gitFolder(dir: string): Promise<string | undefined> {
  for (let at = resolve(dir); ; at = dirname(at)) {
    const path = join(at, '.git');
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory()) return path;
    const pointer = info?.isFile() ? /^gitdir: (.+)$/.exec((await text(path)) ?? '')?.[1] : undefined;
    if (pointer) return resolve(at, pointer);
    if (dirname(at) === at) return undefined;
  }
}

/** SHA-1 or SHA-256; anything else in these files is nothing that may be printed. */
const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A reference that stays inside the git folder: the files of a foreign checkout are not trusted. */
const reference = /^ref: (refs\/(?!.*\.\.)[^\s\\]+)$/;

/** References to references: git itself stops after five. */
const mostHops = 5;

/**
 * The commit (hexadecimal) that the checkout around a folder is at, read from its files; undefined outside a checkout
 * or before the first commit. No program is run.
 */
export async function revisionOf(dir: string): Promise<string | undefined> {
  const git = await gitFolder(dir);
  if (git === undefined) return undefined;
  const common = resolve(git, (await text(join(git, 'commondir'))) ?? '.');
  let at = await text(join(git, 'HEAD'));
  for (let hop = 0; hop < mostHops; hop++) {
    if (at !== undefined && commit.test(at)) return at;
    const ref = reference.exec(at ?? '')?.[1];
    if (ref === undefined) return undefined;
    at = (await text(join(git, ref))) ?? (await text(join(common, ref))) ?? (await packed(common, ref));
  }
  return undefined;
}

async function packed(common: string, ref: string): Promise<string | undefined> {
  const lines = ((await text(join(common, 'packed-refs'))) ?? '').split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}
