import type { Step } from './recovery.ts';

/** The steps of an order by when they concern somebody; each part in the order of time. */
export interface Moments {
  /** To be begun at once, or under way. */
  readonly now: readonly Step[];
  /** What everybody does after that, and what needs nobody and waits only for what is done now. */
  readonly next: readonly Step[];
  readonly later: readonly Step[];
}

/** Parts an order for people who work it off. `steps` are in the order of time. */
export function momentsOf(steps: readonly Step[]): Moments {
  const now = new Set(steps.filter((s) => s.start === 0));
  const ids = new Set([...now].map((s) => s.id));
  const next = new Set<Step>();
  const met = new Set<string>();
  for (const step of steps) {
    if (now.has(step)) continue;
    const first = step.people.some((person) => !met.has(person));
    const alone = step.people.length === 0 && step.waitsFor.every((w) => w.chosen.every((id) => ids.has(id)));
    if (first || alone) next.add(step);
    for (const person of step.people) met.add(person);
  }
  return {
    now: steps.filter((s) => now.has(s)),
    next: steps.filter((s) => next.has(s)),
    later: steps.filter((s) => !now.has(s) && !next.has(s)),
  };
}
