import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { drplan } from '../support/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-ci-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const broken = 'drplan: 1\nplan: {name: X}\nservers:\n  web: {dependsOn: [db]}\n';

/** A checkout with a plan in a folder below, and a file of a name that no format likes. */
function checkout(name: string): string {
  const root = join(dir, name);
  const plan = join(root, 'emergency plan');
  mkdirSync(join(root, '.git'), { recursive: true });
  mkdirSync(plan);
  writeFileSync(join(plan, 'drplan.yaml'), broken);
  writeFileSync(join(plan, "a#b%41:c, d|`é'\n<x>.yaml"), 'servers: {"s": {dependsOn: ["no|<b>%0A::x"]}}\n');
  return root;
}

describe('reports for CI, by the real program', () => {
  it('writes several at once, paths from the root of the checkout, and one to standard output', async () => {
    const root = checkout('several');
    const file = (name: string): string => join(root, 'out', name);
    const ran = await drplan([
      ...['--plan', join(root, 'emergency plan'), 'validate'],
      ...['--format', 'sarif', '--output-file', file('a.sarif')],
      ...['--format', 'junit', '--output-file', file('a.xml')],
      ...['--format', 'gitlab', '--output-file', file('a.json')],
      ...['--format', 'markdown', '--output-file', file('a.md')],
      ...['--format', 'github'],
    ]);
    expect(ran.code).toBe(1);
    const { runs } = JSON.parse(readFileSync(file('a.sarif'), 'utf8'));
    const uris = runs[0].results.map(
      (r: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        r.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(uris).toContain('emergency%20plan/drplan.yaml');
    expect(uris.map(decodeURIComponent)).toContain("emergency plan/a#b%41:c, d|`é'\\x0a<x>.yaml");
    expect(ran.out).toContain('::error file=emergency plan/drplan.yaml,line=4,endLine=4,col=21,endColumn=22,');
    expect(ran.out).toContain("file=emergency plan/a#b%2541%3Ac%2C d|`é'\\x0a<x>.yaml,");
    expect(readFileSync(file('a.xml'), 'utf8')).toContain('classname="emergency plan/drplan.yaml"');
    expect(JSON.parse(readFileSync(file('a.json'), 'utf8'))[0].location.path).toContain('emergency plan/');
    expect(readFileSync(file('a.md'), 'utf8')).toContain('### ❌ drplan validate');
  });
  it('adds the whole table to the step summary, behind what is there', async () => {
    const root = checkout('summary');
    const summary = join(root, 'summary.md');
    writeFileSync(summary, '# Before\n');
    const ran = await drplan(['--plan', join(root, 'emergency plan'), 'validate', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    expect(ran.code).toBe(1);
    const said = readFileSync(summary, 'utf8');
    expect(said).toMatch(/^# Before\n### ❌ drplan validate\n/);
    expect(said).toContain('| 🔴 error |');
    const lost = await drplan(['--plan', join(root, 'emergency plan'), 'validate', '--format', 'github'], {
      env: { GITHUB_STEP_SUMMARY: root },
    });
    expect([lost.code, lost.err]).toEqual([5, expect.stringContaining('cannot be added to: it is a folder')]);
  });
  it.each([
    [['--format', 'sarif', '--format', 'text'], 2, '--format sarif and --format text would both go to standard output'],
    [
      ['--format', 'sarif', '--output-file', 'x', '--output-file', 'y'],
      2,
      '--output-file y does not follow a --format of its own',
    ],
    [
      ['--format', 'json', '--output-file', 'x', '--format', 'text', '--output-file', 'x'],
      2,
      'two reports would be written to x',
    ],
    [['--format', 'yaml'], 2, 'Allowed choices are text, concise, json, sarif'],
    [['--output-file', '.'], 5, '. is a folder'],
    [['--output-file', '/dev/full'], 5, '/dev/full is a device or a pipe, not a file'],
  ])('refuses %j before it checks anything', async (args, code, message) => {
    const ran = await drplan(['--plan', 'examples/small-office', 'validate', ...args]);
    expect([ran.code, ran.err.includes(message) || ran.err]).toEqual([code, true]);
  });
});

/** A folder with `npx` and `drplan` that are this program, as a runner finds them. */
function tools(): string {
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = resolve('bin/drplan.js');
  writeFileSync(join(bin, 'drplan'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  // npx --yes drplan@VERSION ARGS
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`);
  for (const name of ['drplan', 'npx']) chmodSync(join(bin, name), 0o755);
  return bin;
}

const shell = (script: string, cwd: string, env: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; out: string }>((done) => {
    const path = `${tools()}${delimiter}${process.env['PATH'] ?? ''}`;
    execFile('bash', ['-e', '-c', script], { cwd, env: { ...process.env, ...env, PATH: path } }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out: `${out}${err}` }),
    );
  });

describe('the hooks that other programs read', () => {
  it('action.yml runs as it stands, with what its inputs say', async () => {
    const action = load(readFileSync('action.yml', 'utf8')) as {
      inputs: Record<string, { default: string }>;
      runs: { using: string; steps: { run: string; env: Record<string, string> }[] };
    };
    expect(action.runs.using).toBe('composite');
    const [step] = action.runs.steps;
    if (!step) throw new Error('no step');
    const run = (inputs: Record<string, string>) => {
      const value = (text: string): string =>
        text.replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/g,
          (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? 'MISSING',
        );
      const env = Object.fromEntries(Object.entries(step.env).map(([key, text]) => [key, value(text)]));
      expect(Object.values(env)).not.toContain('MISSING');
      return shell(step.run, root, env);
    };
    const root = checkout('action');
    const found = await run({
      plan: 'emergency plan',
      'sarif-file': 'it is "here".sarif',
      profile: 'start grundschutz',
    });
    expect([found.code, found.out]).toEqual([1, expect.stringContaining('::error file=emergency plan/drplan.yaml,')]);
    expect(JSON.parse(readFileSync(join(root, 'it is "here".sarif'), 'utf8')).version).toBe('2.1.0');
    expect((await run({ plan: 'emergency plan', 'fail-on': 'never' })).code).toBe(0);
    expect((await run({ plan: '$(touch pwned)' })).code).toBe(2);
    expect(() => readFileSync(join(root, 'pwned'))).toThrow('ENOENT');
  });
  it('.pre-commit-hooks.yaml names a hook whose line runs', async () => {
    const [hook] = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Record<string, never>[];
    expect(hook).toMatchObject({ id: 'drplan-validate', language: 'node', pass_filenames: false });
    const { entry, args, files } = hook as unknown as { entry: string; args: string[]; files: string };
    expect(new RegExp(files).test('plan/a.yaml')).toBe(true);
    const root = checkout('hook');
    const line = [entry, ...args].join(' ');
    const ran = await shell(line, join(root, 'emergency plan'), {});
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('error[reference-unknown]')]);
  });
});
