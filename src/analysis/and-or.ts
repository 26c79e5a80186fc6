/**
 * A graph in which each node has groups, and each group needs at least so many of its members: AND over groups, k of n
 * within one. Compressed rows over typed arrays, so that 100,000 nodes are milliseconds.
 */
export interface AndOr {
  readonly size: number;
  /** The groups of node v: `groupStart[v]` up to `groupStart[v + 1]`. */
  readonly groupStart: Int32Array;
  /** How many members group g needs. */
  readonly need: Int32Array;
  /** The members of group g: `member[memberStart[g]]` up to `memberStart[g + 1]`. */
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  /** What the caller knows the group by: a requirement's index, say. */
  readonly tag: Int32Array;
  /** The node of group g. */
  readonly owner: Int32Array;
  /** The groups in which node v is a member: `userStart[v]` up to `userStart[v + 1]` of `user`. */
  readonly userStart: Int32Array;
  readonly user: Int32Array;
}

export interface Group<M extends ArrayLike<number> = readonly number[]> {
  readonly node: number;
  readonly need: number;
  readonly members: M;
  readonly tag: number;
}

/** Counts turned into starts: `starts[i + 1]` holds the end of row i. */
function accumulate(starts: Int32Array): void {
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
}

/** Builds the rows, with groups of one node in the given order. */
export function buildAndOr(size: number, groups: readonly Group<ArrayLike<number>>[]): AndOr {
  const groupStart = new Int32Array(size + 1);
  for (const { node } of groups) groupStart[node + 1] = (groupStart[node + 1] as number) + 1;
  accumulate(groupStart);
  const place = groupStart.slice();
  const order = new Int32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const { node } = groups[i] as Group<ArrayLike<number>>;
    order[place[node] as number] = i;
    place[node] = (place[node] as number) + 1;
  }
  const need = new Int32Array(groups.length);
  const tag = new Int32Array(groups.length);
  const owner = new Int32Array(groups.length);
  const memberStart = new Int32Array(groups.length + 1);
  const userStart = new Int32Array(size + 1);
  for (let g = 0; g < groups.length; g++) {
    const group = groups[order[g] as number] as Group<ArrayLike<number>>;
    need[g] = group.need;
    tag[g] = group.tag;
    owner[g] = group.node;
    memberStart[g + 1] = (memberStart[g] as number) + group.members.length;
    for (let i = 0; i < group.members.length; i++) {
      const m = group.members[i] as number;
      userStart[m + 1] = (userStart[m + 1] as number) + 1;
    }
  }
  accumulate(userStart);
  const member = new Int32Array(memberStart[groups.length] as number);
  const user = new Int32Array(member.length);
  const next = userStart.slice();
  for (let g = 0; g < groups.length; g++) {
    const { members } = groups[order[g] as number] as Group<ArrayLike<number>>;
    for (let i = 0; i < members.length; i++) {
      const m = members[i] as number;
      member[(memberStart[g] as number) + i] = m;
      user[next[m] as number] = g;
      next[m] = (next[m] as number) + 1;
    }
  }
  return { size, groupStart, need, memberStart, member, tag, owner, userStart, user };
}

/** The members of one group. */
export const membersOf = (g: AndOr, group: number): Int32Array =>
  g.member.subarray(g.memberStart[group], g.memberStart[group + 1]);

/** Which nodes a fixpoint holds, and in which order they came. */
export interface Fixpoint {
  readonly reached: Uint8Array;
  readonly order: Int32Array;
}

/**
 * The least set that holds `given` and every node of `wanted` all of whose groups have enough members in it: what can be
 * brought back, starting from what is there. O(nodes + members); the order is the same for the same graph.
 */
