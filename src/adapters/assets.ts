import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** drplan's own folder: the nearest one above this file that holds its package.json, in the bundle and in the sources. */
export function packageRoot(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json')) && existsSync(join(at, 'templates'))) return at;
    if (dirname(at) === at) throw new Error('drplan was installed without its templates');
  }
}

async function listBelow(root: string, dir: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, dir), { withFileTypes: true, recursive: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(join(root, dir).length + 1))
    .sort();
}

/** Templates and examples that come with drplan. Paths are relative to its folder. */
export const assets = {
  read: (path: string): Promise<Uint8Array> => readFile(join(packageRoot(), path)),
  list: (dir: string): Promise<readonly string[]> => listBelow(packageRoot(), dir),
};
