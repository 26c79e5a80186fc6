import type { Level, Objective } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import type { Need, Needs } from './protection-needs.ts';

/** One line of an explanation: an element that passes its need on to the line it hangs from. */
export interface NeedBranch {
  readonly id: string;
  readonly node: number;
  /** 0: the element that is explained. */
  readonly depth: number;
  /** For each depth above this one, and for this one: whether it is the last of its line. */
  readonly last: readonly boolean[];
  /** Its effective need: what it passes on. */
  readonly level: Level;
  /** The relation by which it needs the line above; undefined for the element that is explained. */
  readonly relation: string | undefined;
  readonly need: Need;
  /** It decides: its need is stated, raised or lowered here, and not only passed on. */
  readonly decides: boolean;
  /** It was explained on an earlier line. */
  readonly again: boolean;
}

/** A need is decided where it is not merely passed on. */
const decides = ({ principle }: Need): boolean => principle !== 'maximum';

/**
 * Why an element has its need: from its value down to who states it. The shortest convincing chain, or, when `complete`,
 * everything that passes the same level on, each element explained once. Lines in the order they are printed.
 */
export function needTree(
  model: Model,
  needs: Needs,
  of: number,
  objective: Objective,
  complete: boolean,
): readonly NeedBranch[] {
  const lines: NeedBranch[] = [];
  const seen = new Set<number>();
  const line = (node: number, depth: number, last: readonly boolean[], relation: string | undefined): NeedBranch => {
    const need = needs.of(node, objective);
    const { id } = model.nodes[node] as Node;
    const again = seen.has(node);
    const found = { id, node, depth, last, level: need.effective, relation, need, decides: decides(need), again };
    lines.push(found);
    seen.add(node);
    return found;
  };
  if (!complete) {
    line(of, 0, [], undefined);
    needs.path(of, objective).forEach(({ from, relation }, i) => {
      line((model.node(from) as Node).index, i + 1, new Array<boolean>(i + 1).fill(true), relation);
    });
    return lines;
  }
  const stack: { node: number; depth: number; last: readonly boolean[]; relation: string | undefined }[] = [
    { node: of, depth: 0, last: [], relation: undefined },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth, last, again } = line(next.node, next.depth, next.last, next.relation);
    const { stated, maximum } = needs.of(node, objective);
    if (again || maximum === 'normal' || (depth > 0 && stated === maximum)) continue;
    const reasons = needs.because(node, objective);
    for (let i = reasons.length - 1; i >= 0; i--) {
      const { from, relation } = reasons[i] as (typeof reasons)[number];
      const isLast = i === reasons.length - 1;
      stack.push({ node: (model.node(from) as Node).index, depth: depth + 1, last: [...last, isLast], relation });
    }
  }
  return lines;
}
