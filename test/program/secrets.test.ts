import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removed } from '../../src/diagnostics/secrets.ts';
import { drplan, root } from '../support/program.ts';
import { planted } from '../support/secrets.ts';

/** A plan with every kind of secret in a step, in a description, in a comment, in a field of no meaning, in a broken part. */
function plan(): string {
  const text = (value: string): string => JSON.stringify(value);
  const steps = planted.map(({ text: t }) => `      - do: ${text(t)}`).join('\n');
  const servers = planted
    .map(({ text: t }, i) => `  host-${i}:\n    description: ${text(t)}\n    rto: ${text(t)}\n    note: ${text(t)}`)
    .join('\n');
  const comments = planted.map(({ text: t }, i) => `  beside-${i}: {} # ${t.replaceAll('\n', ' ')}`).join('\n');
  const first = planted[0] as (typeof planted)[number];
  return `procedures:
  log-in:
    title: Log in everywhere
    steps:
${steps}
applications:
  keyed: {description: ${text(`see ${first.text}`)}, dependsOn: [host-0], password: ${text(first.canary)}}
servers:
${servers}
${comments}
  broken: {description: ${text(first.text)}, tags: [a, b
`;
}

const run = { backup: 'nightly', started: '2026-11-20T01:00:00Z', result: 'failed' };

describe('secrets in a plan', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'drplan-secrets-'));
    cpSync(join(root, 'examples/small-office'), folder, { recursive: true });
    writeFileSync(join(folder, 'planted.yaml'), plan());
    mkdirSync(join(folder, 'evidence'));
    const runs = planted.map((p) => JSON.stringify({ ...run, error: { code: 'E1', message: p.text } }));
    writeFileSync(join(folder, 'evidence/runs.jsonl'), `${runs.join('\n')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const commands: readonly (readonly string[])[] = [
    ...['text', 'concise', 'json'].map((format) => ['validate', '--format', format, '--profile', 'full']),
    ...['svg', 'dot', 'mermaid', 'json'].map((format) => ['graph', '--format', format]),
    ...['text', 'json'].map((format) => ['impact', '--failed', 'nas-1', '--format', format]),
    ...['text', 'json', 'csv', 'markdown'].map((format) => ['protection-needs', '--format', format]),
    ...['text', 'json', 'mef'].map((format) => ['weak-points', '--format', format]),
    ...['text', 'json', 'markdown', 'csv', 'mermaid', 'ansible'].map((format) => [
      'recovery-order',
      '--format',
      format,
    ]),
    ...['text', 'json'].map((format) => ['shutdown-order', '--format', format]),
    ['explain', 'log-in'],
    ['explain', 'host-0'],
  ];
  it.each(commands.map((command) => [command.join(' '), command]))('are in no output of: %s', async (_, command) => {
    const { out, err, code } = await drplan(['--debug', '--plan', folder, ...command]);
    expect(code, err).toBeLessThan(4);
    expect(out.length + err.length).toBeGreaterThan(100);
    for (const { kind, canary } of planted) {
      const said = JSON.stringify(canary).slice(1, -1);
      for (const text of [out, err]) {
        expect(text.includes(canary) || text.includes(said), `${kind} in ${command.join(' ')}`).toBe(false);
      }
    }
  });
  it('are not on paper', async () => {
    const binder = join(folder, 'binder.html');
    await drplan(['--plan', folder, 'print', '--format', 'html', '--out', binder]);
    const html = readFileSync(binder, 'utf8');
    expect(html).toContain(removed);
    for (const { kind, canary } of planted) expect(html.includes(canary), kind).toBe(false);
  });
  it('are each found where they stand', async () => {
    const { out } = await drplan(['--plan', folder, 'validate', '--format', 'json']);
    const report = JSON.parse(out) as { diagnostics: { rule: string; file: string; line: number }[] };
    const found = report.diagnostics.filter((f) => f.rule === 'secret-in-plan');
    const lines = plan().split('\n');
    const at = new Set(found.filter((f) => f.file === 'planted.yaml').map((f) => f.line));
    for (const { kind, canary } of planted) {
      const written = JSON.stringify(canary).slice(1, -1);
      const comment = canary.replaceAll('\n', ' ');
      for (const [i, line] of lines.entries()) {
        if (line.includes(written) || line.includes(comment)) expect(at, `${kind} in line ${i + 1}`).toContain(i + 1);
      }
    }
    expect(found.filter((f) => f.file === 'evidence/runs.jsonl').length).toBeGreaterThanOrEqual(planted.length);
  });
});
