import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const configOfflineCopyMissing: Rule = {
  id: 'config-offline-copy-missing',
  severity: 'info',
  profiles: ['grundschutz'],
  summary: 'Configuration files lie on an offline medium too, beside the paper.',
  why: 'Four hundred lines of rules of the firewall, typed from paper at three in the morning.',
  source: 'M 6.96: configuration files can also be stored separately on CD',
  bad: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
servers: {web: {dependsOn: [db]}, db: {}}
documents:
  settings: {kind: configuration, about: [web, db], forms: [{form: paper, at: office}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
servers: {web: {dependsOn: [db]}, db: {}}
documents:
  settings: {kind: configuration, about: [web, db], forms: [{form: paper, at: office}, {form: offline-medium, at: office}]}
`,
  *check({ model }) {
    const lack = {
      one: 'lies on no offline medium',
      many: 'lie on no offline medium',
      hint: 'put the files on a stick or disc in the safe: forms: [{form: offline-medium, at: PLACE, by: ROLE}]',
    };
    const documents = model.of('document').filter((d) => d.data.kind === 'configuration');
    yield* missing(documents, lack, (d) => !d.data.forms?.some((f) => f.form === 'offline-medium'));
  },
};
