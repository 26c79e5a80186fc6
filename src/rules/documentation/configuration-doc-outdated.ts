import type { Period } from '../../inventory/index.ts';
import { isOverdue } from '../due.ts';
import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const yearly: Period = { months: 12, minutes: 0, text: '1y' };

export const configurationDocOutdated: Rule = {
  id: 'configuration-doc-outdated',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Documents on configurations are not older than what they describe, nor than the limit of the policy.',
  why: 'The addresses on the paper are those from before the move.',
  source: 'M 6.96: the system configuration must be documented; M 6.37: versions of the documentation',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db], lastChanged: 2026-10-01}
  db: {}
documents:
  web-settings:
    kind: configuration
    about: [web]
    updated: 2026-03-01 # <--
  db-settings:
    kind: configuration
    about: [db]
    updated: 2021-03-01 # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db], lastChanged: 2026-10-01}
  db: {}
documents:
  settings: {kind: configuration, about: [web, db], updated: 2026-10-02}
`,
  *check({ model, configurationDocuments, today }) {
    const every = model.policy.review?.documents ?? yearly;
    const documents = model.of('document').filter((d) => d.data.kind === 'configuration');
    const lack = {
      one: 'does not say when it was last brought up to date',
      many: 'do not say when they were last brought up to date',
      hint: 'compare it with what is there, then write updated: DATE',
    };
    yield* missing(documents, lack, (d) => d.data.updated === undefined);
    for (const document of documents) {
      const { updated } = document.data;
      if (updated === undefined) continue;
      const changed = configurationDocuments.subjects(document).filter((id) => {
        const { lastChanged } = (model.elements.get(id)?.data ?? {}) as { readonly lastChanged?: string };
        return (lastChanged ?? '') > updated;
      });
      if (changed.length === 0 && !isOverdue(updated, every, today)) continue;
      yield {
        message:
          changed.length > 0
            ? `${document.id} is of ${updated}; since then changed: ${listed(changed)}`
            : `${document.id} is of ${updated}, more than ${every.text} ago`,
        label: 'out of date',
        hint: 'compare it with what is there, mend it and its copies, then write the day as updated',
        location: fieldOf(document, 'updated'),
        element: document.id,
      };
    }
  },
};
