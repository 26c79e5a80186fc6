import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const mtpdMissing: Rule = {
  id: 'mtpd-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every process says how long the organisation survives without it (MTPD).',
  why: 'An RTO is what IT promises; only the MTPD says whether the promise is good enough.',
  source: 'BSI-Standard 200-4, ISO 22301 8.2.2: the time within which the impact becomes unacceptable',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 8h} # <--
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 8h, mtpd: 2d}
servers: {shop: {}}
`,
  *check({ model, timeObjectives: { mtpd } }) {
    const lack = {
      one: 'has no MTPD: nobody says when its outage can no longer be borne',
      many: 'have no MTPD: nobody says when their outage can no longer be borne',
      hint: 'ask the department and add mtpd: 3d; it is at least as long as the RTO',
    };
    const processes = model.nodes.filter((n) => n.kind === 'process');
    yield* missing(processes, lack, (node) => mtpd.effective(node.index) === undefined);
  },
};
