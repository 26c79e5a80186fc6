import type { GraphEdge, GraphNode, GraphSeries } from '../../binder/pictures/picture.ts';
import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { boxText, references, type TextBlock } from './box-text.ts';
import { type Layered, layered } from './layered.ts';
import { type LegendItem, legendHeight, symbol } from './legend.ts';
import type { Link, Placeable } from './rows.ts';
import { marginOf, shape } from './shapes.ts';
import { headHeight, room, sizes } from './sheet.ts';
import { circle, line, n, path } from './svg.ts';
import { textWidth } from './text-width.ts';

/** How a line is drawn: what it means, and whether it leads to one of several. */
export interface LinkStyle extends Link {
  readonly bond: GraphEdge['bond'];
  readonly choice: boolean;
  /** It ends at the mark of a choice, or begins there: only the far end has a tip. */
  readonly tip: boolean;
}

interface Outside {
  readonly key: string;
  readonly boxes: readonly GraphNode[];
  readonly more: number;
}

/** What of a graph stands on one sheet, measured but not placed. */
export interface GraphSheet {
  readonly nodes: readonly GraphNode[];
  /** Boxes of other sheets that are needed here, those with the same users together; `more`: for so many there is no room. */
  readonly outside: readonly Outside[];
  readonly choices: readonly { readonly key: string; readonly text: string }[];
  readonly links: readonly LinkStyle[];
  readonly placed: Layered;
  readonly legend: readonly LegendItem[];
}

/** A number of a picture that no other is wider than: sizes must not depend on numbers that are not known yet. */
const anyNumber = (letter: string): string => `${letter}88`;

/** Lines of a box that stands for boxes of other sheets. */
const mostReferences = 20;

const choiceSize = (text: string): Pick<Placeable, 'w' | 'h'> => ({
  w: textWidth(text, sizes.least, 'bold') + 10,
  h: 13,
});

/** The lines of a box that stands for boxes of other sheets; the number may be one that is not known yet. */
export const outsideText = (
  boxes: readonly GraphNode[],
  more: number,
  numberOf: (key: string) => string,
  texts: PictureTexts,
): TextBlock =>
  references([
    ...boxes.map(({ key, labels }) => {
      const number = numberOf(key);
      return {
        id: `${labels[0]?.id}${labels.length > 1 ? ` +${labels.length - 1}` : ''}`,
        where: number === '' ? texts.notDrawnHere : texts.continued(number),
      };
    }),
    ...(more > 0 ? [{ id: texts.more(more), where: '' }] : []),
  ]);

