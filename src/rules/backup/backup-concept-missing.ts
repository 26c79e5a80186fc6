import type { Rule } from '../rule.ts';

export const backupConceptMissing: Rule = {
  id: 'backup-concept-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'The plan names the backup concept behind its backups.',
  why: 'Without a concept each administrator saves what he thinks of, and nobody has decided what may be lost.',
  source: 'M 6.96: a backup concept for the server must be created',
  bad: `
drplan: 1
plan: {name: Office} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office, backupConcept: {document: backup-concept}}
servers: {shop: {}}
documents: {backup-concept: {kind: concept}}
`,
  *check({ model, backupCoverage }) {
    const { plan, planAt } = model;
    if (!planAt || backupCoverage.worthSaving.length === 0 || plan?.backupConcept?.document !== undefined) return;
    yield {
      message: 'the plan names no backup concept',
      hint: 'write one, add it to documents with kind: concept, and add backupConcept: {document: ID} to the plan',
      location: { ...planAt, onKey: true },
    };
  },
};
