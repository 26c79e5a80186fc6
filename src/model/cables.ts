import type { Element, Requirement } from './model.ts';

/**
 * A cable between two network devices is named at one end or at both and means the same: each end does without the
 * other, with something missing. Answers the requirements of the ends that were not written.
 */
export function otherEnds(elements: ReadonlyMap<string, Element>, requirements: readonly Requirement[]): Requirement[] {
  const isDevice = (id: string): boolean => elements.get(id)?.kind === 'networkDevice';
  const cables = requirements.filter((r) => r.relation === 'connectedTo' && isDevice(r.from));
  const named = new Set(cables.flatMap((r) => r.of.map((to) => `${r.from} ${to}`)));
  const found: Requirement[] = [];
  for (const cable of cables) {
    for (const to of cable.of) {
      if (!isDevice(to) || to === cable.from || named.has(`${to} ${cable.from}`)) continue;
      named.add(`${to} ${cable.from}`);
      const { bypass: _, grace: __, ...rest } = cable;
      found.push({ ...rest, from: to, of: [cable.from], atLeast: 1 });
    }
  }
  return found;
}
