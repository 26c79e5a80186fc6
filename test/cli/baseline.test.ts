import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { validateOutput } from '../../src/reporters/json.ts';
import { fakePorts } from '../support/ports.ts';

const plan = (more = '') => `drplan: 1
plan: {name: Shop}
servers:
  a: {dependsOn: [gone]}
  b: {}
  c: {}
${more}`;
const run = async (files: Readonly<Record<string, string>>, args: readonly string[]) => {
  const ports = fakePorts(files);
  const code = await main(['--today', '2026-11-23', 'validate', '--profile', 'full', ...args], ports);
  const written = Object.fromEntries([...ports.written].map(([k, v]) => [k, String(v)]));
  return { code, out: ports.stdout(), err: ports.stderr(), written };
};
const written = async (text = plan()) => {
  const { written: files } = await run({ 'drplan.yaml': text }, ['--baseline', 'known.jsonl', '--update-baseline']);
  return files['known.jsonl'] as string;
};
const json = async (files: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  const { code, out, err } = await run(files, ['--baseline', 'known.jsonl', '--format', 'json', ...args]);
  return { code, err, ...validateOutput.parse(JSON.parse(out)) };
};

describe('validate --baseline', () => {
  it('is written once with all that is there; then only what is new fails', async () => {
    const first = await run({ 'drplan.yaml': plan() }, ['--baseline', 'known.jsonl', '--update-baseline']);
    expect(first.code).toBe(0);
    expect(first.out).not.toContain('error[');
    expect(first.err).toMatch(
      /known\.jsonl: 0 findings taken out, \d+ added \(.*reference-unknown 1.*\), \d+ findings known now/,
    );
    const known = first.written['known.jsonl'] as string;
    const again = await json({ 'drplan.yaml': plan(), 'known.jsonl': known });
    expect(again).toMatchObject({ code: 0, summary: { errors: 0, warnings: 0 } });
    expect(again.summary.baselined).toBeGreaterThan(10);
    expect(again.diagnostics.filter((d) => d.baselined)).toHaveLength(again.summary.baselined);
    const worse = await json({
      'drplan.yaml': plan('services: {web: {dependsOn: [nowhere]}}\n'),
      'known.jsonl': known,
    });
    expect(worse.code).toBe(1);
    expect(worse.diagnostics.filter((d) => d.severity === 'error' && !d.baselined).map((d) => d.message)).toContain(
      '"nowhere" is not in the plan',
    );
  });
  it('survives lines that move, files that are renamed and lists in another order', async () => {
    const known = await written();
    const moved = {
      'drplan.yaml': 'drplan: 1\nplan: {name: Shop}\n',
      'x.yaml': '# new\n\n\nservers:\n  c: {}\n  a: {dependsOn: [gone]}\n  b: {}\n',
    };
    const { code, summary } = await json({ ...moved, 'known.jsonl': known });
    expect([code, summary.errors, summary.warnings]).toEqual([0, 0, 0]);
  });
  it('says what is gone, shrinks on request, and never grows unless told to', async () => {
    const known = await written();
    const mended = {
      'drplan.yaml': plan().replace('gone', 'b').replace('  c: {}', '  c: {dependsOn: [lost]}'),
      'known.jsonl': known,
    };
    const seen = await run(mended, ['--baseline', 'known.jsonl']);
    expect(seen.code).toBe(1);
    expect(seen.err).toMatch(/3 findings of the baseline are gone: --update-baseline takes them out of known\.jsonl/);
    expect(seen.written).toEqual({});
    const shrunk = await run(mended, ['--baseline', 'known.jsonl', '--update-baseline']);
    expect(shrunk.code).toBe(1);
    expect(shrunk.err).toMatch(/3 findings taken out, 0 added, \d+ findings known now/);
    expect(shrunk.written['known.jsonl']).not.toContain('gone');
    expect(shrunk.written['known.jsonl']).not.toContain('lost');
    const grown = await run(mended, ['--baseline', 'known.jsonl', '--add-to-baseline']);
    expect(grown.code).toBe(0);
    expect(grown.err).toMatch(/1 added \(reference-unknown 1\)/);
    expect(grown.written['known.jsonl']).toContain('lost');
  });
  it('is not written where nothing has changed', async () => {
    const known = await written();
    const again = await run({ 'drplan.yaml': plan(), 'known.jsonl': known }, [
      '--baseline',
      'known.jsonl',
      '--update-baseline',
    ]);
    expect(again.written).toEqual({});
  });
  it('is named by the policy, relative to the plan', async () => {
    const text = plan('policy: {baseline: known.jsonl}\n');
    const { written: files } = await run({ 'drplan.yaml': text }, ['--update-baseline']);
    expect(Object.keys(files)).toEqual(['known.jsonl']);
    expect((await run({ 'drplan.yaml': text, 'known.jsonl': files['known.jsonl'] as string }, [])).code).toBe(0);
  });
  it('cannot hide what makes the plan unreadable, a secret, or a waiver that is over', async () => {
    const bad = plan(`  d: {description: "password: hunter2hunter2"}
  e: {nonsense: 1}
people: {p: {}}
waivers: [{rule: asset-owner-missing, elements: [a], reason: x, by: p, until: 2026-01-01}]
`);
    const known = await written(bad);
    for (const rule of ['secret-in-plan', 'schema-invalid', 'waiver-expired']) expect(known).not.toContain(`"${rule}"`);
    const { code, diagnostics } = await json({ 'drplan.yaml': bad, 'known.jsonl': known });
    expect(code).toBe(1);
    const open = new Set(diagnostics.filter((d) => !d.baselined).map((d) => d.rule));
    for (const rule of ['secret-in-plan', 'schema-invalid', 'waiver-expired']) expect(open).toContain(rule);
  });
  it.each([
    [{}, 'there is no baseline known.jsonl', 'write it with --update-baseline'],
    [{ 'known.jsonl': '{"schema":"drplan/baseline/1"}\nx\n' }, 'known.jsonl:2: this is no JSON', 'mend the line'],
  ])('refuses what it cannot use: %j', async (files, message, help) => {
    const { code, err, out } = await run({ 'drplan.yaml': plan(), ...files }, ['--baseline', 'known.jsonl']);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(help);
    expect(out).toBe('');
  });
  it('refuses to update a baseline that nobody named, and names rules that are no more', async () => {
    const nameless = await run({ 'drplan.yaml': plan() }, ['--update-baseline']);
    expect(nameless).toMatchObject({ code: 2, out: '' });
    expect(nameless.err).toContain('there is no baseline to update');
    const known = `${await written()}{"rule":"old-rule","about":"a","says":"x","count":1}\n`;
    const { err } = await run({ 'drplan.yaml': plan(), 'known.jsonl': known }, ['--baseline', 'known.jsonl']);
    expect(err).toContain('known.jsonl: there is no rule old-rule');
    expect(err).toContain('1 finding of the baseline is gone');
  });
});
