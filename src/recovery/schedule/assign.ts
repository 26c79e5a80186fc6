import type { Demand } from './problem.ts';

/**
 * A different free unit for each slot, by augmenting paths where slots share units; undefined: not enough are free.
 * `isFree` is asked of a unit and a slot.
 */
export function assign(demand: Demand, isFree: (unit: number, slot: number) => boolean): number[] | undefined {
  const { slots } = demand;
  if (slots.length === 1) {
    const units = slots[0]?.units as Int32Array;
    for (let i = 0; i < units.length; i++) if (isFree(units[i] as number, 0)) return [units[i] as number];
    return undefined;
  }
  const taken: number[] = [];
  for (let s = 0; s < slots.length; s++) {
    const unit = slots[s]?.units.find((u) => !taken.includes(u) && isFree(u, s));
    if (unit === undefined) return demand.simple ? undefined : matched(demand, isFree);
    taken.push(unit);
  }
  return taken;
}

/** Kuhn's algorithm: each slot in turn finds a unit, and moves others aside where that helps. */
function matched({ slots }: Demand, isFree: (unit: number, slot: number) => boolean): number[] | undefined {
  const slotOf = new Map<number, number>();
  const place = (slot: number, tried: Set<number>): boolean => {
    for (const unit of slots[slot]?.units ?? []) {
      if (tried.has(unit) || !isFree(unit, slot)) continue;
      tried.add(unit);
      const other = slotOf.get(unit);
      if (other !== undefined && !place(other, tried)) continue;
      slotOf.set(unit, slot);
      return true;
    }
    return false;
  };
  for (let s = 0; s < slots.length; s++) if (!place(s, new Set())) return undefined;
  const units: number[] = new Array(slots.length);
  for (const [unit, slot] of slotOf) units[slot] = unit;
  return units;
}
