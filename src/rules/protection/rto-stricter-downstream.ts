import type { TooSlow } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

const minutes = (n: number): string => (n % 60 === 0 ? `${n / 60} h` : `${n} min`);

export const rtoStricterDownstream: Rule = {
  id: 'rto-stricter-downstream',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Nothing that is needed has a longer RTO than who needs it.',
  why: 'The process is promised back in two hours, its database in eight: the promise was broken when it was written.',
  source: 'ISO 22301 8.2.2: resumption of what an activity depends on within its time frame',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 2h}
servers:
  shop: {recovery: {rto: 8h}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], rto: 2h}
servers:
  shop: {recovery: {rto: 1h}}
`,
  *check({ model, timeObjectives }) {
    const worst = new Map<string, { slower: TooSlow['slower'][number]; user: string; limit: number }>();
    for (const { requirement, limit, slower } of timeObjectives.tooSlow) {
      for (const one of slower) {
        const known = worst.get(one.id);
        if (!known || limit < known.limit) worst.set(one.id, { slower: one, user: requirement.from, limit });
      }
    }
    for (const [id, { slower, user, limit }] of [...worst].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const element = model.elements.get(id) as Element;
      const own = (element.data as { rto?: number }).rto !== undefined;
      yield {
        message: `${id} may take ${minutes(slower.minutes)}, but ${user} needs it within ${minutes(limit)}`,
        label: 'longer than its user may wait',
        hint: `shorten it, lengthen the RTO of ${user}, or name another provider`,
        location: own ? fieldOf(element, 'rto') : fieldOf(element, 'recovery', 'rto'),
        element: id,
      };
    }
  },
};
