import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const snapshotAssessmentMissing: Rule = {
  id: 'snapshot-assessment-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'It is written down for every virtual machine whether snapshots can serve its backup.',
  why: 'A snapshot of a running database may not start again, and one kept for weeks fills the storage.',
  source: 'M 6.138: whether snapshots could be used, with advantages and disadvantages',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {runsOn: hv-1} # <--
hypervisors: {hv-1: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines:
  web: {runsOn: hv-1, snapshots: {used: false, assessment: Not consistent with the database}}
hypervisors: {hv-1: {}}
`,
  *check({ model }) {
    const lack = {
      one: 'does not say what snapshots are worth',
      many: 'do not say what snapshots are worth',
      hint: 'add snapshots: {used: true or false, assessment: …}',
    };
    yield* missing(model.of('virtualMachine'), lack, (vm) => {
      return (vm as Element<'virtualMachine'>).data.snapshots?.assessment === undefined;
    });
  },
};
