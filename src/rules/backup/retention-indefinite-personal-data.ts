import type { Node } from '../../model/model.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const retentionIndefinitePersonalData: Rule = {
  id: 'retention-indefinite-personal-data',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Backups of personal data are not kept for ever.',
  why: 'Who asks for his data to be deleted is told that it is; it is not.',
  source:
    'ISO 27002 backup workflow, task 3: "indefinitely" is one of the answers, client information one of the classes',
  bad: `
drplan: 1
plan: {name: Office}
data: {patients: {class: personal}}
backups:
  yearly:
    covers: [patients]
    retention: indefinite # <--
`,
  good: `
drplan: 1
plan: {name: Office}
data: {patients: {class: personal}}
backups:
  yearly:
    covers: [patients]
    retention: 10y
`,
  *check({ backupCoverage }) {
    for (const backup of backupCoverage.backups) {
      if (backup.data.retention !== 'indefinite') continue;
      const classOf = (node: Node): string => String((node.data as { class?: string }).class);
      const people = backupCoverage.savedBy(backup).filter((node) => ['personal', 'client'].includes(classOf(node)));
      if (people.length === 0) continue;
      yield {
        message: `${backup.id} keeps data about people for ever: ${listed(people.map((node) => node.id))}`,
        hint: 'say after what time a version is deleted: retention: 1y',
        location: fieldOf(backup, 'retention'),
        element: backup.id,
      };
    }
  },
};
