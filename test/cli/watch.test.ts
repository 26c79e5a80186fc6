import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { UserError } from '../../src/errors.ts';
import { type KnownFiles, readPlan } from '../../src/pipeline.ts';
import type { Ports, RawFile } from '../../src/ports.ts';
import { fakePorts } from '../support/ports.ts';

const good = 'drplan: 1\nplan: {name: Shop}\nservers: {a: {dependsOn: [b]}, b: {}}\n';
const bad = good.replace('[b]', '[c]');

/** A world in which the files change: each text is what the folder holds after the next change; null: it is gone. */
async function watched(args: readonly string[], first: string, ...changes: readonly (string | null)[]) {
  const files: Record<string, string> = { 'drplan.yaml': first };
  const fake = fakePorts(files);
  let at = 0;
  let closed = 0;
  const ports: Ports = {
    ...fake,
    files: {
      ...fake.files,
      readTree: async (...given) => {
        if (files['drplan.yaml'] === '') throw new UserError('plan is not a folder', 2);
        return fake.files.readTree(...given);
      },
    },
    watch: async () => ({
      next: async () => {
        if (at >= changes.length) return false;
        files['drplan.yaml'] = changes[at++] ?? '';
        return true;
      },
      close: () => void closed++,
    }),
  };
  const code = await main(['--today', '2026-11-23', 'validate', '--watch', ...args], ports);
  return { code, out: fake.stdout(), err: fake.stderr(), written: fake.written, closed };
}

describe('validate --watch', () => {
  it('reports once, then only what is new and what is gone, until the user ends it', async () => {
    const { code, out, err, closed } = await watched(['--format', 'concise'], good, bad, bad, good);
    expect(code).toBe(130);
    expect(closed).toBe(1);
    const changes = out.split('\n').filter((line) => /^[-+] /.test(line));
    expect(changes.filter((l) => l.includes('reference-unknown')).map((l) => l.slice(0, 26))).toEqual([
      '+ drplan.yaml:3:27: error:',
      '- drplan.yaml:3:27: error:',
    ]);
    expect(err).toContain('watching . ; end with Ctrl-C'.replace(' ;', ';'));
    expect(err.match(/^12:00:00 /gm)).toHaveLength(4);
    expect(err).toMatch(/12:00:00 3 new, 0 gone; checked 1 file/);
    expect(err).toMatch(/12:00:00 nothing new; checked 1 file/);
  });
  it('outlives a folder that is gone and a file that cannot be read, and knows afterwards what changed', async () => {
    const { code, out, err } = await watched(['--format', 'concise'], good, null, 'drplan: [', bad);
    expect(code).toBe(130);
    expect(err).toContain('12:00:00 plan is not a folder');
    expect(out).toMatch(/^\+ .*\[yaml-syntax\]$/m);
    expect(out).toMatch(/^- .*\[yaml-syntax\]$/m);
    expect(out).toMatch(/^\+ .*\[reference-unknown\]$/m);
  });
  it('writes reports for programs to files after every run, and refuses them on standard output', async () => {
    const { written } = await watched(['--format', 'json', '--output-file', 'found.json'], good, bad);
    expect(JSON.parse(String(written.get('found.json'))).summary.errors).toBe(1);
    const refused = await watched(['--format', 'json'], good);
    expect(refused.code).toBe(2);
    expect(refused.out + refused.err).toContain('--watch writes lines for people');
  });
  it('ends as without it when there is nothing to watch', async () => {
    const { code, err, closed } = await watched([], '');
    expect([code, closed]).toEqual([2, 1]);
    expect(err).toContain('plan is not a folder');
  });
});

it('files that say the same are read once, and give the same plan', () => {
  const raw = (files: Record<string, string>): RawFile[] =>
    Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const known: KnownFiles = new Map();
  const limits = { fileBytes: 1e6 };
  const one = { 'drplan.yaml': good, 'more.yaml': 'servers: {c: {nonsense: 1}}\n' };
  const first = readPlan(raw(one), limits, [], known);
  const before = known.get('more.yaml');
  const changed = { ...one, 'drplan.yaml': good.replace('[b]', '[nowhere]') };
  const again = readPlan(raw(changed), limits, [], known);
  expect(known.get('more.yaml')).toBe(before);
  const fresh = readPlan(raw(changed), limits);
  expect(again.findings).toEqual(fresh.findings);
  expect([...again.model.elements.values()]).toEqual([...fresh.model.elements.values()]);
  expect(again.model.requirements).toEqual(fresh.model.requirements);
  expect(first.model.problems.references).toHaveLength(0);
  expect(again.model.problems.references).toHaveLength(1);
});
