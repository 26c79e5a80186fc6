import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** The questions that a backup leaves open. */
const openOf = ({ data }: Element<'backup'>): readonly string[] => [
  ...(data.responsible === undefined ? ['who sees to it'] : []),
  ...(data.covers.length === 0 ? ['what it covers'] : []),
  ...(data.method === undefined ? ['how it is made'] : []),
  ...(data.target === undefined ? ['where it is written to'] : []),
  ...(data.document === undefined && data.procedure === undefined ? ['where that is described'] : []),
];

export const backupProcedureIncomplete: Rule = {
  id: 'backup-procedure-incomplete',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every backup says who sees to it, how it is made, where it is written to, and where that is described.',
  why: 'The one who knew has left; the tapes are in a drawer, in which order nobody knows.',
  source: 'ISO 27002 backup workflow, task 4: the who, what, when and how',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], every: 24h, method: image} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
roles: {admin: {count: 1}}
backupTargets: {disk: {}}
documents: {concept: {}}
backups:
  nightly: {covers: [shop], every: 24h, method: image, responsible: admin, target: disk, document: concept}
`,
  *check({ backupCoverage }) {
    // When it runs is the matter of backup-frequency-missing.
    const lack = {
      one: '',
      many: 'do not say who sees to them, what they cover, how they are made, where to, or where that is described',
      hint: 'add responsible, covers, method, target, and the document or procedure that describes it',
    };
    const { backups } = backupCoverage;
    for (const one of missing(backups, lack, (b) => openOf(b).length > 0)) {
      const backup = backups.find((b) => b.id === one.element);
      yield backup ? { ...one, message: `${backup.id} does not say ${openOf(backup).join(', ')}` } : one;
    }
  },
};
