import type { Node } from '../../model/model.ts';
import { chainOrder, mostBoxes } from './parts.ts';
import type { GraphEdge, GraphNode, GraphPart, PictureInput } from './picture.ts';
import { sitesOf } from './places.ts';
import type { PictureTexts } from './texts.ts';

/** Boxes by site, small sites together, each in the order of what needs what. */
export function partsBySite(
  { facts: { model } }: PictureInput,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  texts: PictureTexts,
): GraphPart[] {
  const needs = new Map<string, string[]>();
  for (const { from, to } of edges) needs.set(from, [...(needs.get(from) ?? []), ...to]);
  const known = nodes.map((n) => model.node(n.key) as Node);
  const sites = sitesOf(model, (id) => needs.get(id) ?? [], known);
  const bySite = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const site = sites.get(node.key) ?? '';
    bySite.set(site, [...(bySite.get(site) ?? []), node]);
  }
  const groups: { names: string[]; nodes: GraphNode[] }[] = [];
  for (const [site, own] of [...bySite].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
    const name = site === '' ? texts.noPlace : (model.node(site)?.name ?? site);
    const last = groups.at(-1);
    if (last && last.nodes.length + own.length <= mostBoxes / 2) {
      last.names.push(name);
      last.nodes.push(...own);
    } else groups.push({ names: [name], nodes: [...own] });
  }
  return groups.map((group) => ({ title: group.names.join(', '), keys: chainOrder(group.nodes, edges) }));
}