function partsOfSheet(series: GraphSeries, keys: readonly string[], texts: PictureTexts, mostOutside: number) {
  const inside = new Set(keys);
  const links: LinkStyle[] = [];
  const choices = new Map<string, string>();
  const users = new Map<string, Set<string>>();
  const beyond = new Set<string>();
  const reach = (from: string, to: string, style: Omit<LinkStyle, 'from' | 'to'>): void => {
    if (inside.has(to)) links.push({ from, to, ...style });
    else if (!users.has(to) && users.size >= mostOutside) beyond.add(to);
    else {
      const end = JSON.stringify([from, style.bond, style.choice]);
      users.set(to, (users.get(to) ?? new Set()).add(end));
    }
  };
  for (const { from, to, atLeast, of, bond } of series.edges) {
    if (!inside.has(from)) continue;
    if (of <= atLeast) {
      for (const id of to) reach(from, id, { bond, choice: false, tip: true });
      continue;
    }
    // Those who need the same choice share its mark.
    const key = `choice ${JSON.stringify([[...to].sort(), atLeast, of, bond])}`;
    links.push({ from, to: key, bond, choice: false, tip: false });
    if (choices.has(key)) continue;
    choices.set(key, texts.enough(atLeast, of));
    for (const id of to) reach(key, id, { bond, choice: true, tip: true });
  }
  const alike = new Map<string, string[]>();
  for (const [key, ends] of users) {
    const signature = [...ends].sort().join(' ');
    alike.set(signature, [...(alike.get(signature) ?? []), key]);
  }
  const byKey = new Map(series.nodes.map((node) => [node.key, node]));
  const outside: Outside[] = [];
  for (const targets of alike.values()) {
    const ends = users.get(targets[0] as string) as Set<string>;
    // A list of two is no shorter than two boxes, and two boxes can stand where there is room.
    const size = targets.length > 2 ? mostReferences : 1;
    const groups = Array.from({ length: Math.ceil(targets.length / size) }, (_, i) =>
      targets.slice(i * size, (i + 1) * size),
    );
    for (const group of groups) {
      const key = `outside ${group[0]}`;
      outside.push({ key, boxes: group.map((id) => byKey.get(id) as GraphNode), more: 0 });
      for (const end of ends) {
        const [from, bond, choice] = JSON.parse(end) as [string, GraphEdge['bond'], boolean];
        links.push({ from, to: key, bond, choice, tip: true });
      }
    }
  }
  if (beyond.size > 0) {
    const key = 'outside rest';
    outside.push({ key, boxes: [], more: beyond.size });
    links.push({ from: keys[0] as string, to: key, bond: 'plain', choice: false, tip: true });
  }
  return { links, outside, choices: [...choices].map(([key, text]) => ({ key, text })) };
}

/** A line as it is drawn on the sheet and in its legend. */
export function strokeOf({ bond, choice }: Pick<LinkStyle, 'bond' | 'choice'>): { width: number; dash?: string } {
  if (choice) return { width: 0.9, dash: '5 3' };
  if (bond === 'later') return { width: 1, dash: '1 2.5' };
  return { width: bond === 'cable' ? 1.2 : 0.9 };
}

/** The tip of an arrow; that of a need only to start is hollow. */
export function arrowTip(
  from: readonly [number, number],
  tip: readonly [number, number],
  bond: GraphEdge['bond'],
): string {
  const [dx, dy] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [(dx / length) * 6, (dy / length) * 6];
  const [bx, by] = [tip[0] - ux, tip[1] - uy];
  const [px, py] = [-uy * 0.42, ux * 0.42];
  return path(`M${n(tip[0])} ${n(tip[1])}L${n(bx + px)} ${n(by + py)}L${n(bx - px)} ${n(by - py)}Z`, {
    width: 0.6,
    fill: bond === 'start' ? '#fff' : '#000',
  });
}

function legendOf(
  nodes: readonly GraphNode[],
  links: readonly LinkStyle[],
  outside: number,
  texts: PictureTexts,
): LegendItem[] {
  const { h, w } = symbol;
  const items: LegendItem[] = [];
  for (const kind of Object.keys(texts.kinds)) {
    if (!nodes.some((node) => node.kind === kind)) continue;
    items.push({
      text: texts.kinds[kind] as string,
      draw: (x, y) => shape(kind, { x, y: y - 1, w, h: h + 1 }, { heavy: false, external: false }),
    });
  }
  const sample = (text: string, heavy: boolean, external: boolean): LegendItem => ({
    text,
    draw: (x, y) => shape('server', { x: x + 1, y, w: w - 2, h }, { heavy, external }),
  });
  if (nodes.some((node) => node.heavy)) items.push(sample(texts.legend.heavy, true, false));
  if (nodes.some((node) => node.external)) items.push(sample(texts.legend.external, false, true));
  if (outside > 0) {
    items.push({
      text: texts.legend.elsewhere,
      draw: (x, y) => shape('elsewhere', { x, y, w, h }, { heavy: false, external: false }),
    });
  }
  const bond = (text: string, style: Pick<LinkStyle, 'bond' | 'choice'>): LegendItem => ({
    text,
    draw: (x, y) =>
      line(x, y + h / 2, x + w - (style.bond === 'cable' ? 0 : 5), y + h / 2, strokeOf(style)) +
      (style.bond === 'cable' ? '' : arrowTip([x, y + h / 2], [x + w, y + h / 2], style.bond)),
  });
  const has = (name: GraphEdge['bond']): boolean => links.some((l) => l.bond === name && !l.choice);
  if (has('plain')) items.push(bond(texts.legend.needs, { bond: 'plain', choice: false }));
  if (has('start')) items.push(bond(texts.legend.start, { bond: 'start', choice: false }));
  if (has('later')) items.push(bond(texts.legend.later, { bond: 'later', choice: false }));
  if (has('cable')) items.push(bond(texts.legend.cable, { bond: 'cable', choice: false }));
  if (links.some((l) => l.choice)) {
    items.push({
      text: texts.legend.enough,
      draw: (x, y) =>
        circle(x + 4, y + h / 2, 3.5, { fill: '#fff' }) +
        line(x + 8, y + h / 2, x + w - 5, y + h / 2, strokeOf({ bond: 'plain', choice: true })) +
        arrowTip([x, y + h / 2], [x + w, y + h / 2], 'plain'),
    });
  }
  return items;
}

