/** What stands in a row: a box, or a line that passes through. Positions are places in the row until it is spread. */
export interface Slot {
  readonly w: number;
  /** Slots of the rows above and below that a line leads to, by number. */
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** Of a line that passes: the name that it has in all rows; empty: a box. */
  readonly line: string;
}

type Rows = readonly (readonly number[])[];

const sweeps = 12;

function crossingsOf(slots: readonly Slot[], rows: Rows): number {
  const place = new Map(rows.flatMap((row) => row.map((slot, i) => [slot, i] as const)));
  let sum = 0;
  for (const row of rows) {
    const ends = row.flatMap((slot, i) =>
      (slots[slot] as Slot).down.map((to) => [i, place.get(to) as number] as const),
    );
    for (let a = 0; a < ends.length; a++) {
      for (let b = a + 1; b < ends.length; b++) {
        const [x, y] = [ends[a], ends[b]] as [readonly [number, number], readonly [number, number]];
        if ((x[0] - y[0]) * (x[1] - y[1]) < 0) sum++;
      }
    }
  }
  return sum;
}

/** Orders each row by the mean place of what its slots are bound to, up and down in turn, and keeps the best order. */
export function withFewCrossings(slots: readonly Slot[], first: Rows): Rows {
  let rows = first.map((row) => [...row]);
  let best: Rows = first;
  let least = crossingsOf(slots, first);
  for (let sweep = 0; sweep < sweeps && least > 0; sweep++) {
    const isDown = sweep % 2 === 0;
    // Places count from the middle, since rows are not equally long.
    const place = new Map<number, number>();
    const remember = (row: readonly number[]): void =>
      row.forEach((slot, i) => {
        place.set(slot, i - row.length / 2);
      });
    rows.forEach(remember);
    const next = rows.map((row) => [...row]);
    for (const at of next.map((_, i) => (isDown ? i : next.length - 1 - i))) {
      const row = next[at] as number[];
      const mean = new Map(
        row.map((slot) => {
          const { up, down } = slots[slot] as Slot;
          const ends = isDown ? up : down;
          const sum = ends.reduce((total, end) => total + (place.get(end) as number), 0);
          return [slot, ends.length === 0 ? (place.get(slot) as number) : sum / ends.length];
        }),
      );
      row.sort(
        (a, b) =>
          (mean.get(a) as number) - (mean.get(b) as number) || (place.get(a) as number) - (place.get(b) as number),
      );
      remember(row);
    }
    rows = next;
    const count = crossingsOf(slots, rows);
    if (count < least) [best, least] = [rows, count];
  }
  return best;
}
