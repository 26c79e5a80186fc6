/** Edges of a directed graph in rows: the targets of v are `target[start[v]]` up to `start[v + 1]`. */
export interface Rows {
  readonly size: number;
  readonly start: Int32Array;
  readonly target: Int32Array;
}

/** Strongly connected components, each after the ones it points to (Tarjan 1972, without recursion). */
export interface Components {
  readonly count: number;
  /** The component of each node; -1 where `within` leaves it out. Targets have lower numbers. */
  readonly of: Int32Array;
}

/** The components of the nodes that `within` marks (all, when absent), over edges between them. */
export function components({ size, start, target }: Rows, within?: Uint8Array): Components {
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let count = 0;
  const enter = (v: number): void => {
    index[v] = low[v] = counter++;
    next[v] = start[v] as number;
    stack.push(v);
    onStack[v] = 1;
    path.push(v);
  };
  const leave = (v: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[v] as number);
    if (low[v] !== index[v]) return;
    for (let w = -1; w !== v; ) {
      w = stack.pop() as number;
      onStack[w] = 0;
      of[w] = count;
    }
    count++;
  };
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1 || (within && !within[root])) continue;
    enter(root);
    while (path.length > 0) {
      const v = path.at(-1) as number;
      if ((next[v] as number) >= (start[v + 1] as number)) {
        leave(v);
        continue;
      }
      const w = target[next[v] as number] as number;
      next[v] = (next[v] as number) + 1;
      if (within && !within[w]) continue;
      if (index[w] === -1) enter(w);
      else if (onStack[w]) low[v] = Math.min(low[v] as number, index[w] as number);
    }
  }
  return { count, of };
}

/** Rows from a list of edges, in the given order per source. */
export function rowsOf(size: number, edges: readonly (readonly [from: number, to: number])[]): Rows {
  const start = new Int32Array(size + 1);
  for (const [from] of edges) start[from + 1] = (start[from + 1] as number) + 1;
  for (let i = 1; i <= size; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
  const next = start.slice();
  const target = new Int32Array(edges.length);
  for (const [from, to] of edges) {
    target[next[from] as number] = to;
    next[from] = (next[from] as number) + 1;
  }
  return { size, start, target };
}
