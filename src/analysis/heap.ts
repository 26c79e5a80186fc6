/** A binary heap of node numbers by a key, ties by number: the same order every time. */
export interface Heap {
  readonly push: (node: number, key: number) => void;
  /** The node with the least key, or -1. */
  readonly pop: () => number;
}

/** An empty heap. A node may be pushed again with a smaller key; stale entries are the caller's to skip. */
export function newHeap(): Heap {
  const nodes: number[] = [];
  const keys: number[] = [];
  const before = (a: number, b: number): boolean =>
    (keys[a] as number) < (keys[b] as number) || (keys[a] === keys[b] && (nodes[a] as number) < (nodes[b] as number));
  const swap = (a: number, b: number): void => {
    [nodes[a], nodes[b]] = [nodes[b] as number, nodes[a] as number];
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
  };
  const push = (node: number, key: number): void => {
    let i = nodes.length;
    nodes.push(node);
    keys.push(key);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(i, parent)) break;
      swap(i, parent);
      i = parent;
    }
  };
  const pop = (): number => {
    const end = nodes.length - 1;
    if (end < 0) return -1;
    swap(0, end);
    const node = nodes.pop() as number;
    keys.pop();
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      if (left >= end) break;
      const least = left + 1 < end && before(left + 1, left) ? left + 1 : left;
      if (!before(least, i)) break;
      swap(i, least);
      i = least;
    }
    return node;
  };
  return { push, pop };
}
