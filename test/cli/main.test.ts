import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { commands, main } from '../../src/cli/main.ts';
import { schemaFiles } from '../../src/cli/schemas.ts';
import { fakePorts } from '../support/ports.ts';

const good = {
  'drplan.yaml':
    'drplan: 1\nplan: {name: Office}\nservers:\n  web: {dependsOn: [db], recovery: {stateless: true}}\n  db: {recovery: {rto: 1m, restart: {takes: 5m}, stateless: true}}\n',
};
const broken = { 'drplan.yaml': `${good['drplan.yaml']}  bad: {dependson: [x]}\n` };
const locked = {
  'drplan.yaml': 'drplan: 1\nplan: {name: Office}\nservers:\n  a: {dependsOn: [b]}\n  b: {dependsOn: [a]}\n',
};

async function run(args: readonly string[], files: Readonly<Record<string, string>> = good, options = {}) {
  const ports = fakePorts(files, options);
  const code = await main(['--today', '2026-11-23', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr(), ports };
}
const schemas = new Ajv({ strict: false, allErrors: true });

describe('exit codes', () => {
  it.each([
    ['validate of a sound plan', ['validate'], good, 0],
    ['validate with errors', ['validate'], broken, 1],
    ['validate that never fails', ['validate', '--fail-on', 'never'], broken, 0],
    ['validate without a plan', ['validate'], {}, 2],
    ['an order', ['recovery-order'], good, 0],
    ['an order with a deadlock', ['recovery-order'], locked, 1],
    ['an order of a damaged plan', ['recovery-order'], { ...good, 'x.yaml': 'servers: {a: [}\n' }, 3],
    ['validate of a folder that is no plan', ['validate'], { 'ci.yaml': 'servers: {}\n' }, 2],
    [
      'validate with a broken policy',
      ['validate'],
      { 'drplan.yaml': `${good['drplan.yaml']}policy: {severites: {}}\n` },
      2,
    ],
    ['an order of a plan that cannot be read at all', ['recovery-order'], { 'drplan.yaml': '[\n' }, 2],
    ['print of a plan that cannot be read at all', ['print'], { 'drplan.yaml': '[\n' }, 2],
    ['an order without drplan.yaml', ['recovery-order'], { 'a.yaml': 'servers: {a: {}}\n' }, 0],
    ['an unknown command', ['validat'], good, 2],
    ['an unknown option', ['validate', '--formt', 'json'], good, 2],
    ['an unknown format', ['validate', '--format', 'xml'], good, 2],
    ['a wrong day', ['--today', '2026-13-45', 'validate'], good, 2],
    ['an unknown scenario', ['recovery-order', '--scenario', 'x'], good, 2],
    ['an unknown element', ['recovery-order', '--failed', 'wbe'], good, 2],
    ['an unknown effect', ['recovery-order', '--failed', 'web=fire'], good, 2],
    ['an unknown profile', ['validate', '--profile', 'x'], good, 2],
    ['print without a browser', ['print'], good, 4],
    ['print of a plan with errors that is strict', ['print', '--strict'], broken, 1],
    ['help', ['--help'], good, 0],
    ['help of a command', ['print', '--help'], good, 0],
    ['the version', ['--version'], good, 0],
    ['nothing', [], good, 2],
  ] as const)('%s', async (_name, args, files, code) => {
    const ports = fakePorts(files);
    expect(
      await main(
        args.length === 0
          ? []
          : (args as readonly string[]).includes('--today')
            ? args
            : ['--today', '2026-11-23', ...args],
        ports,
      ),
    ).toBe(code);
    expect(ports.stderr()).not.toMatch(/this is a bug|at .*\.ts:\d+/);
  });
  it('suggests what was meant', async () => {
    expect((await run(['validat'])).err).toContain('validate');
    expect((await run(['recovery-order', '--failed', 'wbe'])).err).toContain('did you mean "web"?');
    expect((await run(['recovery-order', '--failed', 'web=outge'])).err).toContain('did you mean "outage"?');
  });
  it('keeps talk off stdout', async () => {
    const { out, err } = await run(['validate']);
    expect(out).toBe('');
    expect(err).toBe('checked 1 file, 2 elements: nothing found\n');
  });
});

describe('JSON', () => {
  const cases: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
    ['validate', ['validate'], broken],
    ['validate', ['validate'], good],
    ['protection-needs', ['protection-needs'], good],
    ['protection-needs', ['protection-needs', 'db'], broken],
    ['recovery-order', ['recovery-order'], good],
    ['recovery-order', ['recovery-order'], locked],
    ['shutdown-order', ['shutdown-order'], locked],
    ['recovery-order', ['recovery-order', '--failed', 'db=destroyed'], broken],
  ];
  it.each(cases)('of %s %j fits its published schema', async (name, args, files) => {
    const { out } = await run([...args, '--format', 'json'], files);
    const document: unknown = JSON.parse(out);
    const valid = schemas.compile(schemaFiles[name]?.() ?? {});
    expect(valid(document) ? [] : valid.errors).toEqual([]);
    expect(document).toMatchObject({
      schema: `drplan/${name}/1`,
      tool: { name: 'drplan' },
      today: '2026-11-23',
      plan: { name: 'Office', revision: 'abcdef0123456789' },
    });
  });
  it('is one document for failures too', async () => {
    for (const args of [
      ['validate', '--format', 'json', '--nonsense'],
      ['recovery-order', '--format=json', '--scenario', 'x'],
    ]) {
      const { out, code } = await run(args);
      expect(JSON.parse(out)).toMatchObject({ schema: 'drplan/error/1', error: { code } });
    }
  });
  it('has the place of every link of a deadlock', async () => {
    const { out } = await run(['recovery-order', '--format', 'json'], locked);
    const { deadlocks } = JSON.parse(out) as { deadlocks: { cycle: { from: string; file: string; line: number }[] }[] };
    expect(deadlocks[0]?.cycle).toMatchObject([
      { from: 'a', file: 'drplan.yaml', line: 4 },
      { from: 'b', file: 'drplan.yaml', line: 5 },
    ]);
  });
  it('is the same every time', async () => {
    const args = ['recovery-order', '--format', 'json'];
    expect((await run(args)).out).toBe((await run(args)).out);
  });
  it('committed schemas are the ones of the code', () => {
    const names: Record<string, string> = { plan: 'drplan' };
    for (const [name, make] of Object.entries(schemaFiles)) {
      const file = new URL(`../../schemas/${names[name] ?? name}.schema.json`, import.meta.url);
      expect(readFileSync(file, 'utf8'), name).toBe(`${JSON.stringify(make(), null, 2)}\n`);
    }
    expect(readdirSync(new URL('../../schemas', import.meta.url))).toHaveLength(Object.keys(schemaFiles).length);
  });
});

