import type { Objective, Recovery } from './recovery.ts';

/** As much of an earlier order as a comparison needs. */
export interface Earlier {
  /** Minutes from the start of the outage to the moment it was planned at. */
  readonly elapsed: number;
  readonly steps: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly objectives: readonly Pick<Objective, 'element' | 'basis' | 'verdict' | 'scheduled'>[];
  readonly makespan: number;
}

/** What is different from the last order. Minutes from the moment of planning; negative ones lie behind. */
export interface Changes {
  /** Steps that end at another time than they were to, those that move most first. */
  readonly moved: readonly { readonly step: string; readonly was: number; readonly now: number }[];
  readonly added: readonly string[];
  /** Steps that are in this order no more, though nobody has done them. */
  readonly dropped: readonly string[];
  readonly promises: readonly {
    readonly element: string;
    readonly basis: Objective['basis'];
    readonly was: Objective['verdict'];
    readonly now: Objective['verdict'];
  }[];
  readonly end: { readonly was: number; readonly now: number };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares an order with the one before it, both counted from the moment of the later one. */
export function changesSince(earlier: Earlier, now: Recovery): Changes {
  const shift = earlier.elapsed - now.elapsed;
  const before = new Map(earlier.steps.map((s) => [s.id, s.end + shift]));
  const settled = new Set([...now.progress.done, ...now.progress.failed]);
  const ids = new Set(now.steps.map((s) => s.id));
  const moved = now.steps.flatMap(({ id, end }) => {
    const was = before.get(id);
    return was === undefined || was === end ? [] : [{ step: id, was, now: end }];
  });
  const verdicts = new Map(earlier.objectives.map((o) => [`${o.element} ${o.basis}`, o.verdict]));
  return {
    moved: moved.sort((a, b) => Math.abs(b.now - b.was) - Math.abs(a.now - a.was) || byText(a.step, b.step)),
    added: [...ids].filter((id) => !before.has(id)).sort(byText),
    dropped: [...before.keys()].filter((id) => !ids.has(id) && !settled.has(id)).sort(byText),
    promises: now.objectives.flatMap(({ element, basis, verdict }) => {
      const was = verdicts.get(`${element} ${basis}`);
      return was === undefined || was === verdict ? [] : [{ element, basis, was, now: verdict }];
    }),
    end: { was: earlier.makespan + shift, now: now.makespan },
  };
}
