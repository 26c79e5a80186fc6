import type { Facts, MissedPromise } from '../analysis/index.ts';
import type { Element } from '../model/model.ts';
import { clockTime } from './due.ts';
import { fieldOf, listed } from './place.ts';
import type { Judgement } from './rule.ts';

/** A promise with all events in which it is missed. */
interface Missed {
  readonly worst: MissedPromise;
  readonly events: string[];
}

/**
 * Promises that orders miss, one finding each with all events: of every element in the cold start, of processes in every
 * scenario. Where a workaround takes over in the meantime it is information.
 */
export function* missedPromises(
  { orderVerdicts }: Facts,
  verdicts: readonly MissedPromise['verdict'][],
  words: (missed: MissedPromise) => string,
  hint: (missed: MissedPromise) => string,
): Generator<Judgement> {
  const found = new Map<string, Missed>();
  for (const { scenario, missed } of orderVerdicts) {
    for (const one of missed) {
      if (!verdicts.includes(one.verdict) || (scenario !== null && one.node.kind !== 'process')) continue;
      const key = `${one.node.id} ${one.basis}`;
      const event = scenario ?? 'the cold start';
      const known = found.get(key);
      if (!known) found.set(key, { worst: one, events: [event] });
      else {
        known.events.push(event);
        const later = (p: MissedPromise): number => p.scheduled ?? Number.POSITIVE_INFINITY;
        if (later(one) > later(known.worst)) found.set(key, { worst: one, events: known.events });
      }
    }
  }
  for (const { worst, events } of found.values()) {
    const { node, basis, limit } = worst;
    const { workaround } = node.data as { workaround?: unknown };
    const own = node.data as { rto?: unknown; recovery?: { rto?: unknown } };
    const field = own.recovery?.rto === undefined ? [basis] : ['recovery', basis];
    yield {
      ...(workaround !== undefined && node.kind === 'process' ? { severity: 'info' } : {}),
      message: `the ${basis.toUpperCase()} ${clockTime(limit)} of ${node.id} ${words(worst)} in ${listed(events)}`,
      label: `${clockTime(limit)} were promised`,
      hint:
        workaround !== undefined && node.kind === 'process' ? 'its workaround takes over in the meantime' : hint(worst),
      location: basis === 'grace' ? { ...node.at, onKey: true } : fieldOf(node as Element, ...field),
      element: node.id,
    };
  }
}
