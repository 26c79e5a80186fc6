import type { Facts, Impact } from '../analysis/index.ts';
import type { Node } from '../model/model.ts';
import { rankOf } from './placement.ts';
import type { Objective } from './recovery.ts';
import { recoveryOf, type WrittenRecovery } from './times.ts';

/** A promise of the plan for something that is down. */
export interface Promised {
  readonly node: Node;
  readonly basis: Objective['basis'];
  /** Minutes from the start of the outage. */
  readonly limit: number;
  /** How much depends on it: the availability need, 0 to 2. */
  readonly rank: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The promises the plan makes for what is down: RTO and MTPD as written, and each grace as a deadline of its provider. */
export function promisesOf({ model, needs }: Facts, impact: Impact): readonly Promised[] {
  const down = (node: Node): boolean => impact.nodes[node.index]?.state === 'down';
  const promises = new Map<string, Promised>();
  const add = (node: Node, basis: Objective['basis'], limit: number): void => {
    const key = `${node.id} ${basis}`;
    const known = promises.get(key);
    const rank = rankOf(needs.effective(node.index, 'availability'));
    if (!known || limit < known.limit) promises.set(key, { node, basis, limit, rank });
  };
  for (const node of model.nodes) {
    if (!down(node) || node.kind === 'backup') continue;
    const own = node.data as WrittenRecovery;
    const recovery = recoveryOf(node);
    const rto = recovery.rto ?? own.rto;
    const mtpd = recovery.mtpd ?? own.mtpd;
    if (rto !== undefined) add(node, 'rto', rto);
    if (mtpd !== undefined) add(node, 'mtpd', mtpd);
  }
  for (const { grace, of } of model.requirements) {
    // One provider is the deadline's bearer; among several the fastest decides, which the user's own RTO says.
    const only = grace === undefined || of.length !== 1 ? undefined : model.node(of[0] as string);
    if (only && grace !== undefined && down(only) && !only.external) add(only, 'grace', grace);
  }
  return [...promises.values()].sort((a, b) => byText(a.node.id, b.node.id) || byText(a.basis, b.basis));
}