describe('commands', () => {
  it('are all registered', () => {
    const folder = new URL('../../src/cli/commands/', import.meta.url);
    const filesIn = (below: string) =>
      readdirSync(new URL(below, folder), { withFileTypes: true })
        .filter((f) => f.isFile())
        .map((f) => f.name.replace('.ts', ''))
        .sort();
    expect(commands.map((c) => c.usage).sort()).toEqual(filesIn('.'));
    // A command with parts of its own has a folder of its own.
    const folders = readdirSync(folder, { withFileTypes: true }).filter((f) => f.isDirectory());
    for (const { name } of folders) {
      const parts = commands.find((c) => c.usage === name)?.subcommands ?? [];
      expect(parts.map((c) => c.usage.split(' ')[0]).sort()).toEqual(filesIn(`${name}/`));
    }
  });
  it('print falls back to HTML and says so', async () => {
    const { code, out, err, ports } = await run(['print', '--out', 'out/b.pdf']);
    expect([code, out]).toEqual([4, 'out/b.html\n']);
    expect(err).toContain('out/b.html');
    expect(String(ports.written.get('out/b.html'))).toContain('Content-Security-Policy');
  });
  it('print marks a plan with errors and ends with 3', async () => {
    const { code, ports } = await run(['print', '--format', 'html', '--out', 'b.html'], broken);
    expect(code).toBe(3);
    expect(String(ports.written.get('b.html'))).toMatch(/THE PLAN HAS \d+ ERROR/);
  });
  it('print gives the printer the day of the check, title and author', async () => {
    const { code, ports } = await run(['print'], good, { browser: true });
    expect(code).toBe(0);
    expect(ports.printed[0]).toMatchObject({
      title: 'Office: Emergency binder',
      author: 'Office',
      language: 'en',
      date: new Date('2026-11-23T00:00:00Z'),
    });
  });
  it('init writes a plan that validates clean, and never overwrites', async () => {
    const { ports } = await run(['init', 'new'], {});
    const files = Object.fromEntries(
      [...ports.written].map(([path, content]) => [path, new TextDecoder().decode(content as Uint8Array)]),
    );
    expect(Object.keys(files)).toContain('new/drplan.yaml');
    const checked = await run(['--plan', 'new', 'validate'], files);
    expect(checked.err).toMatch(/nothing found/);
    expect((await run(['init', 'new'], files)).code).toBe(2);
  });
  it('explain knows rules, elements and fields', async () => {
    expect((await run(['explain', 'reference-unknown'])).out).toContain('Why:');
    expect((await run(['explain', 'db'])).out).toMatch(/is needed by\n {2}web/);
    expect((await run(['explain', 'recovery.rto'])).out).toContain('a duration');
    const { code, err } = await run(['explain', 'reference-unknwn']);
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean "reference-unknown"?')]);
  });
  it('every rule named in a finding can be explained', async () => {
    const { out } = await run(['validate', '--format', 'json'], {
      ...broken,
      'e.yaml': '',
      'f.yaml': 'a: [\n',
      'g.yaml': 'servers: {x: {name: "\u202e"}}\n',
    });
    const { diagnostics } = JSON.parse(out) as { diagnostics: { rule: string }[] };
    const ids = [...new Set(diagnostics.map((d) => d.rule))];
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids) expect((await run(['explain', id])).code, id).toBe(0);
  });
  it('docs/rules.md is what explain --all prints', async () => {
    expect((await run(['explain', '--all'])).out).toBe(
      readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'),
    );
  });
  it('recovery-order never shows a control character of the plan', async () => {
    const files = { 'drplan.yaml': 'drplan: 1\nplan: {name: X}\nservers: {a: {name: "x\\e[2Jy\\u202e"}}\n' };
    for (const args of [['recovery-order'], ['protection-needs', 'a'], ['explain', 'a'], ['validate']]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect((await run(args, files)).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
  it('keeps lines within 80 columns', async () => {
    const { out } = await run(['recovery-order'], locked);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('reads only what include and exclude say', async () => {
    const files = {
      'drplan.yaml': 'drplan: 1\ninclude: [plan/**]\nexclude: ["**/old.yaml"]\nplan: {name: X}\n',
      'plan/a.yaml': 'networkDevices: {a: {dependsOn: [b]}, b: {}}\n',
      'plan/old.yaml': 'nonsense: 1\n',
      'ci.yaml': 'jobs: 1\n',
    };
    expect((await run(['validate'], files)).err).toBe('checked 2 files, 2 elements: nothing found\n');
  });
});
