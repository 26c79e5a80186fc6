import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

function isOurs(folder: string): boolean {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return false;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown }).name === 'drplan';
  } catch {
    return false;
  }
}

/** drplan's own folder: the nearest one above this file whose package.json names it, in the bundle and in the sources. */
export function packageRoot(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (isOurs(at)) return at;
    if (dirname(at) === at) throw new Error('drplan was installed without its package.json and templates');
  }
}

async function listBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Templates and examples that come with drplan. Paths are relative to its folder. */
export const assets = {
  read: (path: string): Promise<Uint8Array> => readFile(join(packageRoot(), path)),
  list: (dir: string): Promise<readonly string[]> => listBelow(join(packageRoot(), dir)),
};
