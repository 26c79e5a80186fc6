import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepLeftovers } from '../../src/adapters/leftovers.ts';
import { folderForTest } from './support/tools.ts';

test('a folder that a killed run left is removed with what is in it; a folder that is not there is no error', async () => {
  const { path, remove } = await folderForTest();
  const dead = 2 ** 22 + 1;
  const long = new Date(Date.now() - 2 * 3_600_000);
  for (const name of [`browser-${dead}-old`, `browser-${dead}-new`, `browser-${process.pid}-old`, 'browser-x-old']) {
    await mkdir(join(path, name, 'deep'), { recursive: true });
    await writeFile(join(path, name, 'deep', 'file'), '');
    if (name.endsWith('old')) await utimes(join(path, name), long, long);
  }
  await sweepLeftovers(path, /^browser-(\d+)-/);
  expect((await readdir(path)).sort()).toEqual(
    [`browser-${process.pid}-old`, `browser-${dead}-new`, 'browser-x-old'].sort(),
  );
  await sweepLeftovers(join(path, 'nowhere'), /(\d+)/);
  await remove();
});
