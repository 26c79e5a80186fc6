import { minutesOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { inTime } from '../due.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const intervalOf = (backup: Element<'backup'>): number =>
  backup.data.every ? minutesOf(backup.data.every) : Number.POSITIVE_INFINITY;

export const backupIntervalExceedsRpo: Rule = {
  id: 'backup-interval-exceeds-rpo',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Everything is saved at least as often as its RPO demands; where it has none, as the policy does.',
  why: 'A day of orders was promised, a week is lost.',
  source: 'ISO 27002 backup workflow, task 3: aligned with business needs and compliance requirements',
  bad: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], rpo: 24h}}
servers: {shop: {}, wiki: {}}
policy: {backup: {every: 7d}}
backups:
  weekly:
    covers: [shop]
    every: 7d # <--
  monthly:
    covers: [wiki]
    every: 1mo # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes: {orders: {uses: [shop], rpo: 24h}}
servers: {shop: {}, wiki: {}}
policy: {backup: {every: 7d}}
backups:
  weekly:
    covers: [shop, wiki]
    every: 7d
  nightly:
    covers: [shop]
    every: 24h
`,
  *check({ model, backupCoverage, timeObjectives }) {
    const usual = model.policy.backup?.every;
    const late = new Map<Element<'backup'>, { ids: string[]; limit: number; isPolicy: boolean }>();
    for (const node of model.nodes) {
      // What is stated for the element itself was decided for it; the shorter one of a user is taken where nothing is.
      const { rpo } = timeObjectives;
      const stated = rpo.stated(node.index) ?? rpo.effective(node.index);
      const limit = stated ?? (usual && minutesOf(usual));
      const timed = backupCoverage.backupsOf(node.id).filter((b) => b.data.every);
      const often = timed.toSorted((a, b) => intervalOf(a) - intervalOf(b))[0];
      if (limit === undefined || !often || intervalOf(often) <= limit) continue;
      const known = late.get(often) ?? { ids: [], limit: Number.POSITIVE_INFINITY, isPolicy: true };
      const isPolicy = known.isPolicy && stated === undefined;
      late.set(often, { ids: [...known.ids, node.id], limit: Math.min(known.limit, limit), isPolicy });
    }
    for (const [backup, { ids, limit, isPolicy }] of late) {
      const demand = isPolicy
        ? `the policy asks for a backup every ${inTime(limit)}`
        : `at most ${inTime(limit)} of work may be lost`;
      yield {
        message: `${backup.id} runs every ${backup.data.every?.text}, but of ${listed(ids)} ${demand}`,
        hint: 'run it more often, add a second backup that does, or decide on a longer RPO',
        location: fieldOf(backup, 'every'),
        element: backup.id,
      };
    }
  },
};
