import type { Element } from '../../model/model.ts';
import { inTime } from '../due.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const rtoExceedsMtpd: Rule = {
  id: 'rto-exceeds-mtpd',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Nothing is promised back later than the organisation can bear, unless a workaround lasts until then.',
  why: 'The plan is worked off to the letter, on time, and the organisation is gone.',
  source: 'BS 25999-2, ISO 22301 8.2.2: the RTO lies within the MTPD; M 6.96: downtime of a manageable size',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    rto: 3d # <--
    mtpd: 2d
servers: {shop: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders:
    uses: [shop]
    rto: 3d
    mtpd: 2d
    workaround: {description: Orders on paper, lasts: 5d}
servers: {shop: {}}
`,
  *check({ outagesTooLong, timeObjectives }) {
    // An RTO longer than that of its user is what rto-stricter-downstream reports.
    const slower = new Set(timeObjectives.tooSlow.flatMap((t) => t.slower.map((s) => s.id)));
    for (const { node, rto, mtpd, decidedBy, workaround } of outagesTooLong) {
      if (slower.has(node.id) || (workaround?.lasts ?? 0) >= rto) continue;
      const whose = decidedBy === node ? 'its MTPD' : `the MTPD of ${decidedBy.id}`;
      const instead = !workaround
        ? 'and no workaround bridges the time between'
        : workaround.lasts === undefined
          ? 'and nobody says how long the workaround lasts'
          : `and the workaround lasts ${inTime(workaround.lasts)} only`;
      const own = (node.data as { rto?: number }).rto !== undefined;
      yield {
        // A workaround of unknown length may well be long enough.
        severity: workaround && workaround.lasts === undefined ? 'warning' : 'error',
        message: `${node.id} is promised back after ${inTime(rto)}, ${whose} is ${inTime(mtpd)}, ${instead}`,
        label: 'longer than can be borne',
        hint: `shorten the RTO, or describe a workaround at ${decidedBy.id}: workaround: {description: …, lasts: ${rto % 60 === 0 ? `${rto / 60}h` : `${rto}m`}}`,
        location: own ? fieldOf(node as Element, 'rto') : fieldOf(node as Element, 'recovery', 'rto'),
        element: node.id,
      };
    }
  },
};
