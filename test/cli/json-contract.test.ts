import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { schemaFiles } from '../../src/cli/schemas.ts';
import { exitCode } from '../../src/errors.ts';
import type { Ports } from '../../src/ports.ts';
import { invocations } from '../support/invocations.ts';
import { fakePorts } from '../support/ports.ts';

const good = {
  'drplan.yaml':
    'drplan: 1\nplan: {name: Office}\nstorage:\n  san-1: {recovery: {restart: {takes: 5m}, stateless: true}}\nservers:\n  web: {dependsOn: [san-1], recovery: {stateless: true}}\n',
};
const flawed = { 'drplan.yaml': `${good['drplan.yaml']}  bad: {dependson: [x]}\n  worse: {dependsOn: [nowhere]}\n` };
const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map(Object.keys(schemaFiles).map((name) => [name, ajv.compile(schemaFiles[name]?.() ?? {})]));

/** The one document on standard output, held against its schema. */
function documentOf(text: string, schema: string): { readonly schema: string } {
  const document: unknown = JSON.parse(text);
  const fits = compiled.get(schema);
  if (!fits) throw new Error(`no schema is published for ${schema}`);
  expect(fits(document) ? [] : fits.errors).toEqual([]);
  return document as { schema: string };
}

async function run(args: readonly string[], world: Readonly<Record<string, string>>, faults: Partial<Ports> = {}) {
  const ports = fakePorts(world);
  const code = await main(['--today', '2026-11-23', ...args], { ...ports, ...faults });
  return { code, out: ports.stdout() };
}

const broken = (): never => {
  throw new TypeError('cannot read properties of undefined');
};

const withJson = invocations.filter(({ options }) =>
  options.some((o) => o.long === '--format' && o.argChoices?.includes('json')),
);

describe('JSON of every command that writes it', () => {
  it('is there for most commands', () => {
    expect(withJson.map((i) => i.name)).toContain('validate');
    expect(withJson.length).toBeGreaterThan(7);
  });
  describe.each(withJson)('$name', ({ name, args }) => {
    const json = [...args, '--format', 'json'];
    const schema = name.split(' ')[0] ?? '';
    it('is one document that fits its schema', async () => {
      const { out, code } = await run(json, good);
      // No plan of a few lines answers all that texts ask for.
      expect(code).toBe(name === 'coverage' ? exitCode.findings : exitCode.ok);
      expect(documentOf(out, schema).schema).toBe(`drplan/${schema}/1`);
    });
    it('is one with findings, too', async () => {
      const { out, code } = await run(json, flawed);
      expect([exitCode.findings, exitCode.incomplete, exitCode.ok]).toContain(code);
      if (name === 'validate') expect(code).toBe(exitCode.findings);
      expect(documentOf(out, schema).schema).toBe(`drplan/${schema}/1`);
    });
    it('says a crash as one document, and as a bug', async () => {
      const { files } = fakePorts(good);
      const { out, code } = await run(json, good, { files: { ...files, readTree: broken, kindOf: broken } });
      expect(documentOf(out, 'error')).toMatchObject({ schema: 'drplan/error/1', error: { code: exitCode.bug } });
      expect(code).toBe(exitCode.bug);
    });
  });
});

describe('JSON of failures', () => {
  it.each(invocations)('$name: wrong usage is one document', async ({ args }) => {
    for (const asked of [['--format', 'json'], ['--format=json']]) {
      const { out, code } = await run([...args, ...asked, '--nonsense'], good);
      expect(documentOf(out, 'error')).toMatchObject({ schema: 'drplan/error/1', error: { code: exitCode.usage } });
      expect(code).toBe(exitCode.usage);
    }
  });
  it.each(withJson)('$name: no plan is one document', async ({ args }) => {
    const { out, code } = await run([...args, '--format', 'json'], {});
    expect(documentOf(out, 'error')).toMatchObject({ error: { code } });
    expect(code).toBe(exitCode.usage);
  });
});
