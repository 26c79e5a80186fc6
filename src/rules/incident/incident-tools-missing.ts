import { incidentField, incidentKey } from '../incident.ts';
import type { Rule } from '../rule.ts';

const kinds = {
  monitoring: 'what sees and alerts (monitoring)',
  'incident-platform': 'where incidents are kept (incident-platform)',
  communication: 'how the team talks (communication)',
} as const;

export const incidentToolsMissing: Rule = {
  id: 'incident-tools-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'The tools of the incident response are named: monitoring, a place for incidents, communication.',
  why: 'On the night everybody looks for the group that was once made for such nights.',
  source: 'incident response course: monitoring and alerting tools, incident management platforms, communication tools',
  bad: `
drplan: 1
plan: {name: Office}
incidentResponse:
  tools: # <--
    - {name: Duty mobile, kind: communication}
`,
  good: `
drplan: 1
plan: {name: Office}
incidentResponse:
  tools:
    - {name: Alarm mails to the duty mobile, kind: monitoring}
    - {name: Log book, kind: incident-platform}
    - {name: Duty mobile, kind: communication}
`,
  *check({ model }) {
    const incident = model.incidentResponse;
    if (!incident) return;
    const there = new Set((incident.tools ?? []).map((tool) => tool.kind));
    const lacking = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((kind) => !there.has(kind));
    if (lacking.length === 0) return;
    yield {
      message: `the incident response names no tool for: ${lacking.map((kind) => kinds[kind]).join('; ')}`,
      hint: `add tools: [{name: …, kind: ${lacking[0]}, dependsOn: [ID]}] to incidentResponse; paper is a tool too`,
      location: incident.tools ? { ...incidentField(model, 'tools'), onKey: true } : incidentKey(model),
    };
  },
};
