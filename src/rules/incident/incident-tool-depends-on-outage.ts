import { incidentField } from '../incident.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const incidentToolDependsOnOutage: Rule = {
  id: 'incident-tool-depends-on-outage',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'In every emergency of the plan a tool of each kind still works.',
  why: 'The ticket system with the instructions for a failure of the farm runs on the farm.',
  source: 'incident response course: tools; DER.4.A1; computed for the cold start and all scenarios',
  bad: `
drplan: 1
plan: {name: Office}
servers: {tickets: {}}
incidentResponse:
  tools:
    - {name: Ticket system, kind: incident-platform, dependsOn: [tickets]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {tickets: {}}
incidentResponse:
  tools:
    - {name: Ticket system, kind: incident-platform, dependsOn: [tickets]}
    - {name: Log book at the front desk, kind: incident-platform}
`,
  *check({ model, scenarioImpacts }) {
    const tools = model.incidentResponse?.tools ?? [];
    for (const [i, tool] of tools.entries()) {
      const others = tools.filter((t) => t !== tool && t.kind !== undefined && t.kind === tool.kind);
      const hit = scenarioImpacts.filter(
        (event) =>
          event.lost(tool.dependsOn).length > 0 && others.every((other) => event.lost(other.dependsOn).length > 0),
      );
      const [first] = hit;
      // In the cold start nothing runs that could be watched.
      if (!first || (tool.kind === 'monitoring' && hit.every((e) => e.scenario === undefined))) continue;
      yield {
        message: `${tool.name} does not work in ${listed(hit.map((e) => e.name))}: it needs ${listed(first.lost(tool.dependsOn))}, and no other tool of its kind works then`,
        label: 'down with what it is for',
        hint: `add a tool${tool.kind ? ` of kind ${tool.kind}` : ''} that needs none of it, if only paper and a mobile`,
        location: incidentField(model, 'tools', i),
        elements: hit.flatMap((e) => (e.scenario ? [e.scenario.id] : [])),
      };
    }
  },
};
