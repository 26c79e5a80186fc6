import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const configurationDocMissing: Rule = {
  id: 'configuration-doc-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'The configuration of every system is documented; one document may be about many.',
  why: 'The machine is new, the backup is read, and nobody knows to which network its third card belongs.',
  source: 'M 6.96: the system configuration must be documented',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db]} # <--
  db: {documents: [db-settings]}
documents: {db-settings: {kind: configuration, forms: [{form: paper, by: admin}]}}
roles: {admin: {count: 2}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [db]}
  db: {}
documents: {settings: {kind: configuration, about: [web, db], forms: [{form: paper, by: admin}]}}
roles: {admin: {count: 2}}
`,
  *check({ model, configurationDocuments }) {
    const systems = configurationDocuments.systems.map(({ id }) => model.elements.get(id) as Element);
    const lack = {
      one: 'has no document on its configuration',
      many: 'have no document on their configuration',
      hint: 'add documents: {ID: {kind: configuration, about: [ID, …], forms: [{form: paper, at: PLACE, by: ROLE}]}}',
    };
    yield* missing(systems, lack, ({ id }) => configurationDocuments.of(id).length === 0);
  },
};
