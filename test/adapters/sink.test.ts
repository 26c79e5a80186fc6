import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processSink } from '../../src/adapters/sink.ts';
import { exitCode } from '../../src/errors.ts';
import { bundleProgram } from './support/bundle.ts';
import { folderForTest, hasTool, runProgram } from './support/tools.ts';

/** Writes numbered lines to its output, as one text or line by line; on an error says its code on the other output. */
const program = `
import { nodePorts } from './adapters/node-ports.ts';
const [stream, lines, how] = process.argv.slice(2);
const ports = nodePorts({ noColor: false });
const sink = stream === 'err' ? ports.err : ports.out;
const other = stream === 'err' ? ports.out : ports.err;
const text = Array.from({ length: Number(lines) }, (_, i) => 'line ' + (i + 1) + ' ü\\n');
const say = async () => {
  for (const part of how === 'each' ? text : [text.join('')]) await sink.write(part);
};
say().then(
  () => { process.exitCode = 1; },
  async (error) => {
    await other.write(error.name + ': ' + error.message + '\\n');
    process.exitCode = error.code;
  },
);`;

const lines = 40_000;
const whole = Array.from({ length: lines }, (_, i) => `line ${i + 1} ü\n`).join('');

describe('standard output and error of a process', () => {
  let file: string;
  let remove: () => Promise<void>;
  let folder: Awaited<ReturnType<typeof folderForTest>>;
  beforeAll(async () => {
    folder = await folderForTest();
    ({ file, remove } = await bundleProgram(program));
  });
  afterAll(() => Promise.all([remove(), folder.remove()]));
  const shell = (script: string, ...args: readonly string[]) =>
    runProgram('bash', ['-c', script, process.execPath, file, ...args]);

  test.each(['once', 'each'])('everything arrives through a pipe, exit code 1 included (%s)', async (how) => {
    expect(whole.length).toBeGreaterThan(4 * 65_536);
    const ended = await runProgram(process.execPath, [file, 'out', String(lines), how]);
    expect(ended.out === whole, 'all lines').toBe(true);
    expect(ended).toMatchObject({ code: 1, err: '' });
  });

  test('everything arrives at a reader that is slow', async () => {
    const child = spawn(process.execPath, [file, 'err', String(lines), 'once'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for await (const chunk of child.stderr) {
      chunks.push(chunk as Buffer);
      await new Promise((done) => setTimeout(done, 10));
    }
    expect(Buffer.concat(chunks).toString('utf8') === whole).toBe(true);
  });

  test('everything arrives in a file', async () => {
    const path = join(folder.path, 'out.txt');
    await shell(`"$0" "$@" > '${path}'`, 'out', String(lines), 'each');
    expect((await readFile(path, 'utf8')) === whole).toBe(true);
  });

  test.skipIf(!hasTool('head'))('a reader that has seen enough is no error', async () => {
    const ended = await shell(`set -o pipefail; "$0" "$@" | head -1`, 'out', String(lines), 'each');
    expect(ended).toEqual({ code: 1, signal: null, out: 'line 1 ü\n', err: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is an error, never success', async () => {
    expect(await shell(`"$0" "$@" > /dev/full`, 'out', '1', 'once')).toEqual({
      code: exitCode.io,
      signal: null,
      out: '',
      err: 'UserError: standard output cannot be written: the disk is full\n',
    });
    expect(await shell(`"$0" "$@" 2> /dev/full`, 'err', '1', 'once')).toMatchObject({
      code: exitCode.io,
      out: 'UserError: standard error cannot be written: the disk is full\n',
    });
  });

  test('outputs closed by the shell are no crash', async () => {
    // Node opens the null device in their place before any program of ours runs.
    expect(await shell(`"$0" "$@" >&-`, 'out', '1', 'once')).toMatchObject({ code: 1, err: '' });
    expect(await shell(`"$0" "$@" 2>&-`, 'err', '1', 'once')).toMatchObject({ code: 1, out: '' });
  });

  test.skipIf(!existsSync('/proc/self/fd'))('a descriptor that is not open is an error', async () => {
    const sink = processSink({ fd: 987_654 }, 'standard output', { noColor: false, env: {} });
    await expect(sink.write('x')).rejects.toMatchObject({ code: exitCode.io });
  });
});

describe('colour and width', () => {
  const terminal = { fd: 1, isTTY: true, columns: 72 };
  const pipe = { fd: 1 };
  const colour = (stream: typeof pipe, env: Record<string, string>, noColor = false): boolean =>
    processSink(stream, 'standard output', { noColor, env }).colour;

  test('a terminal has colour, a pipe has none', () => {
    expect(colour(terminal, { TERM: 'xterm' })).toBe(true);
    expect(colour(pipe, { TERM: 'xterm' })).toBe(false);
  });

  test('NO_COLOR, TERM=dumb and --no-color take it away', () => {
    expect(colour(terminal, { NO_COLOR: '1' })).toBe(false);
    expect(colour(terminal, { NO_COLOR: '' })).toBe(true);
    expect(colour(terminal, { TERM: 'dumb' })).toBe(false);
    expect(colour(terminal, { FORCE_COLOR: '1' }, true)).toBe(false);
  });

  test('FORCE_COLOR gives it to a pipe, and 0 takes it from a terminal', () => {
    expect(colour(pipe, { FORCE_COLOR: '1' })).toBe(true);
    expect(colour(pipe, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colour(terminal, { FORCE_COLOR: '0' })).toBe(false);
  });

  test('the width is known of a terminal only', () => {
    const sinkOf = (stream: typeof pipe) => processSink(stream, 'standard output', { noColor: true, env: {} });
    expect(sinkOf(terminal)).toMatchObject({ isTerminal: true, columns: 72 });
    expect(sinkOf(pipe)).toMatchObject({ isTerminal: false, columns: undefined });
  });
});
