import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, plan } from '../support/plan.ts';

/** Who holds which role, by number. */
type Holders = readonly (readonly number[])[];

const overlapping = (holders: Holders, people: number) => {
  const roles = holders.map((h, i) => `  r${i}: {holders: [${h.map((p) => `p${p}`).join(', ')}]}`);
  const named = Array.from({ length: people }, (_, i) => `  p${i}: {}`);
  const reading = plan(`roles:\n${roles.join('\n')}\npeople:\n${named.join('\n')}\n`);
  return facts(reading).roleStaffing.overlapping.map((o) => ({ roles: o.roles.map((r) => r.id), people: o.people }));
};

/** By trying everything: whether each role can have a person of its own. */
const canAllBeFilled = (holders: Holders, taken: readonly number[] = []): boolean => {
  const [first, ...rest] = holders;
  return !first || first.some((p) => !taken.includes(p) && canAllBeFilled(rest, [...taken, p]));
};

describe('roles that cannot be filled at once', () => {
  it('are found exactly when no assignment exists, and are fewer people than roles', () => {
    const people = 5;
    const role = fc.uniqueArray(fc.integer({ min: 0, max: people - 1 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(role, { minLength: 1, maxLength: 6 }), (holders) => {
        const sets = overlapping(holders, people);
        expect(sets.length === 0).toBe(canAllBeFilled(holders));
        const seen = sets.flatMap((s) => s.roles);
        expect(new Set(seen).size).toBe(seen.length);
        for (const set of sets) {
          expect(set.people.length).toBeLessThan(set.roles.length);
          const all = new Set(set.roles.flatMap((r) => (holders[Number(r.slice(1))] ?? []).map((p) => `p${p}`)));
          expect(set.people).toEqual([...all].sort());
        }
        const without = holders.filter((_, i) => !seen.includes(`r${i}`));
        expect(canAllBeFilled(without)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it('are told apart where they share nobody', () => {
    expect(overlapping([[0], [0], [1], [1], [2]], 3)).toEqual([
      { roles: ['r0', 'r1'], people: ['p0'] },
      { roles: ['r2', 'r3'], people: ['p1'] },
    ]);
  });
});

describe('who restores', () => {
  it('is whoever a restore asks for or a backup names, once', () => {
    const { roleStaffing } = facts(
      plan(`
servers: {db: {recovery: {restore: {takes: 1h, staff: {backup-admin: 1}}, restart: {takes: 1m, staff: {admin: 1}}}}}
backups: {nightly: {covers: [db], responsible: carla}}
roles: {backup-admin: {holders: [carla, ben]}, admin: {holders: [anna]}}
people: {anna: {}, ben: {}, carla: {}}
`),
    );
    expect(roleStaffing.restorers.map((p) => p.id)).toEqual(['ben', 'carla']);
    expect(roleStaffing.actsOn('admin')).toEqual(['db']);
    expect(roleStaffing.peopleOf('carla').map((p) => p.id)).toEqual(['carla']);
    expect(roleStaffing.peopleOf('nobody')).toEqual([]);
  });
});
