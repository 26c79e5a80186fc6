import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/pipeline.ts';
import type { OrderOptions } from '../../src/recovery/order.ts';
import type { Recovery } from '../../src/recovery/recovery.ts';
import { nothingReported } from '../../src/recovery/task-list.ts';
import { facts, plan } from '../support/plan.ts';

const power = (runtime: string, start = '5m') => `
facilities:
  feed: {type: power-feed}
  gen: {type: generator, recovery: {restart: {takes: ${start}}}}
  ups: {type: ups, poweredBy: [feed, gen], runtime: ${runtime}}
servers: {a: {poweredBy: [ups], recovery: {restart: {takes: 10m}}}}
applications: {app: {runsOn: [a]}}
`;
const loss = (text: string, failed: readonly string[], options: OrderOptions = {}): Recovery =>
  orderOf(
    facts(plan(text)),
    { id: null, name: 'x', failed: failed.map((element) => ({ element, effect: 'outage' })) },
    options,
  );
const ids = (r: Recovery): string[] => r.steps.map((s) => s.id).sort();

describe('what is back within the grace', () => {
  it('lets nothing fall that waits on it, over as many links as there are', () => {
    const r = loss(power('20m'), ['feed', 'gen']);
    expect(ids(r)).toEqual(['gen/restart']);
    expect(r.spared).toEqual([
      { id: 'a', until: 20 },
      { id: 'app', until: 20 },
      { id: 'ups', until: 20 },
    ]);
    expect(r.impact.down.map((d) => d.id)).toEqual(['feed', 'gen']);
  });
  it('is too late where it comes after, the alarm time and what has passed counted', () => {
    const all = ['a/restart', 'gen/restart', 'ups/restart'];
    expect(ids(loss(power('4m'), ['feed', 'gen']))).toEqual(all);
    expect(ids(loss(power('20m'), ['feed', 'gen'], { elapsed: 15 }))).toEqual(['gen/restart']);
    expect(ids(loss(power('20m'), ['feed', 'gen'], { elapsed: 16 }))).toEqual(all);
  });
  it('is judged with the people there are', () => {
    const staffed = power('20m').replace('{takes: 5m}', '{takes: 5m, staff: {guard: 1}}');
    const text = (travel: string) =>
      `${staffed}people: {eva: {travelTime: ${travel}}}\nroles: {guard: {holders: [eva]}}\n`;
    expect(ids(loss(text('10m'), ['feed', 'gen']))).toEqual(['gen/restart']);
    expect(ids(loss(text('16m'), ['feed', 'gen']))).toEqual(['a/restart', 'gen/restart', 'ups/restart']);
  });
  it('is no help when it failed', () => {
    const reported = { ...nothingReported, failed: new Set(['gen/restart']) };
    expect(loss(power('20m'), ['feed', 'gen'], { reported }).spared).toEqual([]);
  });
  it('spares those with the longer grace alone', () => {
    const text = `
servers:
  lic: {recovery: {restart: {takes: 30m}}}
  long: {dependsOn: [{id: lic, grace: 1h}]}
  short: {dependsOn: [{id: lic, grace: 10m}]}
`;
    const r = loss(text, ['lic']);
    expect([r.spared, r.impact.down.map((d) => d.id)]).toEqual([[{ id: 'long', until: 60 }], ['lic', 'short']]);
    expect(r.objectives).toMatchObject([{ element: 'lic', basis: 'grace', limit: 10, verdict: 'infeasible' }]);
  });
});
