import { describe, expect, it } from 'vitest';
import { analyse, judge } from '../../src/pipeline.ts';
import { mostImportant, rules } from '../../src/rules/index.ts';
import { plan, today } from '../support/plan.ts';

const first = (yaml: string, most?: number) => {
  const reading = plan(yaml);
  const facts = analyse(reading, today);
  return mostImportant(facts, judge(reading, facts, ['full']), rules, most).map(({ diagnostic, others }) => ({
    rule: diagnostic.rule,
    about: diagnostic.element,
    others,
  }));
};

describe('what to mend first', () => {
  it('is what cannot be understood, then what cannot come back, then who does not come; paperwork is last', () => {
    const found = first(
      `
servers: {a: {dependsOn: [nowhere]}, b: {dependsOn: [c]}, c: {dependsOn: [b]}, d: {nonsense: 1}}
processes: {shop: {uses: [a, b], protection: {availability: {need: very-high, reason: it sells}}}}
roles: {boss: {}}
`,
      40,
    ).map((f) => f.rule);
    const order = [
      'schema-invalid',
      'reference-unknown',
      'bootstrap-deadlock',
      'role-unassigned',
      'rpo-missing',
      'exercise-missing',
      'plan-purpose-missing',
    ];
    expect(order.map((rule) => found.indexOf(rule))).not.toContain(-1);
    expect([...order].sort((a, b) => found.indexOf(a) - found.indexOf(b))).toEqual(order);
  });
  it('names of each rule what the most important process needs, and counts the rest', () => {
    const found = first(
      `
servers: {a: {}, b: {}, c: {}, e: {owner: boss}, f: {owner: boss}, g: {owner: boss}}
roles: {boss: {}}
processes:
  shop: {uses: [b], owner: boss, protection: {availability: {need: very-high, reason: it sells}}}
  wiki: {uses: [a, c, e, f, g], owner: boss, protection: {availability: {need: normal}}}
`,
      99,
    ).find((f) => f.rule === 'asset-owner-missing');
    expect(found).toEqual({ rule: 'asset-owner-missing', about: 'b', others: 2 });
  });
  it('is at most ten rules, and neither what is waived nor what is only told', () => {
    expect(first('servers: {a: {}}\n')).toHaveLength(10);
    const waived = `
servers: {a: {}}
people: {p: {}}
waivers: [{rule: backup-solution-none, reason: tests only, by: p, until: 2027-01-01}]
`;
    expect(first(waived, 99).map((f) => f.rule)).not.toContain('backup-solution-none');
    expect(first('servers: {a: {}}\n', 99).map((f) => f.rule)).toContain('backup-solution-none');
  });
  it('names only rules that exist', async () => {
    const { readFileSync } = await import('node:fs');
    const source = readFileSync(new URL('../../src/rules/importance.ts', import.meta.url), 'utf8');
    const named = [...source.slice(0, source.indexOf('];\n')).matchAll(/'([a-z-]+)'/g)].map((m) => m[1]);
    expect(named.length).toBeGreaterThan(40);
    for (const id of named)
      expect(
        rules.some((r) => r.id === id),
        id,
      ).toBe(true);
    expect(new Set(named).size).toBe(named.length);
  });
});