/** How much of the width boxes may take; the rest is for lines that pass. Where the lines need more, boxes take less. */
const rowShares = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5];

const aloneItem = (count: number, texts: PictureTexts): readonly LegendItem[] =>
  count === 0 ? [] : [{ text: texts.alone(count), draw: () => '' }];

/** Measures and places what of a graph is on one sheet; undefined: it does not fit. */
export function graphSheet(
  series: GraphSeries,
  keys: readonly string[],
  texts: PictureTexts,
  mostOutside = Number.POSITIVE_INFINITY,
): GraphSheet | undefined {
  const { links, outside, choices } = partsOfSheet(series, keys, texts, mostOutside);
  const wanted = new Set(keys);
  const byKey = new Map(series.nodes.map((node) => [node.key, node]));
  const nodes = keys.map((key) => byKey.get(key) as GraphNode);
  const neededElsewhere = new Set(
    series.edges.filter((e) => !wanted.has(e.from)).flatMap((e) => e.to.filter((id) => wanted.has(id))),
  );
  const any = anyNumber(series.letter);
  const boxes: Placeable[] = [
    ...nodes.map((node) => {
      const { w, h } = boxText(node, neededElsewhere.has(node.key) ? texts.alsoFor([any, any, any]) : '');
      const [mw, mh] = marginOf(node.kind);
      return { key: node.key, w: w + mw, h: h + mh };
    }),
    ...choices.map(({ key, text }) => ({ key, ...choiceSize(text) })),
    ...outside.map(({ key, boxes: own, more }) => {
      const { w, h } = outsideText(own, more, () => any, texts);
      return { key, w: w + marginOf('elsewhere')[0], h };
    }),
  ];
  const items = [...legendOf(nodes, links, outside.length, texts), ...aloneItem(series.alone, texts)];
  const space = { w: room.width - 4, h: room.height - headHeight - legendHeight(items) - 4 };
  const bundle = (link: number): string => {
    const { to, bond, choice } = links[link] as LinkStyle;
    return JSON.stringify([to, bond, choice]);
  };
  for (const share of rowShares) {
    const placed = layered(boxes, links, bundle, { width: space.w, height: space.h }, share);
    if (placed) return { nodes, outside, choices, links, placed, legend: items };
  }
  return undefined;
}

/** A sheet for a single box: of what it needs elsewhere as much as there is room for, and how much more there is. */
export function sheetOfOne(series: GraphSeries, key: string, texts: PictureTexts): GraphSheet {
  for (const most of [Number.POSITIVE_INFINITY, 120, 60, 30, 15, 8, 4]) {
    const sheet = graphSheet(series, [key], texts, most);
    if (sheet) return sheet;
  }
  return graphSheet({ ...series, edges: [] }, [key], texts) as GraphSheet;
}
