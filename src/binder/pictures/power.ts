import type { Node } from '../../model/model.ts';
import { span } from '../format.ts';
import { mergeAlike } from './merge.ts';
import type { GraphEdge, GraphNode, GraphSeries, PictureInput } from './picture.ts';
import { partsBySite } from './site-parts.ts';
import { type PictureTexts, pictureTexts } from './texts.ts';

interface Facility {
  readonly type?: string;
  readonly runtime?: number;
}

/** What a facility is, and how long it holds. */
function notesOf(node: Node, texts: PictureTexts): readonly string[] {
  if (node.kind !== 'facility') return [];
  const { type, runtime } = node.data as Facility;
  const holds = runtime === undefined ? (type === 'ups' ? texts.unknownHold : '') : texts.holds(span(runtime));
  return [type === undefined ? '' : (texts.facilities[type] ?? type), holds].filter(Boolean);
}

/** Power: what hangs on which feed, UPS and generator, and how long it holds; alike machines in one box. */
export function power(input: PictureInput): GraphSeries | undefined {
  const { facts, texts = pictureTexts } = input;
  const { model, needs } = facts;
  const edges = model.requirements
    .filter((r) => r.relation === 'poweredBy')
    .flatMap(({ from, of, atLeast }): GraphEdge[] => {
      const to = of.filter((id) => id !== from);
      if (to.length === 0) return [];
      if (atLeast < to.length) return [{ from, to, atLeast, of: to.length, bond: 'plain' }];
      return to.map((id) => ({ from, to: [id], atLeast: 1, of: 1, bond: 'plain' }));
    });
  const linked = new Set(edges.flatMap((e) => [e.from, ...e.to]));
  const isSupply = (node: Node): boolean =>
    node.kind === 'facility' && (node.data as Facility).type !== 'uplink' && node.nature === 'system';
  const shown = model.nodes.filter((node) => linked.has(node.id) || isSupply(node));
  if (shown.length === 0) return undefined;
  const nodes = shown.map(
    (node): GraphNode => ({
      key: node.id,
      labels: [{ id: node.id, name: node.name }],
      kind: node.kind,
      notes: notesOf(node, texts),
      heavy: needs.effective(node.index, 'availability') === 'very-high',
      external: node.external,
    }),
  );
  const merged = mergeAlike(nodes, edges, 2);
  return {
    type: 'graph',
    letter: 'P',
    title: texts.power,
    ...merged,
    alone: 0,
    parts: partsBySite(input, merged.nodes, merged.edges, texts),
  };
}
