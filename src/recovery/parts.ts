import type { Model, Node } from '../model/model.ts';
import { recoveryOf } from './times.ts';

/** Where a replacement comes from and how long it is waited for, in minutes. */
export interface Part {
  readonly from: string;
  readonly minutes: number;
}

/** Whether something of the plan lies in a place that is destroyed: its spares are gone with it. */
export type IsDestroyed = (location: string | undefined) => boolean;

/**
 * The replacement that is there first: a spare on the shelf outside the destroyed places, else the shortest repair time
 * of a contract or lead time of an order. Each spare serves once: `used` holds those that are spoken for.
 */
export function firstPart(
  model: Model,
  node: Node,
  used: ReadonlyMap<string, number>,
  isDestroyed: IsDestroyed,
): Part | undefined {
  const parts: Part[] = [];
  for (const spare of model.of('spare')) {
    const named = recoveryOf(node).replace?.from?.includes(spare.id) || spare.data.fits?.includes(node.id);
    if (!named) continue;
    const left = (spare.data.count ?? 1) - (used.get(spare.id) ?? 0);
    if (left > 0 && !isDestroyed(spare.data.in)) parts.push({ from: spare.id, minutes: 0 });
    else if (spare.data.leadTime !== undefined) parts.push({ from: spare.id, minutes: spare.data.leadTime });
  }
  for (const contract of model.of('contract')) {
    const named = recoveryOf(node).replace?.from?.includes(contract.id) || contract.data.covers?.includes(node.id);
    if (named && contract.data.repairTime !== undefined) {
      parts.push({ from: contract.id, minutes: contract.data.repairTime });
    }
  }
  return parts.sort((a, b) => a.minutes - b.minutes || (a.from < b.from ? -1 : 1))[0];
}
