import { type Facts, type Failure, scenarioFailures } from '../analysis/index.ts';
import type { Element } from '../model/model.ts';

/** What has happened, resolved to elements. */
export interface Event {
  /** The scenario's id; null for `--failed` and for the cold start of everything. */
  readonly id: string | null;
  readonly name: string;
  readonly failed: readonly Failure[];
  /** When a compromise began, in milliseconds since the epoch: later backups are not trusted. */
  readonly since?: number;
}

/** Everything that is ours is off; what is external is there. */
export function coldStart({ model }: Facts): Event {
  return {
    id: null,
    name: 'cold start of everything',
    failed: model.nodes
      .filter((n) => n.nature === 'system' && !n.external)
      .map((n) => ({ element: n.id, effect: 'outage' as const })),
  };
}

/** So many minutes before the end of that day, a day, or a moment; moments of our age are far larger than durations. */
function sinceOf(written: string | number | undefined, today: string): number | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'string') return Date.parse(`${written}T00:00:00Z`);
  const earliestMoment = 1e11;
  return written > earliestMoment ? written : Date.parse(`${today}T24:00:00Z`) - written * 60_000;
}

/** A scenario of the plan: named elements and selectors, each with its effects; an element named twice has both. */
export function scenarioEvent({ model, today }: Facts, scenario: Element<'scenario'>): Event {
  const failed = [...scenarioFailures(model, scenario)].sort(
    (a, b) => (a.element < b.element ? -1 : a.element > b.element ? 1 : 0) || (a.effect < b.effect ? -1 : 1),
  );
  const since = sinceOf(scenario.data.since, today);
  return { id: scenario.id, name: scenario.name, failed, ...(since === undefined ? {} : { since }) };
}
