import { nearest } from '../../diagnostics/near.ts';
import { catalogue } from '../../inventory/catalogue.ts';
import type { Rule } from '../rule.ts';

const ids = catalogue.map((entry) => entry.id);
const tail = (id: string): string => id.slice(id.indexOf('/') + 1);

/** The entry that was most likely meant; the name of the catalogue before the slash may be wrong or missing. */
function meant(text: string): string | undefined {
  const near = nearest(tail(text), ids.map(tail));
  return nearest(text, ids) ?? ids.find((id) => tail(id) === near);
}

export const catalogueEntryUnknown: Rule = {
  id: 'catalogue-entry-unknown',
  severity: 'warning',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'What a scenario covers is an entry of the catalogue of emergencies.',
  why: 'A misspelt entry leaves the emergency open, though its scenario is written.',
  source: 'M 6.138: emergencies to be considered at the least, as the catalogue derived by drplan names them',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  update:
    affects: [web]
    covers:
      - bsi-m-6-138/software-falt # <--
      - house-rules/flood # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db]}, db: {}}
scenarios:
  update: {affects: [web], covers: [bsi-m-6-138/software-fault]}
`,
  *check({ catalogueCoverage: { unknown } }) {
    for (const { scenario, text, at } of unknown) {
      const near = meant(text);
      yield {
        message: `"${text}" is no entry of the catalogue`,
        label: 'not in the catalogue',
        hint:
          near === undefined
            ? `the catalogue has ${ids.map(tail).join(', ')}, each with bsi-m-6-138/ before it; put names of your own into tags`
            : `did you mean "${near}"?`,
        location: at,
        element: scenario,
      };
    }
  },
};
