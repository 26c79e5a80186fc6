import type { Rule } from '../rule.ts';

export const vmBackupConceptNotReviewed: Rule = {
  id: 'vm-backup-concept-not-reviewed',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Where machines are virtual, the backup concept says how it was adapted to that, and when it was reviewed.',
  why: 'A concept for ten servers knows ten agents; the images of forty machines are in none.',
  source: 'M 6.138: it must be checked to what extent the existing backup concepts must be adapted',
  bad: `
drplan: 1
plan: {name: Office} # <--
virtualMachines: {web: {runsOn: hv-1}}
hypervisors: {hv-1: {}}
`,
  good: `
drplan: 1
plan: {name: Office, backupConcept: {virtualisation: Images every night, reviewed: 2026-08-01}}
virtualMachines: {web: {runsOn: hv-1}}
hypervisors: {hv-1: {}}
`,
  *check({ model }) {
    const { plan, planAt } = model;
    if (model.of('virtualMachine').length === 0 || !planAt) return;
    const { virtualisation, reviewed } = plan?.backupConcept ?? {};
    if (virtualisation !== undefined && reviewed !== undefined) return;
    const lacks = [
      virtualisation === undefined ? 'how it was adapted to virtual machines' : '',
      reviewed === undefined ? 'when it was reviewed' : '',
    ];
    yield {
      message: `the backup concept does not say ${lacks.filter(Boolean).join(' and ')}`,
      hint: 'add backupConcept: {virtualisation: how it was adapted, reviewed: DATE} to the plan',
      location: { ...planAt, onKey: true },
    };
  },
};
