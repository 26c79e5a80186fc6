import type { Facts } from '../analysis/index.ts';
import type { Node, Requirement } from '../model/model.ts';
import { type Draft, draftOf, type OrderOptions } from './draft.ts';
import type { Event } from './event.ts';
import type { HelpfulBypass } from './recovery.ts';
import { bypassKey } from './ways.ts';

/** Above so many tasks, and beyond so many bypasses, none is tried: an answer in time is worth more. */
const mostTasks = 2_000;
const mostTried = 12;

/** Promises that a draft misses, by element and basis. */
function missedIn({ promises, serves, elapsed }: Draft): ReadonlySet<string> {
  const late = promises.filter((p) => (serves[p.node.index] as number) + elapsed > p.limit);
  return new Set(late.map((p) => `${p.node.id} ${p.basis}`));
}

/** Bypasses of what is down, not taken yet. */
function candidates({ impact, ways }: Draft, options: OrderOptions): readonly Requirement[] {
  const down = (id: string): boolean => impact.nodes[(ways.model.node(id) as Node).index]?.state === 'down';
  return ways.model.requirements.filter(
    (r) =>
      r.bypass !== undefined &&
      !ways.bypassed.has(r) &&
      !options.reported?.failed.has(bypassKey(r)) &&
      down(r.from) &&
      r.of.filter((id) => !down(id)).length < r.atLeast,
  );
}

/**
 * Documented bypasses that turn a missed promise into a kept one and miss no other, each found by planning with it. With
 * `allowBypass` the one that keeps most is taken, again and again; else they are only named.
 */
export function helpfulBypasses(
  facts: Facts,
  event: Event,
  options: OrderOptions,
  first: Draft,
): { readonly draft: Draft; readonly helpful: readonly HelpfulBypass[] } {
  const also = new Set<string>();
  let draft = first;
  for (;;) {
    const missed = missedIn(draft);
    if (missed.size === 0 || draft.timed.graph.tasks.length > mostTasks) return { draft, helpful: [] };
    const tried = candidates(draft, options).slice(0, mostTried);
    const found = tried.flatMap((r) => {
      const with_ = draftOf(facts, event, { ...options, passes: 200 }, new Set([...also, bypassKey(r)]));
      const still = missedIn(with_);
      const keeps = [...missed].filter((m) => !still.has(m)).map((m) => m.slice(0, m.indexOf(' ')));
      const harmless = [...still].every((m) => missed.has(m));
      return keeps.length > 0 && harmless ? [{ requirement: r, keeps: [...new Set(keeps)].sort() }] : [];
    });
    const [best] = [...found].sort((a, b) => b.keeps.length - a.keeps.length);
    if (!best || !options.allowBypass) {
      const helpful = found.map(({ requirement: { from, relation, of, bypass }, keeps }) => ({
        from,
        relation,
        of,
        ...(bypass?.procedure === undefined ? {} : { procedure: bypass.procedure }),
        keeps,
      }));
      return { draft, helpful };
    }
    also.add(bypassKey(best.requirement));
    draft = draftOf(facts, event, options, also);
  }
}
