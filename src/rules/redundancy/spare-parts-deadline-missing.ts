import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const sparePartsDeadlineMissing: Rule = {
  id: 'spare-parts-deadline-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every source of replacements says how soon the part is there.',
  why: 'A contract without a time is a promise to try.',
  source: 'M 6.96: the supply of spare parts must be ensured within a period of time',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
contracts:
  hardware: {covers: [shop]} # <--
spares:
  box: {fits: [db], count: 0} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
contracts:
  hardware: {covers: [shop], repairTime: 8h}
spares:
  box: {fits: [db], count: 0, leadTime: 5d}
`,
  *check({ model }) {
    for (const contract of model.of('contract')) {
      if (!contract.data.covers?.length || contract.data.repairTime !== undefined) continue;
      yield {
        message: `${contract.id} does not say how soon it is repaired`,
        hint: 'add repairTime: 8h',
        location: keyOf(contract),
        element: contract.id,
      };
    }
    for (const spare of model.of('spare')) {
      if ((spare.data.count ?? 0) > 0 || spare.data.leadTime !== undefined) continue;
      yield {
        message: `${spare.id} is not in stock, and nobody says how long a new one takes`,
        hint: 'add leadTime: 5d, or count: 1 if one lies ready',
        location: keyOf(spare),
        element: spare.id,
      };
    }
  },
};
