import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drplan, exec, root } from '../support/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-streams-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const shell = (line: string) => exec('sh', ['-c', line], { cwd: root, env: { NODE: process.execPath } });
const program = '"$NODE" bin/drplan.js --today 2026-11-23 --plan examples/two-sites';

describe('the program and its streams', () => {
  it('writes all of a long output through a pipe, with its exit code', async () => {
    const { out, code } = await drplan(['--plan', 'examples/two-sites', 'protection-needs', '--format', 'json']);
    expect(out.length).toBeGreaterThan(65_536);
    expect(() => JSON.parse(out)).not.toThrow();
    expect(code).toBe(0);
  });
  it('is quiet when the reader goes away', async () => {
    const { err, out } = await shell(`${program} protection-needs --format json | head -1`);
    expect([out, err]).toEqual(['{\n', '']);
  });
  it('says that a full disk lost the output, and ends with 5', async () => {
    const { code, err } = await shell(`${program} recovery-order > /dev/full`);
    expect(code).toBe(5);
    expect(err).toContain('standard output cannot be written');
  });
  it('has no colours where nobody sees them, and has them where they are wanted', async () => {
    const colour = String.fromCharCode(27);
    writeFileSync(join(dir, 'drplan.yaml'), 'drplan: 1\nplan: {name: X}\nservers: {a: {dependsOn: [b]}}\n');
    const plain = await drplan(['--plan', dir, 'validate']);
    expect([plain.code, plain.out.includes(colour)]).toEqual([1, false]);
    expect((await drplan(['--plan', dir, 'validate'], { env: { FORCE_COLOR: '1' } })).out).toContain(colour);
    expect((await drplan(['--plan', dir, 'validate'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(
      colour,
    );
    expect((await drplan(['--no-color', '--plan', dir, 'validate'], { env: { FORCE_COLOR: '1' } })).out).not.toContain(
      colour,
    );
  });
  it('survives bombs: deep nesting in several files of one run', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(dir, `${name}.yaml`), `servers: ${'['.repeat(2000)}\n`);
    const { code, err, out } = await drplan(['--plan', dir, 'validate', '--format', 'json']);
    expect(code).toBe(1);
    expect(err).not.toMatch(/bug|FATAL/);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { rule: string; file: string }[] };
    for (const name of ['a', 'b', 'c'])
      expect(
        diagnostics.some((d) => d.file === `${name}.yaml`),
        name,
      ).toBe(true);
  });
  it('opens no connection and runs no program when it reads a plan', async () => {
    const log = join(dir, 'strace.log');
    const { code } = await shell(
      `strace -f -qq -o ${log} -e trace=connect,execve ${program} recovery-order > /dev/null`,
    );
    expect(code).toBe(0);
    const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    expect(calls.filter((c) => c.includes('connect('))).toEqual([]);
    expect(calls.filter((c) => c.includes('execve('))).toHaveLength(1);
  });
});
