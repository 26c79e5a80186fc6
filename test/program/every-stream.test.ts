import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCode } from '../../src/errors.ts';
import { invocations } from '../support/invocations.ts';
import { exec, root } from '../support/program.ts';
import { inQuotes, onTerminal } from '../support/terminal.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-every-stream-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
cpSync(join(root, 'examples/two-sites'), join(dir, 'long'), { recursive: true });
mkdirSync(join(dir, 'plan'));
writeFileSync(
  join(dir, 'plan/drplan.yaml'),
  `drplan: 1
plan: {name: Workshop with a rather long name}
processes:
  orders: {name: Orders that come by mail, uses: [mail], protection: {availability: {need: high, reason: They come by mail}}, rto: 2h}
storage:
  san-1: {name: The storage of everything, recovery: {rto: 1m, restart: {takes: 10m}}}
hypervisors:
  hv-1: {dependsOn: [dns, san-1]}
services:
  dns: {role: name-resolution, providers: [vm-dc]}
virtualMachines:
  vm-dc: {name: Domain controller and name server, runsOn: hv-1}
  mail: {name: Mail, runsOn: hv-1, dependsOn: [{id: dns, when: serve}], dependson: [nowhere]}
`,
);
writeFileSync(join(dir, 'inventory.ini'), '[all]\nhost1\nhost2\n');

const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...inherited } = process.env;
const env = { ...inherited, NODE: process.execPath, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' };
// The last --plan counts.
const program = `"$NODE" ${inQuotes(join(root, 'bin/drplan.js'))} --today 2026-11-23 --plan plan`;
const lineOf = (args: readonly string[]): string => `${program} ${args.map(inQuotes).join(' ')}`;
/** Nothing is left of an earlier run. */
const clean = (): void => {
  for (const name of ['written', 'written.out']) rmSync(join(dir, name), { recursive: true, force: true });
};
const run = async (line: string, more: NodeJS.ProcessEnv = {}) => {
  clean();
  return exec('sh', ['-c', line], { cwd: dir, env: { ...env, ...more } });
};
/** On a terminal of 40 columns; stderr goes to it too. */
const onNarrow = async (line: string, more: NodeJS.ProcessEnv = {}) => {
  clean();
  return onTerminal(`stty cols 40; ${line}`, { cwd: dir, env: { ...env, ...more } });
};

const esc = '\u001b';
const colour = new RegExp(`${esc}\\[[\\d;]*m`, 'g');
/** From hiding the cursor to showing it again: a line that is taken away in the end. */
const progress = new RegExp(`${esc}\\[\\?25l[\\s\\S]*?${esc}\\[\\?25h`, 'g');
/** Texts for programs keep their lines on a terminal too. */
const forPrograms = new Set(['graph', 'schema', 'completion', 'manual']);
const verbatim = new Set(['init', 'import ansible', 'print', 'paper replace']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII is the purpose.
const beyondAscii = /[^\u0000-\u007f]/g;

describe.each(invocations)('$name', ({ name, args }) => {
  const line = lineOf(args);
  it('says the same to every kind of reader, or that it could not', async () => {
    const whole = await run(line);
    expect(whole.err).not.toMatch(/this is a bug/);
    expect(whole.out).not.toContain(esc);
    const first = await run(`${line} | head -1`);
    expect(first.out).toBe(whole.out.replace(/\n[\s\S]*/, '\n'));
    expect(first.err).toBe(whole.err);
    const full = await run(`${line} > /dev/full`);
    const closed = await run(`${line} >&-`);
    // Node puts /dev/null where a stream is closed: then nobody asked for the output.
    expect([closed.code, closed.err]).toEqual([whole.code, whole.err]);
    expect(full.code).toBe(whole.out === '' ? whole.code : exitCode.io);
    if (whole.out !== '') expect(full.err).toContain('standard output cannot be written');
  });
  it('stays within 40 columns, ids and paths apart', async () => {
    if (forPrograms.has(name)) {
      return expect((await onNarrow(`${line} 2>/dev/null`)).shown).toBe((await run(line)).out);
    }
    const { shown } = await onNarrow(line);
    const lines = shown.replace(progress, '').replace(colour, '').split('\n');
    // What is quoted from a plan keeps its form: the frame cuts it.
    const tooWide = lines.filter((l) => [...l].length > 40 && l.trim().includes(' '));
    expect(tooWide).toEqual([]);
  });
  it('has no control sequences where they are not wanted', async () => {
    for (const unwanted of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      expect((await onNarrow(line, unwanted)).shown).not.toContain(esc);
    }
    expect((await onNarrow(`${line} --no-color`)).shown).not.toContain(esc);
  });
  it('has no signs where the locale has none', async () => {
    const usual = await run(line);
    const plain = await run(line, { LC_ALL: 'C' });
    expect([plain.out, plain.code]).toEqual([(await run(`${line} --ascii`)).out, usual.code]);
    if (forPrograms.has(name) || verbatim.has(name)) expect(plain.out).toBe(usual.out);
    else expect([...new Set(plain.out.match(beyondAscii) ?? [])].filter((c) => !/\p{L}/u.test(c))).toEqual([]);
  });
});

describe('a long output', () => {
  it.each(invocations.filter((i) => i.options.some((o) => o.long === '--format' && o.argChoices?.includes('json'))))(
    '$name: comes whole through a pipe that is read slowly',
    async ({ args }) => {
      const line = lineOf(['--plan', 'long', ...args, '--format', 'json']);
      const slow = await run(`${line} | { sleep 1; cat; }`);
      expect(slow.out).toBe((await run(line)).out);
      expect(() => JSON.parse(slow.out)).not.toThrow();
    },
  );
});
