import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { foundBy, readChanged } from '../support/changed-plan.ts';
import { cases } from './cases/index.ts';

describe('rules at their limits', () => {
  it('names rules that exist', () => {
    const ids = new Set(rules.map((r) => r.id));
    expect(cases.filter((c) => !ids.has(c.rule))).toEqual([]);
  });
  for (const one of cases) {
    it(`${one.rule}, ${one.on === 'small-office' ? 'small-office' : `its ${one.on} example`} with ${one.change.trim() || 'no change'}`, () => {
      const rule = rules.find((r) => r.id === one.rule) as (typeof rules)[number];
      const { reading, facts } = readChanged(rule, one);
      expect(reading.findings.map((f) => f.message)).toEqual([]);
      expect(foundBy(rule, facts)).toEqual(one.finds);
    });
  }
});
