import { chmod, copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../src/adapters/browser/find-browser.ts';
import { unpackBrowser } from '../../../src/adapters/browser/unpack-browser.ts';
import { exitCode } from '../../../src/errors.ts';
import { bundleProgram } from '../support/bundle.ts';
import { folderForTest, runProgram } from '../support/tools.ts';

let folder: Awaited<ReturnType<typeof folderForTest>>;
beforeEach(async () => {
  folder = await folderForTest();
});
afterEach(() => folder.remove());

async function program(name: string, mode = 0o755): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '#!/bin/sh\nexit 0\n');
  await chmod(path, mode);
  return path;
}

describe('which browser is taken', () => {
  test('the one that is named, by flag before DRPLAN_BROWSER before PUPPETEER_EXECUTABLE_PATH', async () => {
    const [flag, own, theirs] = [await program('a'), await program('b'), await program('c')];
    const env = { DRPLAN_BROWSER: own, PUPPETEER_EXECUTABLE_PATH: theirs };
    expect((await findBrowser(flag, env)).path).toBe(flag);
    expect((await findBrowser(undefined, env)).path).toBe(own);
    expect((await findBrowser(undefined, { ...env, DRPLAN_BROWSER: '' })).path).toBe(theirs);
  });

  test('a named one that cannot be started is refused, not replaced', async () => {
    const good = await program('bin/chromium');
    const env = { PATH: join(folder.path, 'bin') };
    expect((await findBrowser(undefined, env)).path).toBe(good);
    for (const bad of [join(folder.path, 'missing'), folder.path, await program('text', 0o644)]) {
      await expect(findBrowser(bad, env)).rejects.toMatchObject({
        code: exitCode.browser,
        message: `--browser names ${bad}, which is no program that can be started`,
      });
      await expect(findBrowser(undefined, { ...env, DRPLAN_BROWSER: bad })).rejects.toThrow(/^DRPLAN_BROWSER names/);
    }
  });

  test('one of the system: headless shells first, whatever the order of the path', async () => {
    await program('one/google-chrome');
    const chromium = await program('one/chromium');
    const env = { PATH: [join(folder.path, 'one'), join(folder.path, 'two')].join(':') };
    expect((await findBrowser(undefined, env)).path).toBe(chromium);
    const shell = await program('two/chromium-headless-shell');
    expect(await findBrowser(undefined, env)).toEqual({ path: shell, origin: 'the system', env: {} });
    await chmod(shell, 0o644);
    expect((await findBrowser(undefined, env)).path).toBe(chromium);
  });

  test('none: the message says where it was looked for and how to get one', async ({ skip }) => {
    // Bundled into a folder without packages, so that the optional one cannot be found.
    const { file, remove } = await bundleProgram(
      `import { findBrowser } from './adapters/browser/find-browser.ts';
       findBrowser(undefined, { PATH: '/nowhere' }).then((b) => console.log('found', b.path), (e) => console.log(e.code, e.message, e.hint));`,
    );
    const alone = join(folder.path, 'program.mjs');
    await copyFile(file, alone);
    await remove();
    const { out } = await runProgram(process.execPath, [alone]);
    skip(out.startsWith('found '), 'a browser of the system lies outside the path');
    expect(out).toContain(`${exitCode.browser} no browser was found`);
    for (const word of ['chromium-headless-shell', 'google-chrome', '@sparticuz/chromium: it is not installed']) {
      expect(out).toContain(word);
    }
    expect(out).toContain('--browser PATH');
  });
});

const brought = await unpackBrowser(process.env);

describe.skipIf(!('path' in brought))('the browser that comes through the package registry', () => {
  test('is unpacked once, whole, into a folder that only the user can enter, by several at the same time', async () => {
    const { file, remove } = await bundleProgram(
      `import { unpackBrowser } from './adapters/browser/unpack-browser.ts';
       const before = JSON.stringify(process.env);
       const found = await unpackBrowser(process.env);
       console.log(found.path, before === JSON.stringify(process.env));`,
    );
    const cache = join(folder.path, 'cache');
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const both = await Promise.all([1, 2].map(() => runProgram(process.execPath, [file], env)));
    const path = both[0]?.out.split(' true')[0] ?? '';
    for (const { out, err } of both) expect({ out, err }).toEqual({ out: `${path} true\n`, err: '' });
    expect(path.startsWith(join(cache, 'drplan', 'chromium-'))).toBe(true);
    expect((await stat(join(cache, 'drplan'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(cache, 'drplan'))).toHaveLength(1);
    const unpackedAt = (await stat(path)).ctimeMs;
    await runProgram(process.execPath, [file], env);
    await remove();
    expect((await stat(path)).ctimeMs).toBe(unpackedAt);
  });

  test('is not unpacked into a folder that cannot be made private; the next one is tried', async () => {
    await writeFile(join(folder.path, 'drplan'), 'a file in the way');
    const found = await unpackBrowser({ ...process.env, XDG_CACHE_HOME: folder.path });
    expect('path' in found && found.path.startsWith(folder.path)).toBe(false);
    expect('path' in found).toBe(true);
  });
});
