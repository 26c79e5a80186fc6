import type { Period } from '../../inventory/index.ts';
import type { Element, Model } from '../../model/model.ts';
import type { Inherited } from '../inherited.ts';
import { type Duty, keeper, placeOf, repeated } from './duty.ts';

/** A year and a bit: what a yearly review must have touched. */
const usualInventory: Period = { months: 0, minutes: 400 * 1440, text: '400 days' };

/**
 * Comparing the inventory with reality: one deed for all systems that take the day from the same place. What nobody has
 * ever compared is one deed too.
 */
function* inventory(model: Model, inherited: Inherited): Generator<Duty> {
  const groups = new Map<
    string,
    { readonly by: Element | undefined; readonly last: string | undefined; ids: string[] }
  >();
  for (const node of model.nodes) {
    if (node.nature !== 'system' || node.external) continue;
    const last = inherited.lastVerified(node.id);
    const by = inherited.lastVerifiedBy(node.id);
    const key = `${by?.id ?? ''} ${last ?? ''}`;
    const group = groups.get(key) ?? { by, last, ids: [] };
    group.ids.push(node.id);
    groups.set(key, group);
  }
  const interval = { written: model.policy.review?.inventory, usual: usualInventory };
  for (const { by, last, ids } of groups.values()) {
    const first = model.elements.get(ids[0] as string) as Element;
    const { planAt } = model;
    const at = by
      ? placeOf(by, 'lastVerified')
      : last !== undefined && planAt
        ? { ...planAt, path: [...planAt.path, 'lastVerified'] }
        : placeOf(first);
    yield {
      what: 'inventory-check',
      ...(by ? { element: by.id } : ids.length === 1 ? { element: first.id } : {}),
      elements: ids,
      ...repeated(last, interval, 'never compared with reality'),
      ...keeper(model, by ? inherited.owner(by.id) : undefined),
      at,
    };
  }
}

/** Checks of hypervisors for errors, and of the inventory. */
export function* systemDuties(model: Model, inherited: Inherited): Generator<Duty> {
  yield* inventory(model, inherited);
  for (const host of model.of('hypervisor')) {
    const { every, last } = host.data.healthCheck ?? {};
    if (!every) continue;
    yield {
      what: 'health-check',
      element: host.id,
      ...repeated(last, { written: every, usual: every }, 'never done'),
      ...keeper(model, inherited.administrators(host.id)?.[0]),
      at: last === undefined ? placeOf(host, 'healthCheck') : placeOf(host, 'healthCheck', 'last'),
    };
  }
}
