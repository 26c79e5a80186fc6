import { chmod, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser } from '../../../src/adapters/browser/start-browser.ts';
import { exitCode, type UserError } from '../../../src/errors.ts';
import { bundleProgram } from '../support/bundle.ts';
import { folderForTest, processesWith } from '../support/tools.ts';
import { browserForTest } from './support.ts';

let folder: Awaited<ReturnType<typeof folderForTest>>;
beforeEach(async () => {
  folder = await folderForTest();
});
afterEach(() => folder.remove());

const profiles = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`drplan-browser-${process.pid}-`));

async function failureOf(path: string, limit: number): Promise<UserError> {
  const error = await startBrowser({ path, origin: 'test', env: {} }, process.env, limit).then(
    ({ stop }) => stop(),
    (e: unknown) => e as UserError,
  );
  expect(error, 'it does not start').toMatchObject({ name: 'UserError', code: exitCode.browser });
  expect(await profiles()).toEqual([]);
  return error as UserError;
}

async function fake(script: string): Promise<string> {
  const path = join(folder.path, 'fake-browser');
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('a browser that does not work', () => {
  test('ends at once: its code and its last words are told', async () => {
    const path = await fake('#!/bin/sh\nfor i in 1 2 3 4 5 6; do echo "word $i" >&2; done\nexit 7\n');
    const { message, hint } = await failureOf(path, 20_000);
    expect(message).toBe(`the browser ${path} ended with code 7. It said:\nword 3\nword 4\nword 5\nword 6`);
    expect(hint).toContain('--browser PATH');
  });

  test('complains about its sandbox: the hint says what to do', async () => {
    const { hint } = await failureOf(await fake('#!/bin/sh\necho "No usable sandbox!" >&2\nexit 1\n'), 20_000);
    expect(hint).toContain('DRPLAN_NO_SANDBOX=1');
  });

  test('is something else', async () => {
    expect((await failureOf('/bin/true', 20_000)).message).toContain('/bin/true ended with code 0');
    expect((await failureOf(join(folder.path, 'missing'), 20_000)).message).toContain('could not be started (ENOENT)');
    expect((await failureOf(folder.path, 20_000)).message).toContain('could not be started (EACCES)');
    const foreign = await fake('\x7fELF that is none');
    expect((await failureOf(foreign, 20_000)).message).toMatch(/could not be started|ended with code/);
  });

  test.skipIf(process.platform !== 'linux')('hangs: it is ended with all its children in time', async () => {
    const started = performance.now();
    // A time that no other process of this machine sleeps.
    const time = `987.${process.pid}`;
    const path = await fake(`#!/bin/sh\nsleep ${time} &\nsleep ${time}\n`);
    const { message } = await failureOf(path, 1_000);
    expect(message).toBe(`starting the browser ${path} took longer than 1 s`);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(processesWith(time)).toEqual([]);
  });

  test.skipIf(process.platform !== 'linux')('is killed by the system', async () => {
    expect((await failureOf(await fake('#!/bin/sh\nkill -9 $$\n'), 20_000)).message).toContain('ended by SIGKILL');
  });
});

const found = await browserForTest();

describe.skipIf(!found || process.platform !== 'linux')('a browser that works', () => {
  const browser = found as NonNullable<typeof found>;

  test('leaves no process and no profile when it is stopped, busy or not', async () => {
    const running = await startBrowser(browser, process.env);
    const [profile] = await profiles();
    expect(profile).toBeDefined();
    expect(processesWith(profile as string).length).toBeGreaterThan(0);
    await running.stop();
    expect(processesWith(profile as string)).toEqual([]);
    expect(await profiles()).toEqual([]);
  });

  test('its sudden end is told to who waits for it', async () => {
    const running = await startBrowser(browser, process.env);
    const [profile] = await profiles();
    for (const pid of processesWith(profile as string)) process.kill(Number(pid), 'SIGKILL');
    await expect(running.ended).rejects.toMatchObject({ code: exitCode.browser });
    await running.stop();
    expect(await profiles()).toEqual([]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('%s to us ends it too', async (signal) => {
    const { spawn } = await import('node:child_process');
    const { file, remove } = await bundleProgram(
      `import { startBrowser } from './adapters/browser/start-browser.ts';
       import { findBrowser } from './adapters/browser/find-browser.ts';
       await startBrowser(await findBrowser(undefined, process.env), process.env);
       console.log('started');
       setInterval(() => {}, 1000);`,
    );
    const env = { ...process.env, TMPDIR: folder.path };
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((started) => void child.stdout.once('data', started));
    expect(processesWith(folder.path).length).toBeGreaterThan(0);
    const ended = new Promise((done) => void child.on('exit', (_code, by) => done(by)));
    child.kill(signal);
    expect(await ended).toBe(signal);
    await remove();
    await expect.poll(() => processesWith(folder.path), { timeout: 2_000 }).toEqual([]);
    // What nobody could clear away any more is swept an hour later by another run.
    const left = await readdir(folder.path);
    if (signal !== 'SIGKILL') expect(left).toEqual([]);
  });
});
