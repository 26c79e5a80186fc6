import type { Effect } from '../inventory/index.ts';
import type { Element, Model } from '../model/model.ts';
import type { Failure } from './carry.ts';
import { type Selector, selectElements } from './select.ts';

interface Affected {
  readonly id?: string | undefined;
  readonly select?: Selector | undefined;
  readonly effect?: Effect | readonly Effect[] | undefined;
}

/** What a scenario does to which elements: named ones and selectors resolved, each pair once, in the order written. */
export function scenarioFailures(model: Model, scenario: Element<'scenario'>): readonly Failure[] {
  const failures = new Map<string, Failure>();
  for (const entry of (scenario.data.affects ?? []) as readonly (string | Affected)[]) {
    const affected: Affected = typeof entry === 'string' ? { id: entry } : entry;
    const ids = affected.select ? selectElements(model, affected.select).map((n) => n.id) : [affected.id ?? ''];
    for (const element of ids.filter((id) => model.node(id))) {
      for (const effect of [affected.effect ?? 'outage'].flat() as Effect[]) {
        failures.set(`${element} ${effect}`, { element, effect });
      }
    }
  }
  return [...failures.values()];
}