export function leastFixpoint(g: AndOr, given: Uint8Array, wanted: Uint8Array): Fixpoint {
  const reached = new Uint8Array(g.size);
  const open = new Int32Array(g.size);
  const missing = g.need.slice();
  const order = new Int32Array(g.size);
  let tail = 0;
  const reach = (v: number): void => {
    reached[v] = 1;
    order[tail++] = v;
  };
  for (let v = 0; v < g.size; v++) {
    let unmet = 0;
    for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
      if ((missing[i] as number) > 0) unmet++;
    }
    open[v] = unmet;
    if (given[v] || (wanted[v] && unmet === 0)) reach(v);
  }
  for (let head = 0; head < tail; head++) {
    const v = order[head] as number;
    for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
      const group = g.user[i] as number;
      missing[group] = (missing[group] as number) - 1;
      if (missing[group] !== 0) continue;
      const owner = g.owner[group] as number;
      open[owner] = (open[owner] as number) - 1;
      if (open[owner] === 0 && wanted[owner] && !reached[owner]) reach(owner);
    }
  }
  return { reached, order: order.slice(0, tail) };
}

/**
 * The greatest set of `given` and `wanted` nodes in which every wanted node has enough members of each group: what could
 * be up if circles were no obstacle.
 */
export function greatestFixpoint(g: AndOr, given: Uint8Array, wanted: Uint8Array): Uint8Array {
  const alive = new Uint8Array(g.size);
  const left = new Int32Array(g.need.length);
  const queue: number[] = [];
  for (let v = 0; v < g.size; v++) alive[v] = given[v] || wanted[v] ? 1 : 0;
  const drop = (v: number): void => {
    if (!alive[v] || given[v]) return;
    alive[v] = 0;
    queue.push(v);
  };
  for (let i = 0; i < g.need.length; i++) {
    let there = 0;
    for (const m of membersOf(g, i)) if (alive[m]) there++;
    left[i] = there;
  }
  for (let i = 0; i < g.need.length; i++) {
    if ((left[i] as number) < (g.need[i] as number)) drop(g.owner[i] as number);
  }
  for (let head = 0; head < queue.length; head++) {
    const v = queue[head] as number;
    for (let i = g.userStart[v] as number; i < (g.userStart[v + 1] as number); i++) {
      const group = g.user[i] as number;
      left[group] = (left[group] as number) - 1;
      if ((left[group] as number) < (g.need[group] as number)) drop(g.owner[group] as number);
    }
  }
  return alive;
}

/**
 * The graph of some nodes alone, numbered as in `nodes`: of all other nodes the `isFree` ones are met, the rest is gone.
 * Groups that are met without the nodes are left out; tags are kept. `place` is room for as many numbers as the graph has
 * nodes, all -1, for callers that cut out many parts; it is left as it was found.
 */
export function subgraph(
  g: AndOr,
  nodes: ArrayLike<number>,
  isFree: (node: number) => boolean,
  place: Int32Array = new Int32Array(g.size).fill(-1),
): AndOr {
  for (let i = 0; i < nodes.length; i++) place[nodes[i] as number] = i;
  const groups: Group[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const v = nodes[node] as number;
    for (let group = g.groupStart[v] as number; group < (g.groupStart[v + 1] as number); group++) {
      let need = g.need[group] as number;
      const members: number[] = [];
      for (let i = g.memberStart[group] as number; i < (g.memberStart[group + 1] as number); i++) {
        const m = g.member[i] as number;
        if (place[m] !== -1) members.push(place[m] as number);
        else if (isFree(m)) need--;
      }
      if (need > 0) groups.push({ node, need, members, tag: g.tag[group] as number });
    }
  }
  for (let i = 0; i < nodes.length; i++) place[nodes[i] as number] = -1;
  return buildAndOr(nodes.length, groups);
}

/** The groups of v that `there` does not meet. */
export function unmetGroups(g: AndOr, v: number, there: Uint8Array): readonly number[] {
  const found: number[] = [];
  for (let i = g.groupStart[v] as number; i < (g.groupStart[v + 1] as number); i++) {
    let met = 0;
    for (const m of membersOf(g, i)) met += there[m] as number;
    if (met < (g.need[i] as number)) found.push(i);
  }
  return found;
}
