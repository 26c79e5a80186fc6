import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { revisionOf } from '../../src/adapters/revision.ts';
import { folderForTest, hasTool } from './support/tools.ts';

let folder: Awaited<ReturnType<typeof folderForTest>>;
beforeEach(async () => {
  folder = await folderForTest();
});
afterEach(() => folder.remove());

async function git(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder.path, path, '..'), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
}
const commit = '0123456789abcdef0123456789abcdef01234567';

describe('the commit of a folder', () => {
  test('is undefined outside a checkout and before the first commit', async () => {
    expect(await revisionOf(folder.path)).toBeUndefined();
    await git({ '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await revisionOf(folder.path)).toBeUndefined();
  });

  test('is read from HEAD, a branch, and packed references, from any folder below', async () => {
    await git({ '.git/HEAD': `${commit}\n`, 'plans/berlin/drplan.yaml': '' });
    expect(await revisionOf(join(folder.path, 'plans/berlin'))).toBe(commit);
    await git({ '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': `${commit}\n` });
    expect(await revisionOf(folder.path)).toBe(commit);
    await rm(join(folder.path, '.git/refs'), { recursive: true });
    await git({ '.git/packed-refs': `# pack-refs\n${'f'.repeat(40)} refs/heads/xa/b\n${commit} refs/heads/a/b\n` });
    expect(await revisionOf(folder.path)).toBe(commit);
  });

  test('is nothing that stands in a file outside, and nothing that is no commit', async () => {
    await git({ secret: commit, '.git/HEAD': 'ref: ../secret\n' });
    expect(await revisionOf(folder.path)).toBeUndefined();
    await git({ '.git/HEAD': 'ref: refs/../../secret\n' });
    expect(await revisionOf(folder.path)).toBeUndefined();
    await git({ '.git/HEAD': 'root:x:0:0\n' });
    expect(await revisionOf(folder.path)).toBeUndefined();
    await git({ '.git/HEAD': 'ref: refs/heads/loop\n', '.git/refs/heads/loop': 'ref: refs/heads/loop\n' });
    expect(await revisionOf(folder.path)).toBeUndefined();
  });

  test.skipIf(!hasTool('git'))('is what git says: branch, packed, detached, worktree, annotated tag', async () => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
    const run = (...args: readonly string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-C', folder.path, ...args], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    run('init', '-b', 'main');
    run('commit', '--allow-empty', '-m', 'one');
    const first = run('rev-parse', 'HEAD');
    expect(await revisionOf(folder.path)).toBe(first);
    run('pack-refs', '--all');
    expect(await revisionOf(folder.path)).toBe(first);
    run('worktree', 'add', '-b', 'other', 'tree');
    run('commit', '--allow-empty', '-m', 'two');
    run('pack-refs', '--all');
    expect(await revisionOf(join(folder.path, 'tree'))).toBe(first);
    expect(await revisionOf(folder.path)).toBe(run('rev-parse', 'HEAD'));
    run('checkout', '--detach', first);
    expect(await revisionOf(folder.path)).toBe(first);
  });
});
