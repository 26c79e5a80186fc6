import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

const text = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (t) => t.trim(),
    () => undefined,
  );

/** The git folder of a checkout: `.git`, or where a worktree's `.git` file points. */
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

/** The commit a folder's checkout is at, read from its files; undefined outside a checkout. No program is run. */
export async function revisionOf(dir: string): Promise<string | undefined> {
  const git = await gitFolder(dir);
  if (git === undefined) return undefined;
  const head = await text(join(git, 'HEAD'));
  const ref = /^ref: (.+)$/.exec(head ?? '')?.[1];
  if (ref === undefined) return head;
  const common = resolve(git, (await text(join(git, 'commondir'))) ?? '.');
  const loose = (await text(join(git, ref))) ?? (await text(join(common, ref)));
  if (loose !== undefined) return loose;
  const packed = (await text(join(common, 'packed-refs'))) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}
