/** A box to be placed. */
export interface Placeable {
  readonly key: string;
  readonly w: number;
  readonly h: number;
}

/** A line to be led. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/** The room between boxes beside each other, in points. */
export const gaps = { beside: 10 } as const;

/** Arrows downwards only: those that would close a circle are left out. By box: where its arrows lead. */
function downwards(boxes: readonly Placeable[], links: readonly Link[]): readonly (readonly number[])[] {
  const place = new Map(boxes.map((b, i) => [b.key, i]));
  const all: number[][] = boxes.map(() => []);
  for (const { from, to } of links) {
    const [a, b] = [place.get(from) as number, place.get(to) as number];
    if (a !== b) all[a]?.push(b);
  }
  const kept: number[][] = boxes.map(() => []);
  const state = new Uint8Array(boxes.length);
  for (let root = 0; root < boxes.length; root++) {
    if (state[root] !== 0) continue;
    const stack = [{ at: root, next: 0 }];
    state[root] = 1;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = all[top.at]?.[top.next++];
      if (to === undefined) {
        state[top.at] = 2;
        stack.pop();
      } else if (state[to] !== 1) {
        kept[top.at]?.push(to);
        if (state[to] === 0) {
          state[to] = 1;
          stack.push({ at: to, next: 0 });
        }
      }
    }
  }
  return kept;
}

/** Boxes from top to bottom so that each comes before what it needs; of those that could be next the first of the list. */
function topDown(below: readonly (readonly number[])[]): readonly number[] {
  const waiting = new Int32Array(below.length);
  for (const targets of below) for (const t of targets) waiting[t] = (waiting[t] as number) + 1;
  const free = below.map((_, i) => i).filter((i) => waiting[i] === 0);
  const order: number[] = [];
  for (let next = free.shift(); next !== undefined; next = free.shift()) {
    order.push(next);
    for (const t of below[next] ?? []) {
      waiting[t] = (waiting[t] as number) - 1;
      if (waiting[t] === 0) free.push(t);
    }
    free.sort((a, b) => a - b);
  }
  return order;
}

/**
 * The row of each box: below everything that needs it, in the first row that has room (Coffman and Graham). What nobody
 * on this sheet needs stands as near above what it needs as there is room.
 */
export function rowsOf(boxes: readonly Placeable[], links: readonly Link[], width: number): readonly number[] {
  const below = downwards(boxes, links);
  const row = new Array<number>(boxes.length).fill(0);
  const used: number[] = [];
  const room = (at: number, w: number): boolean =>
    (used[at] ?? 0) === 0 || (used[at] as number) + gaps.beside + w <= width;
  const put = (i: number, at: number): void => {
    const { w } = boxes[i] as Placeable;
    row[i] = at;
    used[at] = (used[at] ?? 0) === 0 ? w : (used[at] as number) + gaps.beside + w;
  };
  const least = new Int32Array(boxes.length);
  const needed = new Uint8Array(boxes.length);
  for (const targets of below) for (const t of targets) needed[t] = 1;
  const order = topDown(below);
  const linked = order.filter((i) => needed[i] === 1 || (below[i] as readonly number[]).length > 0);
  for (const i of linked) {
    let at = least[i] as number;
    while (!room(at, (boxes[i] as Placeable).w)) at++;
    put(i, at);
    for (const t of below[i] ?? []) least[t] = Math.max(least[t] as number, at + 1);
  }
  for (const i of [...linked].reverse()) {
    if (needed[i] === 1) continue;
    const { w } = boxes[i] as Placeable;
    let at = Math.min(...(below[i] as readonly number[]).map((t) => row[t] as number)) - 1;
    while (at > (row[i] as number) && !room(at, w)) at--;
    if (at <= (row[i] as number)) continue;
    const left = (used[row[i] as number] as number) - w - gaps.beside;
    used[row[i] as number] = Math.max(0, left);
    put(i, at);
  }
  // What stands alone fills the gaps.
  for (const i of order.filter((o) => !linked.includes(o))) {
    let at = 0;
    while (!room(at, (boxes[i] as Placeable).w)) at++;
    put(i, at);
  }
  const rows = [...new Set(row)].sort((a, b) => a - b);
  return row.map((at) => rows.indexOf(at));
}
