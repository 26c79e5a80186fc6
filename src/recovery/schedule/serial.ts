import { assign } from './assign.ts';
import { largestGroup, type Problem, readyAt, type Timetable } from './problem.ts';
import { newQueue } from './queue.ts';

/** The times at which a unit is taken, sorted, in buffers that serve every pass. */
interface Busy {
  readonly from: Float64Array;
  readonly to: Float64Array;
  count: number;
}

/** Buffers of one problem: thousands of passes allocate nothing. */
export interface SerialRun {
  /** Generates a timetable; `position` says which eligible task comes next, the least first. */
  readonly pass: (position: Float64Array) => void;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly timetable: () => Timetable;
}

/** The index of the first interval that ends after t. */
function firstEndingAfter({ to, count }: Busy, t: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[middle] as number) > t) high = middle;
    else low = middle + 1;
  }
  return low;
}

function book(busy: Busy, from: number, to: number): void {
  const at = firstEndingAfter(busy, from);
  busy.from.copyWithin(at + 1, at, busy.count);
  busy.to.copyWithin(at + 1, at, busy.count);
  busy.from[at] = from;
  busy.to[at] = to;
  busy.count++;
}

/**
 * Serial generation: one task after the other, each at the first moment at which enough of its alternatives have
 * finished and its people are free, gaps included. A task is eligible as soon as any k of its alternatives are placed.
 */
export function serialRun(problem: Problem): SerialRun {
  const { graph: g, duration, attended, demandOf, demands, availableFrom } = problem;
  const start = new Float64Array(g.size);
  const finish = new Float64Array(g.size);
  const missing = new Int32Array(g.need.length);
  const open = new Int32Array(g.size);
  const units: (readonly number[])[] = new Array(g.size);
  const scratch = new Float64Array(largestGroup(g));
  const queue = newQueue(g.size);
  const nobody: readonly number[] = [];
  const uses = new Int32Array(availableFrom.length);
  for (let t = 0; t < g.size; t++) {
    for (const slot of demands[demandOf[t] as number]?.slots ?? []) {
      for (const u of slot.units) uses[u] = (uses[u] as number) + 1;
    }
  }
  const busy = Array.from(uses, (n): Busy => ({ from: new Float64Array(n), to: new Float64Array(n), count: 0 }));

  let at = 0;
  let length = 0;
  let whole = 0;
  let next = 0;
  let slots: Problem['demands'][number]['slots'] = [];
  const isFree = (unit: number, slot: number): boolean => {
    const from = availableFrom[unit] as number;
    if (from > at) {
      if (from < next) next = from;
      return false;
    }
    const b = busy[unit] as Busy;
    const i = firstEndingAfter(b, at);
    if (i === b.count || (b.from[i] as number) >= at + (slots[slot]?.whole ? whole : length)) return true;
    if ((b.to[i] as number) < next) next = b.to[i] as number;
    return false;
  };

  const place = (task: number): void => {
    const ready = readyAt(g, task, finish, scratch);
    const demand = demands[demandOf[task] as number];
    at = ready;
    units[task] = nobody;
    if (demand) {
      length = attended[task] as number;
      whole = duration[task] as number;
      slots = demand.slots;
      for (;;) {
        next = Number.POSITIVE_INFINITY;
        const found = assign(demand, isFree);
        if (found) {
          found.forEach((u, s) => {
            const ends = at + (slots[s]?.whole ? whole : length);
            if (ends > at) book(busy[u] as Busy, at, ends);
          });
          units[task] = found;
          break;
        }
        at = next;
        if (next === Number.POSITIVE_INFINITY) break;
      }
    }
    start[task] = at;
    finish[task] = at + (duration[task] as number);
  };

  const pass = (position: Float64Array): void => {
    missing.set(g.need);
    finish.fill(Number.POSITIVE_INFINITY);
    start.fill(Number.POSITIVE_INFINITY);
    for (const b of busy) b.count = 0;
    queue.clear(position);
    for (let t = 0; t < g.size; t++) {
      let unmet = 0;
      for (let i = g.groupStart[t] as number; i < (g.groupStart[t + 1] as number); i++) {
        if ((g.need[i] as number) > 0) unmet++;
      }
      open[t] = unmet;
      if (unmet === 0) queue.push(t);
    }
    for (let task = queue.pop(); task !== -1; task = queue.pop()) {
      place(task);
      if (finish[task] === Number.POSITIVE_INFINITY) continue;
      for (let i = g.userStart[task] as number; i < (g.userStart[task + 1] as number); i++) {
        const group = g.user[i] as number;
        missing[group] = (missing[group] as number) - 1;
        if (missing[group] !== 0) continue;
        const owner = g.owner[group] as number;
        open[owner] = (open[owner] as number) - 1;
        if (open[owner] === 0) queue.push(owner);
      }
    }
  };
  return {
    pass,
    start,
    finish,
    timetable: () => ({ start: start.slice(), finish: finish.slice(), units: units.slice() }),
  };
}
