import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../src/analysis/index.ts';
import { identifier, mef } from '../../src/views/weak-points/mef.ts';
import { readExample } from '../support/example.ts';
import { facts, plan } from '../support/plan.ts';
import { randomPlan } from '../support/random-plan.ts';

const run = promisify(execFile);
const hasScram = spawnSync('scram', ['--version']).status === 0;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drplan-scram-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const header = {
  tool: { name: 'drplan', version: '0' },
  plan: { name: null, version: null, fingerprint: '', revision: null },
  today: '2026-11-23',
} as const;

/** The cut sets that scram computes from our fault trees: top event → sets of event names. */
async function cutSetsOfScram(known: Facts, name: string): Promise<Map<string, string[]>> {
  const { targets } = known.weakPoints;
  const options = { header, width: 80, targets, named: false, order: 3, locate: () => ({ line: 1 }) };
  const file = join(folder, `${name}.xml`);
  await writeFile(file, mef.render(known, options));
  const { stdout } = await run('scram', ['--limit-order', '3', file], { maxBuffer: 256 * 1024 * 1024 });
  const found = new Map<string, string[]>();
  for (const [, top = '', body = ''] of stdout.matchAll(
    /<sum-of-products name="([^"]+)"[^>]*?(?:\/>|>(.*?)<\/sum-of-products>)/gs,
  )) {
    const products = [...(body ?? '').matchAll(/<product[^>]*>(.*?)<\/product>/gs)];
    found.set(
      top,
      products
        .map(([, p = '']) =>
          [...p.matchAll(/name="([^"]+)"/g)]
            .map((m) => m[1] as string)
            .sort()
            .join(' '),
        )
        .sort(),
    );
  }
  return found;
}

describe.skipIf(!hasScram)('cut sets as scram finds them in our fault trees', () => {
  const cases: readonly (readonly [string, () => Facts])[] = [
    ['small-office', () => facts(readExample('small-office'))],
    ['two-sites', () => facts(readExample('two-sites'))],
    ...[31, 32, 33].map((seed) => [`random plan ${seed}`, () => facts(plan(randomPlan(seed, 30)))] as const),
  ];
  it.each(cases)('%s', { timeout: 60_000 }, async (name, make) => {
    const known = make();
    const { targets } = known.weakPoints;
    expect(targets.length).toBeGreaterThan(0);
    const theirs = await cutSetsOfScram(known, name.replaceAll(' ', '-'));
    expect(theirs.size).toBe(targets.length);
    let sets = 0;
    for (const target of targets) {
      const ours = known.weakPoints
        .cutSets(target, 3)
        .map((set) =>
          set
            .map((n) => `fail_${identifier(n.id)}`)
            .sort()
            .join(' '),
        )
        .sort();
      sets += ours.length;
      expect(theirs.get(`top_${identifier(target.id)}`)).toEqual(ours);
    }
    expect(sets).toBeGreaterThan(0);
  });
});

describe('names in fault trees', () => {
  it('stay different and are names of the exchange format', () => {
    const ids = [
      'a',
      'a.b',
      'a-b',
      'a_b',
      'a--b',
      'a-.b',
      'a.-b',
      'a_-b',
      'a-_b',
      '9',
      'a_pb',
      'a_ub',
      'a_mb',
      'a-p',
      '1.2.3',
    ];
    const names = ids.map((id) => `fail_${identifier(id)}`);
    expect(new Set(names).size).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]\w*(-\w+)*$/);
  });
});
