import { incidentField } from '../incident.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const phases = ['detect', 'classify', 'contain', 'eradicate', 'recover'] as const;

export const incidentPhaseMissing: Rule = {
  id: 'incident-phase-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'All five phases of an incident have a checklist and somebody who leads them.',
  why: 'It was detected and restored; nobody had shut the door through which it came.',
  source: 'incident response course: detect and identify, classify and prioritise, contain, eradicate, recover',
  bad: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
incidentResponse:
  phases: # <--
    detect: {checklist: [Write down who saw what], by: manager}
    classify: {checklist: [Choose the class], by: manager}
    contain: {checklist: [Isolate it]} # <--
    recover: {by: manager}
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
incidentResponse:
  phases:
    detect: {checklist: [Write down who saw what], by: manager}
    classify: {checklist: [Choose the class], by: manager}
    contain: {checklist: [Isolate it], by: manager}
    eradicate: {checklist: [Set it up anew], by: manager}
    recover: {checklist: [Restore it], by: manager}
`,
  *check({ model }) {
    const written = model.incidentResponse?.phases;
    if (!written) return;
    const lacking = phases.filter((phase) => !written[phase]?.checklist?.length);
    if (lacking.length > 0) {
      yield {
        message: `the incident response has no checklist for ${listed(lacking)}`,
        hint: `add ${lacking[0]}: {checklist: [WHAT IS DONE, …], by: ROLE, within: 1h}`,
        location: { ...incidentField(model, 'phases'), onKey: true },
      };
    }
    for (const phase of phases.filter((p) => written[p]?.checklist?.length && written[p]?.by === undefined)) {
      yield {
        severity: 'warning',
        message: `nobody leads the phase ${phase} of an incident`,
        hint: 'add by: ROLE',
        location: { ...incidentField(model, 'phases', phase), onKey: true },
      };
    }
  },
};
