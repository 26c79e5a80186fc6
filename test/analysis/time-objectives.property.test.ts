import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRequirementGraph } from '../../src/analysis/index.ts';
import { timeObjectives } from '../../src/analysis/time-objectives.ts';
import { modelOf } from '../support/model.ts';
import { facts, plan } from '../support/plan.ts';

const cases = fc.integer({ min: 2, max: 9 }).chain((size) =>
  fc.record({
    rto: fc.array(fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }), { minLength: size, maxLength: size }),
    needs: fc.array(
      fc.record({
        from: fc.nat({ max: size - 1 }),
        of: fc.uniqueArray(fc.nat({ max: size - 1 }), { minLength: 1, maxLength: 3 }),
        atLeast: fc.integer({ min: 1, max: 3 }),
        when: fc.constantFrom('run' as const, 'serve' as const, 'start' as const, 'later' as const),
        grace: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
      }),
      { maxLength: 12 },
    ),
  }),
);

describe('RTO from user to provider', () => {
  it('is what naive rounds find, over loops too', () => {
    fc.assert(
      fc.property(cases, ({ rto, needs }) => {
        const id = (i: number): string => `n${i}`;
        const model = modelOf({
          nodes: rto.map((minutes, i) => ({ id: id(i), data: minutes === null ? {} : { rto: minutes } })),
          requirements: needs.map((n) => ({
            from: id(n.from),
            of: n.of.map(id),
            atLeast: Math.min(n.atLeast, n.of.length),
            when: n.when,
            ...(n.grace !== null && n.when === 'run' ? { grace: n.grace } : {}),
          })),
        });
        const best = rto.map((r) => r ?? Number.POSITIVE_INFINITY);
        for (let round = 0; round <= rto.length; round++) {
          for (const r of model.requirements) {
            if ((r.when !== 'run' && r.when !== 'serve') || r.atLeast < r.of.length) continue;
            for (const to of r.of) {
              const at = Number(to.slice(1));
              best[at] = Math.min(best[at] as number, (best[Number(r.from.slice(1))] as number) + (r.grace ?? 0));
            }
          }
        }
        const found = timeObjectives(model, buildRequirementGraph(model).rows).rto;
        expect(model.nodes.map((n) => found.effective(n.index))).toEqual(
          best.map((b) => (b === Number.POSITIVE_INFINITY ? undefined : b)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('continuity figures', () => {
  const { model, timeObjectives: times } = facts(
    plan(`
processes:
  orders: {uses: [shop], data: [list], rto: 4h, rpo: 1h, mtpd: 2d}
applications: {shop: {runsOn: [web], uses: [db], data: [list]}}
data: {list: {storedOn: [nas]}}
services: {db: {providers: [db-1, db-2]}}
servers: {web: {}}
virtualMachines:
  db-1: {runsOn: hv, recovery: {rto: 8h}}
  db-2: {runsOn: hv, recovery: {rto: 2h}}
hypervisors: {hv: {}}
storage: {nas: {type: nas, connectedTo: [switch]}}
networkDevices: {switch: {type: switch}}
backups: {nightly: {covers: [nas], every: 24h}}
`),
  );
  const of = (id: string) => model.node(id)?.index ?? -1;
  it('go to what cannot be spared, and to none of several alternatives', () => {
    expect(times.rto.inherited(of('web'))).toEqual({ minutes: 240, from: 'shop', relation: 'runsOn' });
    expect(times.rto.effective(of('db'))).toBe(240);
    expect(times.rto.inherited(of('db-1'))).toBeUndefined();
    expect(times.mtpd.effective(of('switch'))).toBe(2880);
  });
  it('count it as too slow only when too few providers are in time', () => {
    expect(times.tooSlow.map((t) => t.requirement.from)).toEqual([]);
    const slow = facts(
      plan(
        'processes: {p: {uses: [s], rto: 1h}}\nservices: {s: {providers: [a, b], atLeast: 2}}\nservers:\n  a: {recovery: {rto: 2h}}\n  b: {recovery: {rto: 30m}}\n',
      ),
    ).timeObjectives.tooSlow;
    expect(slow.map((t) => [t.requirement.from, t.limit, t.slower])).toEqual([['s', 60, [{ id: 'a', minutes: 120 }]]]);
  });
  it('of data end where a backup is, and never reach network or hosts', () => {
    expect(times.rpo.inherited(of('list'))?.minutes).toBe(60);
    expect(times.rpo.inherited(of('nas'))?.minutes).toBe(60);
    expect([of('switch'), of('hv'), of('web')].map((i) => times.rpo.effective(i))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
