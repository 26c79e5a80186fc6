import { idsIn } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { commas } from '../format.ts';
import { mergeAlike } from './merge.ts';
import type { GraphEdge, GraphNode, GraphSeries, PictureInput } from './picture.ts';
import { partsBySite } from './site-parts.ts';
import { pictureTexts } from './texts.ts';

interface NetworkFields {
  readonly address?: string | readonly string[];
  readonly network?: string;
  readonly vlan?: string;
  readonly type?: string;
}

const addressesOf = (node: Node): string => commas([(node.data as NetworkFields).address ?? []].flat());

/** A cable is one line, also where it is written at both ends; lines to the outside are cables too. */
function cablesOf({ facts: { model } }: PictureInput): GraphEdge[] {
  const found = new Map<string, GraphEdge>();
  for (const { relation, from, of } of model.requirements) {
    const isDevice = model.node(from)?.kind === 'networkDevice';
    for (const to of of) {
      const isLine = isDevice && (model.node(to)?.data as NetworkFields | undefined)?.type === 'uplink';
      if ((relation !== 'connectedTo' && !isLine) || to === from) continue;
      const key = JSON.stringify([from, to].sort());
      if (!found.has(key)) found.set(key, { from, to: [to], atLeast: 1, of: 1, bond: 'cable' });
    }
  }
  return [...found.values()];
}

/** The network: devices with their addresses and cables, and what hangs on them, alike machines in one box. */
export function network(input: PictureInput): GraphSeries | undefined {
  const { facts, texts = pictureTexts } = input;
  const { model, needs } = facts;
  const edges = cablesOf(input);
  const linked = new Set(edges.flatMap((e) => [e.from, ...e.to]));
  const shown = model.nodes.filter((node) => node.kind === 'networkDevice' || linked.has(node.id));
  if (shown.length === 0) return undefined;
  const nodes = shown.map((node): GraphNode => {
    const { network: range, vlan } = node.data as NetworkFields;
    const isDevice = node.kind === 'networkDevice';
    const address = addressesOf(node);
    const place = idsIn((node.data as { in?: unknown }).in).map((id) => model.node(id)?.name ?? id);
    const notes = [...place, address, range ?? '', vlan === undefined ? '' : texts.vlan(vlan)].filter(Boolean);
    // Machines are lists: there the address says more than the name.
    const name = isDevice || address === '' ? node.name : address;
    return {
      key: node.id,
      labels: [{ id: node.id, name }],
      kind: node.kind,
      notes: isDevice ? notes : [],
      heavy: needs.effective(node.index, 'availability') === 'very-high',
      external: node.external,
    };
  });
  const merged = mergeAlike(nodes, edges, 2);
  return {
    type: 'graph',
    letter: 'N',
    title: texts.network,
    ...merged,
    alone: 0,
    parts: partsBySite(input, merged.nodes, merged.edges, texts),
  };
}
