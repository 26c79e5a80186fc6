import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileWhole } from '../../src/adapters/write-file.ts';
import { exitCode } from '../../src/errors.ts';
import { bundleProgram } from './support/bundle.ts';
import { folderForTest, hasTool, runProgram } from './support/tools.ts';

let folder: Awaited<ReturnType<typeof folderForTest>>;
beforeEach(async () => {
  folder = await folderForTest();
});
afterEach(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const text = (name: string): Promise<string> => readFile(at(name), 'utf8');

describe('writing a file', () => {
  test('makes folders, replaces, keeps nothing beside it, and is for the owner only', async () => {
    await writeFileWhole(at('new/deep/out.pdf'), 'one');
    await writeFileWhole(at('new/deep/out.pdf'), new Uint8Array([116, 119, 111]));
    expect(await text('new/deep/out.pdf')).toBe('two');
    expect(await readdir(at('new/deep'))).toEqual(['out.pdf']);
    expect((await stat(at('new/deep/out.pdf'))).mode & 0o777).toBe(0o600);
  });

  test('overwrite: false keeps what is there, even when many try at once', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => writeFileWhole(at('once'), `writer ${i}`, { overwrite: false })),
    );
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    const winner = tries.findIndex((t) => t.status === 'fulfilled');
    expect(await text('once')).toBe(`writer ${winner}`);
    expect(await readdir(folder.path)).toEqual(['once']);
    await expect(writeFileWhole(at('once'), 'x', { overwrite: false })).rejects.toMatchObject({
      code: exitCode.io,
      message: `${at('once')} cannot be written: it is there already`,
    });
  });

  test('two writers of one file: the file is one of them, whole', async () => {
    const contents = Array.from({ length: 8 }, (_, i) => String(i).repeat(300_000));
    await Promise.all(contents.map((content) => writeFileWhole(at('shared'), content)));
    expect(contents).toContain(await text('shared'));
    expect(await readdir(folder.path)).toEqual(['shared']);
  });

  test('writes through a link to its file, there or not yet, and keeps the link', async () => {
    await mkdir(at('usb'));
    await symlink('usb/binder.pdf', at('out.pdf'));
    await writeFileWhole(at('out.pdf'), 'first');
    await writeFileWhole(at('out.pdf'), 'second');
    expect(await readlink(at('out.pdf'))).toBe('usb/binder.pdf');
    expect(await text('usb/binder.pdf')).toBe('second');
    await symlink('b', at('a'));
    await symlink('a', at('b'));
    await expect(writeFileWhole(at('a'), 'x')).rejects.toMatchObject({ code: exitCode.io });
  });

  // Never tried on a device of the machine: run by root against a broken writer it would be gone.
  test.skipIf(!hasTool('mkfifo'))('never replaces what is no regular file', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await symlink('pipe', at('link'));
    await mkdir(at('folder'));
    await expect(writeFileWhole(at('link'), 'x')).rejects.toThrow(/is a device or a pipe, not a file/);
    await expect(writeFileWhole(at('pipe'), 'x')).rejects.toMatchObject({ code: exitCode.io });
    await expect(writeFileWhole(at('folder'), 'x')).rejects.toThrow(/it is a folder/);
    expect((await stat(at('pipe'))).isFIFO()).toBe(true);
    expect((await readdir(folder.path)).sort()).toEqual(['folder', 'link', 'pipe']);
    await expect(writeFileWhole(at('pipe/x'), 'x')).rejects.toThrow(/not a folder/);
  });

  test('a name as long as the file system allows', async () => {
    const name = 'ä'.repeat(127);
    await writeFileWhole(at(name), 'long');
    expect(await readdir(folder.path)).toEqual([name]);
    await expect(writeFileWhole(at('x'.repeat(300)), 'x')).rejects.toThrow(/path is too long/);
  });

  test('sweeps what killed runs left, and nothing else', async () => {
    const dead = 2 ** 22 + 1;
    const old = new Date(Date.now() - 2 * 3_600_000);
    const names = {
      swept: `.out.pdf.drplan-tmp-${dead}-0a1b2c`,
      young: `.out.pdf.drplan-tmp-${dead}-0a1b2d`,
      living: `.out.pdf.drplan-tmp-${process.ppid}-0a1b2e`,
      foreign: `.out.pdf.tmp-${dead}-0a1b2c`,
    };
    for (const [kind, name] of Object.entries(names)) {
      await writeFile(at(name), '');
      if (kind !== 'young') await utimes(at(name), old, old);
    }
    await writeFileWhole(at('out.pdf'), 'x');
    const { swept, ...kept } = names;
    expect((await readdir(folder.path)).sort()).toEqual(['out.pdf', ...Object.values(kept)].sort());
    expect(existsSync(at(swept))).toBe(false);
  });
});

const tried = `
import { writeFileWhole } from './adapters/write-file.ts';
const [path, size] = process.argv.slice(2);
writeFileWhole(path, 'n'.repeat(Number(size))).then(
  () => console.log('ok'),
  (error) => { console.log(error.name, error.code, error.message); process.exitCode = error.code; },
);`;

describe('a disk that fails', () => {
  test.skipIf(!hasTool('bash'))('a file larger than allowed: the old one stays, the error is plain', async () => {
    const { file, remove } = await bundleProgram(tried);
    await writeFile(at('out'), 'old');
    const limited = `ulimit -f 64; exec "$0" "$@"`;
    const { out } = await runProgram('bash', ['-c', limited, process.execPath, file, at('out'), '200000']);
    await remove();
    expect(out).toContain(
      `UserError ${exitCode.io} ${at('out')} cannot be written: it is larger than this system allows`,
    );
    expect(await text('out')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['out']);
  });

  test.skipIf(!existsSync('/proc/self'))('a file system that takes nothing', async () => {
    await expect(writeFileWhole('/proc/drplan-out', 'x')).rejects.toMatchObject({ code: exitCode.io });
  });
});
