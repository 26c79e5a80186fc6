import type { Facts, MissedPromise, OrderVerdict } from '../analysis/index.ts';
import type { Node } from '../model/model.ts';
import { coldStart, type Event, scenarioEvent } from './event.ts';
import { orderOf } from './order.ts';
import type { Recovery } from './recovery.ts';

/** Few passes are enough to see that a promise is kept; only where one is not, more are spent. */
const quick = 48;
const thorough = 2_000;
/** Above so many steps the quick answer stands. */
const mostForThorough = 300;
const day = 1_440;

/** The most minutes that somebody works within 24 hours; named people only. */
function workloadsOf({ steps }: Recovery): OrderVerdict['workloads'] {
  const spans = new Map<string, { from: number; to: number }[]>();
  for (const { people, start, attended } of steps) {
    for (const person of people.filter((p) => !p.includes(' #'))) {
      const known = spans.get(person);
      if (known) known.push({ from: start, to: start + attended });
      else spans.set(person, [{ from: start, to: start + attended }]);
    }
  }
  return [...spans]
    .map(([person, own]) => {
      const within = own.map(({ from }) =>
        own.reduce((sum, s) => sum + Math.max(0, Math.min(s.to, from + day) - Math.max(s.from, from)), 0),
      );
      return { person, minutes: Math.max(...within) };
    })
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

function verdictOf(facts: Facts, event: Event): OrderVerdict {
  const order = (passes: number): Recovery => orderOf(facts, event, { passes, brief: true });
  const isContested = (r: Recovery): boolean => r.objectives.some((o) => o.verdict === 'contested');
  const first = order(quick);
  const recovery = isContested(first) && first.steps.length <= mostForThorough ? order(thorough) : first;
  const missed = recovery.objectives.flatMap((o): MissedPromise[] => {
    if (o.verdict === 'met') return [];
    const { basis, limit, scheduled, lowerBound, verdict, because = [] } = o;
    return [{ node: facts.model.node(o.element) as Node, basis, limit, scheduled, lowerBound, verdict, because }];
  });
  return { scenario: event.id, name: event.name, missed, workloads: workloadsOf(recovery) };
}

/** What the orders of the cold start and of every scenario say of the promises and of the people. */
export function orderVerdicts(facts: Facts): readonly OrderVerdict[] {
  const events = facts.model.of('scenario').map((s) => scenarioEvent(facts, s));
  return [coldStart(facts), ...events].filter((e) => e.failed.length > 0).map((e) => verdictOf(facts, e));
}
