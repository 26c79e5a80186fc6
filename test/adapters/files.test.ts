import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/adapters/files.ts';
import { exitCode } from '../../src/errors.ts';
import type { RawFile, ReadLimits } from '../../src/ports.ts';
import { folderForTest, hasTool } from './support/tools.ts';

const limits: ReadLimits = { fileBytes: 1000, totalBytes: 100_000, files: 10_000, depth: 4 };
const isYaml = (path: string): boolean => path.endsWith('.yaml');

let folder: Awaited<ReturnType<typeof folderForTest>>;
beforeEach(async () => {
  folder = await folderForTest();
});
afterEach(() => folder.remove());

async function put(path: string, text = path): Promise<void> {
  await mkdir(join(folder.path, path, '..'), { recursive: true });
  await writeFile(join(folder.path, path), text);
}
const plan = (): string => join(folder.path, 'plan');
const readPlan = (some: Partial<ReadLimits> = {}): Promise<readonly RawFile[]> =>
  nodeFiles.readTree(plan(), isYaml, { ...limits, ...some });
const textOf = (file: RawFile | undefined): string =>
  file && 'bytes' in file ? new TextDecoder().decode(file.bytes) : `problem: ${file?.problem}`;

describe('reading a plan folder', () => {
  test('finds wanted files at any depth, sorted by code unit, with slashes', async () => {
    for (const name of ['b.yaml', 'a/z.yaml', 'B.yaml', 'a.yaml', 'a-b.yaml', 'notes.txt', 'ä.yaml']) {
      await put(`plan/${name}`, name);
    }
    const files = await readPlan();
    expect(files.map((f) => f.path)).toEqual(['B.yaml', 'a-b.yaml', 'a.yaml', 'a/z.yaml', 'b.yaml', 'ä.yaml']);
    expect(files.map(textOf)).toEqual(files.map((f) => f.path));
  });

  test('leaves hidden folders and node_modules out', async () => {
    for (const name of ['.git/x.yaml', '.hidden.yaml', 'node_modules/m/x.yaml', 'in.yaml']) await put(`plan/${name}`);
    expect((await readPlan()).map((f) => f.path)).toEqual(['in.yaml']);
  });

  test('follows a link inside the folder and never one out of it', async () => {
    await put('plan/real/a.yaml', 'inside');
    await put('secret.yaml', 'outside');
    await put('plan-b/b.yaml', 'beside');
    await symlink('real/a.yaml', join(plan(), 'in.yaml'));
    await symlink('../secret.yaml', join(plan(), 'out.yaml'));
    await symlink('../plan-b/b.yaml', join(plan(), 'prefix.yaml'));
    await symlink('nowhere', join(plan(), 'dead.yaml'));
    await symlink('loop.yaml', join(plan(), 'loop.yaml'));
    await symlink('..', join(plan(), 'up'));
    const files = Object.fromEntries((await readPlan()).map((f) => [f.path, textOf(f)]));
    expect(files).toEqual({
      'dead.yaml': 'problem: the link leads nowhere',
      'in.yaml': 'inside',
      'loop.yaml': 'problem: the link leads nowhere',
      'out.yaml': 'problem: the link leads out of the plan folder',
      'prefix.yaml': 'problem: the link leads out of the plan folder',
      'real/a.yaml': 'inside',
    });
  });

  test.skipIf(!hasTool('mkfifo'))('looks at a pipe and does not wait for it', async () => {
    await put('plan/a.yaml');
    execFileSync('mkfifo', [join(plan(), 'pipe.yaml')]);
    await symlink('pipe.yaml', join(plan(), 'to-pipe.yaml'));
    const files = Object.fromEntries((await readPlan()).map((f) => [f.path, textOf(f)]));
    expect(files['pipe.yaml']).toBe('problem: it is not a regular file');
    expect(files['to-pipe.yaml']).toBe('problem: the link does not lead to a file');
  });

  test('says which file is too large and which folder is named like a file, and reads the others', async () => {
    await put('plan/large.yaml', 'x'.repeat(1001));
    await put('plan/just.yaml', 'y'.repeat(1000));
    await put('plan/folder.yaml/in.yaml', 'deep');
    const files = Object.fromEntries((await readPlan()).map((f) => [f.path, textOf(f)]));
    expect(files['large.yaml']).toBe('problem: the file has 1001 bytes; 1000 are allowed');
    expect(files['just.yaml']).toHaveLength(1000);
    expect(files['folder.yaml']).toBe('problem: it is a folder, not a file');
    expect(files['folder.yaml/in.yaml']).toBe('deep');
  });

  test('refuses more files, bytes or levels than allowed', async () => {
    for (let i = 0; i < 40; i++) await put(`plan/${i}.yaml`, 'z'.repeat(900));
    await put('plan/1/2/3/4/5/deep.yaml');
    await expect(readPlan({ files: 39 })).rejects.toMatchObject({ code: exitCode.usage });
    await expect(readPlan({ totalBytes: 30_000 })).rejects.toMatchObject({ code: exitCode.usage });
    const files = await readPlan();
    expect(files.filter((f) => 'problem' in f)).toEqual([
      { path: '1/2/3/4/5', problem: 'folders are nested deeper than 4' },
    ]);
  });

  test('a folder that is none is an error in plain words', async () => {
    await put('plan', 'a file');
    await expect(readPlan()).rejects.toMatchObject({
      code: exitCode.io,
      message: `${plan()} cannot be read: a part of its path is not a folder`,
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is a problem of this file', async () => {
    await put('plan/a.yaml');
    await put('plan/b.yaml');
    await chmod(join(plan(), 'a.yaml'), 0);
    expect((await readPlan()).map(textOf)).toEqual([
      'problem: the file cannot be read: access is not allowed',
      'plan/b.yaml',
    ]);
  });
});

describe('looking at a path', () => {
  test('tells files, folders, devices and nothing apart', async () => {
    await put('a.yaml');
    expect(await nodeFiles.kindOf(join(folder.path, 'a.yaml'))).toBe('file');
    expect(await nodeFiles.kindOf(folder.path)).toBe('folder');
    expect(await nodeFiles.kindOf('/dev/null')).toBe('other');
    expect(await nodeFiles.kindOf(join(folder.path, 'b'))).toBe('nothing');
    expect(await nodeFiles.kindOf(join(folder.path, 'a.yaml/b'))).toBe('nothing');
  });

  test('reading what is not there says so', async () => {
    await expect(nodeFiles.read(join(folder.path, 'b'))).rejects.toMatchObject({
      code: exitCode.io,
      message: `${join(folder.path, 'b')} cannot be read: it does not exist`,
    });
  });
});
