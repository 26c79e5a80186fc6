import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

const text = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (t) => t.trim(),
    () => undefined,
  );

/** What git says about a folder, if it lies in a checkout. */
interface Checkout {
  /** The folder with the files. */
  readonly root: string;
  /** The git folder: `.git`, or where the `.git` file of a worktree or submodule points. */
  readonly git: string;
}

/** The checkout around a folder, the nearest one. */
async function checkoutOf(dir: string): Promise<Checkout | undefined> {
  for (let at = resolve(dir); ; at = dirname(at)) {
    const path = join(at, '.git');
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory()) return { root: at, git: path };
    const pointer = info?.isFile() ? /^gitdir: (.+)$/.exec((await text(path)) ?? '')?.[1] : undefined;
    if (pointer) return { root: at, git: resolve(at, pointer) };
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
  const checkout = await checkoutOf(dir);
  if (checkout === undefined) return undefined;
  const { git } = checkout;
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

/**
 * Where a folder lies below the root of its checkout, with `/` and ending with one; empty for the root itself and
 * outside a checkout. Formats for forges name files from there.
 */
export async function placeInCheckout(dir: string): Promise<string> {
  const checkout = await checkoutOf(dir);
  if (checkout === undefined) return '';
  const below = relative(checkout.root, resolve(dir)).split(sep).join('/');
  return below === '' ? '' : `${below}/`;
}

async function packed(common: string, ref: string): Promise<string | undefined> {
  const lines = ((await text(join(common, 'packed-refs'))) ?? '').split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ')[0];
}
