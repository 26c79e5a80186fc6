import type { Circle, Element } from './model.ts';

/**
 * Chains of a field with one target (`in`, `partOf`) that come back to themselves; each circle once, starting at its
 * smallest id. Every element has at most one successor, so one walk with marks is enough.
 */
export function circlesOf(
  field: Circle['field'],
  elements: readonly Element[],
  next: (element: Element) => string | undefined,
): readonly Circle[] {
  const byId = new Map(elements.map((e) => [e.id, e]));
  const walkOf = new Map<string, number>();
  const circles: Circle[] = [];
  elements.forEach((first, walk) => {
    const chain: Element[] = [];
    let at: Element | undefined = first;
    while (at && !walkOf.has(at.id)) {
      walkOf.set(at.id, walk);
      chain.push(at);
      at = byId.get(next(at) ?? '');
    }
    if (!at || walkOf.get(at.id) !== walk) return;
    const circle = chain.slice(chain.indexOf(at)).map((e) => e.id);
    const least = circle.indexOf([...circle].sort()[0] as string);
    const ids = [...circle.slice(least), ...circle.slice(0, least + 1)];
    const start = byId.get(ids[0] as string) as Element;
    circles.push({ field, ids, at: { ...start.at, path: [...start.at.path, field] } });
  });
  return circles;
}
