/** Tasks by their position, the least first, ties by number: a heap over buffers that are used again. */
export interface Queue {
  /** Empties it and takes the positions from now on. */
  readonly clear: (position: Float64Array) => void;
  readonly push: (task: number) => void;
  /** The task with the least position, or -1. */
  readonly pop: () => number;
  /** The same, without taking it. */
  readonly peek: () => number;
}

/** An empty queue for at most `size` tasks. */
export function newQueue(size: number): Queue {
  let heap = new Int32Array(Math.min(size, 64) + 1);
  let key: Float64Array = new Float64Array(0);
  let count = 0;
  const before = (a: number, b: number): boolean => {
    const x = key[a] as number;
    const y = key[b] as number;
    return x < y || (x === y && a < b);
  };
  const push = (task: number): void => {
    if (count === heap.length) {
      const wider = new Int32Array(heap.length * 2);
      wider.set(heap);
      heap = wider;
    }
    let i = count++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(task, heap[parent] as number)) break;
      heap[i] = heap[parent] as number;
      i = parent;
    }
    heap[i] = task;
  };
  const pop = (): number => {
    if (count === 0) return -1;
    const top = heap[0] as number;
    const last = heap[--count] as number;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && before(heap[child + 1] as number, heap[child] as number)) child++;
      if (!before(heap[child] as number, last)) break;
      heap[i] = heap[child] as number;
      i = child;
    }
    heap[i] = last;
    return top;
  };
  const clear = (position: Float64Array): void => {
    key = position;
    count = 0;
  };
  return { clear, push, pop, peek: () => (count === 0 ? -1 : (heap[0] as number)) };
}
