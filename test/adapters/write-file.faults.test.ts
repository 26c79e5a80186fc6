import { spawn } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCode } from '../../src/errors.ts';
import { bundleProgram } from './support/bundle.ts';
import { folderForTest, mayHaveTool } from './support/tools.ts';

/*
 * strace is attached when the program is about to write, so that the calls counted are those of the write; one thread
 * does all file work, so that their order is fixed. Each call of each kind is hit once, until no call is left to hit.
 */
const writer = `
import { writeFileWhole } from './adapters/write-file.ts';
const path = process.argv[2];
process.stdin.once('data', () => {
  process.stdin.destroy();
  writeFileWhole(path, 'n'.repeat(100_000)).then(() => 0, (error) => error.code ?? 99).then((code) => { process.exitCode = code; });
});
console.log('ready');`;

const oldText = 'old';
const newText = 'n'.repeat(100_000);

interface Outcome {
  readonly hit: boolean;
  readonly code: number | null;
  readonly content: string;
  readonly left: readonly string[];
}

const straceWorks = process.platform === 'linux' && mayHaveTool('strace');

describe.skipIf(!straceWorks)('every system call of a write, failing', () => {
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  let program: Awaited<ReturnType<typeof bundleProgram>>;
  beforeAll(async () => {
    folder = await folderForTest();
    program = await bundleProgram(writer);
  });
  afterAll(() => Promise.all([folder.remove(), program.remove()]));

  async function withFault(call: string, fault: string, nth: number): Promise<Outcome> {
    const out = join(folder.path, 'out');
    const log = join(folder.path, 'strace.log');
    await Promise.all((await readdir(folder.path)).map((name) => rm(join(folder.path, name))));
    await writeFile(out, oldText);
    const child = spawn(process.execPath, [program.file, out], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    });
    const ended = new Promise<number | null>((done) => void child.on('close', (code) => done(code)));
    await new Promise((ready) => void child.stdout.once('data', ready));
    const how = ['-f', '-o', log, '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${nth}`];
    const tracer = spawn('strace', [...how, '-p', String(child.pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
    const traced = new Promise((done) => void tracer.on('close', done));
    await new Promise(
      (attached) => void tracer.stderr.on('data', (said) => /attached/.test(String(said)) && attached(0)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.write('go\n');
    const code = await ended;
    await traced;
    const hit = /INJECTED|killed by SIGKILL/.test(await readFile(log, 'utf8'));
    const left = (await readdir(folder.path)).filter((name) => name !== 'out' && name !== 'strace.log');
    return { hit, code, content: await readFile(out, 'utf8'), left };
  }

  async function eachCall(call: string, fault: string): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let nth = 1; nth <= 60; nth++) {
      const outcome = await withFault(call, fault, nth);
      if (!outcome.hit) {
        expect(outcome, 'without a fault the write succeeds').toMatchObject({ code: 0, content: newText, left: [] });
        return outcomes;
      }
      outcomes.push(outcome);
    }
    throw new Error(`more than 60 calls of ${call}`);
  }

  test('killed at each call: the file is the old or the new one, and both happen', { timeout: 240_000 }, async () => {
    const outcomes: Outcome[] = [];
    for (const call of ['openat', 'write', 'fsync', 'rename', 'close']) {
      outcomes.push(...(await eachCall(call, 'signal=KILL')));
    }
    for (const { content } of outcomes) expect([oldText, newText]).toContain(content);
    expect(outcomes.filter((o) => o.content === oldText).length).toBeGreaterThanOrEqual(4);
    expect(outcomes.filter((o) => o.content === newText).length).toBeGreaterThanOrEqual(2);
  });

  const faults: readonly (readonly [call: string, error: string])[] = [
    ['write', 'ENOSPC'],
    ['fsync', 'EIO'],
    ['openat', 'EMFILE'],
    ['openat', 'EROFS'],
    ['rename', 'EXDEV'],
    ['rename', 'EACCES'],
  ];
  test.each(faults)('%s fails with %s: old and told, or new and done', { timeout: 240_000 }, async (call, error) => {
    const outcomes = await eachCall(call, `error=${error}`);
    for (const { content, code, left } of outcomes) {
      expect([oldText, newText]).toContain(content);
      if (code === 0) expect(content).toBe(newText);
      if (code === exitCode.io) expect(left).toEqual([]);
    }
    expect(outcomes.filter((o) => o.code === exitCode.io && o.content === oldText).length).toBeGreaterThanOrEqual(1);
  });

  test('a write that takes three bytes is continued', { timeout: 240_000 }, async () => {
    // The injected call claims three bytes and writes none: the rest must still arrive.
    const outcomes = await eachCall('write', 'retval=3');
    expect(outcomes.map((o) => o.content)).toContain(newText.slice(3));
  });
});
