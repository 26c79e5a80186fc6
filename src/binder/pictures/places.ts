import { placesOf } from '../../analysis/index.ts';
import type { Model, Node } from '../../model/model.ts';

type Place = { readonly type?: string };

/** The site of a node, or the outermost place it is in; undefined: it has none. */
export function siteOf(model: Model, node: Node): string | undefined {
  const places = node.kind === 'location' ? [node.id, ...placesOf(model, node)] : placesOf(model, node);
  return places.find((id) => (model.node(id)?.data as Place | undefined)?.type === 'site') ?? places.at(-1);
}

/** The sites of nodes that stand nowhere, such as services: where most of what they need stands. */
export function sitesOf(
  model: Model,
  needs: (id: string) => readonly string[],
  nodes: readonly Node[],
): ReadonlyMap<string, string> {
  const sites = new Map<string, string>();
  for (const node of nodes) {
    const own = siteOf(model, node);
    if (own !== undefined) sites.set(node.id, own);
  }
  // From what stands somewhere upwards: processes need applications, which need services, which machines give.
  let open = nodes.filter((node) => !sites.has(node.id));
  for (let found = true; found && open.length > 0; ) {
    const settled: [string, string][] = [];
    for (const { id } of open) {
      const counts = new Map<string, number>();
      for (const to of needs(id)) {
        const site = sites.get(to);
        if (site !== undefined) counts.set(site, (counts.get(site) ?? 0) + 1);
      }
      const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (most) settled.push([id, most[0]]);
    }
    for (const [id, site] of settled) sites.set(id, site);
    open = open.filter((node) => !sites.has(node.id));
    found = settled.length > 0;
  }
  return sites;
}
