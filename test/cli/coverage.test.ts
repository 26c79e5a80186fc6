import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { coverageSchema } from '../../src/views/coverage/json.ts';
import { fakePorts } from '../support/ports.ts';

const hostile = '<script>alert(1)</script> | **bold** \\u202e\\u0007 [x](http://x) @all';
const plan = `drplan: 1
plan: {name: "${hostile}", version: "2.4", purpose: "${hostile}"}
policy: {profiles: [nis2]}
servers: {a: {owner: boss}, b: {}}
roles: {boss: {holders: [anna]}}
people: {anna: {name: "${hostile}"}}
waivers:
  - {rule: asset-owner-missing, elements: [b], reason: "${hostile}", by: anna, until: 2027-01-01}
`;
const run = async (args: readonly string[], text = plan) => {
  const ports = fakePorts({ 'drplan.yaml': text });
  const code = await main(['--today', '2026-11-23', 'coverage', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
};
const json = async (args: readonly string[]) =>
  coverageSchema.parse(JSON.parse((await run([...args, '--format', 'json'])).out));

describe('coverage', () => {
  it('counts the demands of all texts and of the standards that the plan has chosen', async () => {
    const { counts, texts } = await json([]);
    expect(texts.map((t) => t.standard)).toEqual([null, null, null, null, null, null, 'nis2']);
    const states = texts.flatMap((t) => t.demands.map((d) => d.state));
    for (const [state, n] of Object.entries(counts)) expect(states.filter((s) => s === state)).toHaveLength(n);
    expect(counts.waived).toBeGreaterThan(0);
    const owners = texts.flatMap((t) => t.demands).find((d) => d.number === '2.3');
    expect(owners).toMatchObject({ state: 'waived', source: 'ISO 27002 backup workflow, sentence 3' });
    expect(owners?.findings[0]).toMatchObject({ rule: 'asset-owner-missing', file: 'drplan.yaml', line: 4 });
  });
  it('takes standards by name, and shows only the states that were asked for', async () => {
    const { texts, counts } = await json(['--standard', 'bsi', 'iso', '--state', 'fulfilled']);
    expect(texts.map((t) => t.standard)).toEqual([null, null, null, null, null, null, 'bsi', 'iso']);
    expect(new Set(texts.flatMap((t) => t.demands.map((d) => d.state)))).toEqual(new Set(['fulfilled']));
    expect(counts.open).toBeGreaterThan(0);
    const twice = await json(['--standard', 'iso', 'iso']);
    expect(twice.texts.map((t) => t.standard)).toEqual([null, null, null, null, null, null, 'iso']);
  });
  it('exits 1 while something is open, and refuses what it does not know', async () => {
    expect((await run([])).code).toBe(1);
    const wrong = await run(['--standard', 'hipaa']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('bsi, iso, nis2, dora');
  });
  it('writes text that no control character leaves, within the width', async () => {
    const { out } = await run([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(out).toMatch(/^0\.6 +OPEN: The planning is a part of the existing emergency plan$/m);
  });
  it('writes Markdown in which the texts of the plan stay texts', async () => {
    const { out } = await run(['--format', 'markdown']);
    const html = micromark(out, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<strong>bold');
    expect(html).not.toContain('<a ');
    expect(html).toContain('version 2.4, ');
    expect(html.match(/<table>/g)).toHaveLength(7);
    for (const [row = ''] of html.matchAll(/<tr>[\s\S]*?<\/tr>/g)) expect(row.match(/<t[hd]/g)).toHaveLength(4);
  });
});
