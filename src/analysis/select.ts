import type { Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';

/** What a scenario's selector may ask for; keys are ANDed, `{}` is everything that is ours. */
export interface Selector {
  readonly kind?: string | undefined;
  readonly in?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly os?: string | undefined;
  readonly runsOn?: string | undefined;
  readonly storedOn?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** The places a node is in, innermost first; a virtual machine is where its host is. */
export function placesOf(model: Model, node: Node): readonly string[] {
  const places = new Set<string>();
  const seen = new Set<string>();
  const queue: Node[] = [node];
  for (let i = 0; i < queue.length; i++) {
    const data = (queue[i] as Node).data as Fields;
    const place = idsIn(data['in']);
    const hosts =
      place.length > 0 ? [] : [...idsIn(data['placedOn']), ...idsIn(data['runsOn']), ...idsIn(data['partOf'])];
    for (const id of [...place, ...hosts]) {
      const next = model.node(id);
      if (!next || seen.has(id)) continue;
      seen.add(id);
      if (next.kind === 'location') places.add(id);
      queue.push(next);
    }
  }
  return [...places];
}

/** The nodes a selector means, sorted by id. */
export function selectElements(model: Model, selector: Selector): readonly Node[] {
  const { kind, tags, os, runsOn, storedOn } = selector;
  const all = Object.values(selector).every((v) => v === undefined);
  return model.nodes.filter((node) => {
    const data = node.data as Fields;
    if (all) return node.nature === 'system' && !node.external;
    if (node.kind === 'backup' || (kind !== undefined && node.kind !== kind)) return false;
    if (selector.in !== undefined && !placesOf(model, node).includes(selector.in)) return false;
    if (tags && !tags.every((t) => (data['tags'] as readonly string[] | undefined)?.includes(t))) return false;
    if (os !== undefined && data['os'] !== os) return false;
    const hosts = [...idsIn(data['runsOn']), ...idsIn(data['placedOn'])];
    if (runsOn !== undefined && !hosts.includes(runsOn)) return false;
    return storedOn === undefined || idsIn(data['storedOn']).includes(storedOn);
  });
}
