import type { Node, Requirement } from '../../model/model.ts';
import { mergeAlike } from './merge.ts';
import type { Bond, GraphEdge, GraphNode, GraphSeries, PictureInput } from './picture.ts';
import { partsBySite } from './site-parts.ts';
import { pictureTexts } from './texts.ts';

/** Where something runs, lies and gets its power from has pictures of its own. */
const placing = new Set(['storedOn', 'partOf', 'members', 'connectedTo', 'poweredBy']);

const bonds: Readonly<Record<string, Bond>> = { start: 'start', later: 'later' };

/** Backups are derived, and places need and give nothing. */
const isNeverDrawn = (node: Node): boolean => node.kind === 'backup' || node.kind === 'location';

function isDrawn(requirement: Requirement, from: Node): boolean {
  const { relation, when } = requirement;
  if (isNeverDrawn(from) || when === 'restore' || placing.has(relation)) return false;
  return relation !== 'runsOn' || from.kind === 'application';
}

function edgesOf({ facts: { model } }: PictureInput): GraphEdge[] {
  const found = new Map<string, GraphEdge>();
  for (const requirement of model.requirements) {
    const from = model.node(requirement.from);
    if (!from || !isDrawn(requirement, from)) continue;
    const to = requirement.of.filter((id) => id !== from.id && model.node(id)?.kind !== 'location');
    const bond = bonds[requirement.when] ?? 'plain';
    // All of several are as many plain needs.
    const groups = requirement.atLeast < requirement.of.length ? [to] : to.map((id) => [id]);
    for (const group of groups) {
      if (group.length === 0) continue;
      const [atLeast, of] =
        groups.length > 1 || group.length === 1 ? [1, 1] : [requirement.atLeast, requirement.of.length];
      const key = JSON.stringify([from.id, [...group].sort(), atLeast, bond]);
      if (!found.has(key)) found.set(key, { from: from.id, to: group, atLeast, of, bond });
    }
  }
  // What is needed all the time is needed to start, too: one arrow says it.
  const always = new Set(
    [...found.values()].filter((e) => e.bond === 'plain' && e.of === 1).map((e) => `${e.from} ${e.to[0]}`),
  );
  return [...found.values()].filter((e) => e.bond === 'plain' || e.of > 1 || !always.has(`${e.from} ${e.to[0]}`));
}

/** What needs what: everything that needs something or is needed, without hosts, cables and power. */
export function dependencies(input: PictureInput): GraphSeries | undefined {
  const { facts, texts = pictureTexts } = input;
  const { model, needs } = facts;
  const edges = edgesOf(input);
  if (edges.length === 0) return undefined;
  const linked = new Set(edges.flatMap((e) => [e.from, ...e.to]));
  const nodes = model.nodes
    .filter((node) => linked.has(node.id))
    .map(
      (node): GraphNode => ({
        key: node.id,
        labels: [{ id: node.id, name: node.name }],
        kind: node.kind,
        notes: [],
        heavy: needs.effective(node.index, 'availability') === 'very-high',
        external: node.external,
      }),
    );
  const merged = mergeAlike(nodes, edges, 3);
  return {
    type: 'graph',
    letter: 'D',
    title: texts.dependencies,
    ...merged,
    alone: model.nodes.filter((node) => !linked.has(node.id) && !isNeverDrawn(node)).length,
    parts: partsBySite(input, merged.nodes, merged.edges, texts),
  };
}
