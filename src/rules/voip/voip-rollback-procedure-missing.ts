import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipRollbackProcedureMissing: Rule = {
  id: 'voip-rollback-procedure-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'It is written how the version of the settings before a fault is loaded into a telephony device.',
  why: 'Nobody who can do it is there, and the manual lies in the intranet that the telephones do not need.',
  source: 'M 6.101: a faulty configuration can often be remedied by importing the version from before',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server}
procedures:
  load-settings:
    title: Load the settings of the day before
    action: rollback
    about: [pbx]
    steps: [{do: Choose the last version but one, expect: It is shown as loaded}]
`,
  *check({ voipDevices }) {
    const without = new Set<Element>(voipDevices.filter((v) => v.rollbacks.length === 0).map((v) => v.device));
    const lack = {
      one: 'has no procedure that brings back older settings',
      many: 'have no procedure that brings back older settings',
      hint: 'add recovery: {restore: {procedure: ID}}, or a procedure of action rollback that is about it',
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      (device) => without.has(device),
    );
  },
};
