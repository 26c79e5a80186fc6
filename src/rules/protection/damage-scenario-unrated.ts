import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

const scenarios = ['laws', 'privacy', 'safety', 'operations', 'image', 'finance'] as const;

export const damageScenarioUnrated: Rule = {
  id: 'damage-scenario-unrated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every process rates the six damage scenarios.',
  why: 'A need without the damage behind it cannot be defended when it costs money, nor compared with others.',
  source: 'BSI-Standard 200-2 §8.2.1: damage scenarios from breach of law to financial harm',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], damage: {perHour: 100 EUR, scenarios: {operations: high}}} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    damage: {scenarios: {laws: normal, privacy: normal, safety: normal, operations: high, image: normal, finance: high}}
servers: {shop: {}}
`,
  *check({ model }) {
    const lack = {
      one: 'does not rate all six damage scenarios',
      many: 'do not rate all six damage scenarios',
      hint: `add damage: {scenarios: {…}} with ${scenarios.join(', ')}`,
    };
    yield* missing(model.of('process'), lack, (process) => {
      const rated = (process as Element<'process'>).data.damage?.scenarios;
      return scenarios.some((name) => rated?.[name] === undefined);
    });
  },
};
