import { fieldOf, keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const osVariantProcedureMissing: Rule = {
  id: 'os-variant-procedure-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'A procedure that serves several operating systems has steps for each, or says that nothing differs.',
  why: 'The commands on the sheet are for the other system.',
  source: 'M 6.96: varying approaches for different operating systems',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: debian 12, dependsOn: [dc], recovery: {restart: {takes: 5m, procedure: start-server}}}
  dc: {os: Windows Server 2022, recovery: {restart: {takes: 5m, procedure: start-server}}}
procedures:
  start-server: # <--
    title: Start a server
    steps: [{do: Log in at its screen, expect: The prompt}]
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: debian 12, dependsOn: [dc], recovery: {restart: {takes: 5m, procedure: start-server}}}
  dc: {os: Windows Server 2022, recovery: {restart: {takes: 5m, procedure: start-server}}}
procedures:
  start-server:
    title: Start a server
    steps: [{do: Log in at its screen, expect: The prompt}]
    variants: [{os: windows, steps: [{do: Log in at its screen, expect: The desktop}]}]
`,
  *check({ sameStepsForAll }) {
    for (const { procedure, systems } of sameStepsForAll) {
      const named = systems.map(({ os, elements }) => `${os} (${listed(elements, 3)})`).join(' and ');
      yield {
        message: `${procedure.id} has the same steps for ${named}`,
        hint: 'add variants: [{os: …, steps: […]}] for all of them but one; variants: [] says that nothing differs',
        location: procedure.data.variants ? fieldOf(procedure, 'variants') : keyOf(procedure),
        element: procedure.id,
      };
    }
  },
};
