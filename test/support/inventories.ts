import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ForeignFile } from '../../src/importers/importer.ts';
import { importers } from '../../src/importers/index.ts';
import { read } from './plan.ts';
import { shared } from './program.ts';

/** Real inventories of others; absent where only the project is. */
export const selfhosted = join(shared, 'data/ansible-selfhosted');
export const fedora = join(shared, 'data/ansible-fedora-2020');
export const hasInventories = existsSync(selfhosted) && existsSync(fedora);

/** All files below a folder, by their path in it. */
export function folder(path: string): Record<string, string> {
  const walk = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
      e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)],
    );
  return Object.fromEntries(walk(path).map((f) => [relative(path, f), readFileSync(f, 'utf8')]));
}

export const foreign = (files: Readonly<Record<string, string>>): ForeignFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

/** What `import ansible` makes of these files, and the plan as it is read again. */
export function imported(files: Readonly<Record<string, string>>) {
  const found = importers.find((i) => i.name === 'ansible')?.import(foreign(files), { name: 'test' });
  if (!found) throw new Error('no importer');
  const plan = Object.fromEntries(found.files.map((f) => [f.path, f.text]));
  return { ...found, plan, reading: read(plan) };
}
