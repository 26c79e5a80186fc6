import { chainOrder, cutsOf, mostBoxes } from '../../binder/pictures/parts.ts';
import type { GraphNode, GraphSeries } from '../../binder/pictures/picture.ts';
import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { boxText, drawText } from './box-text.ts';
import { arrowTip, type GraphSheet, graphSheet, outsideText, sheetOfOne, strokeOf } from './graph-sheet.ts';
import type { Route } from './layered.ts';
import { legend, legendHeight } from './legend.ts';
import { type Box, marginOf, shape, shiftOf } from './shapes.ts';
import { headHeight, type Picture, type Place, room, sheetSvg, sheetTitle, sizes } from './sheet.ts';
import { n, path, rect, textAt, titled } from './svg.ts';

/** Pictures of one kind in a binder: more nobody leafs through. */
const mostPictures = 40;

interface Laid {
  readonly title: string;
  readonly sheet: GraphSheet;
}

/** All on one sheet if it fits, else sheet after sheet filled with as much of each part as fits. */
function sheetsOf(series: GraphSeries, texts: PictureTexts): readonly Laid[] {
  const all = series.nodes.length <= mostBoxes ? chainOrder(series.nodes, series.edges) : [];
  const whole = all.length > 0 ? graphSheet(series, all, texts) : undefined;
  if (whole) return [{ title: '', sheet: whole }];
  const done: Laid[] = [];
  for (const { title, keys } of series.parts) {
    let rest = keys;
    while (rest.length > 0 && done.length < mostPictures) {
      for (const cut of cutsOf(rest, series.edges)) {
        const own = rest.slice(0, cut);
        const sheet = cut === 1 ? sheetOfOne(series, own[0] as string, texts) : graphSheet(series, own, texts);
        if (!sheet) continue;
        done.push({ title, sheet });
        rest = rest.slice(cut);
        break;
      }
    }
  }
  return done;
}

const wordsOf = ({ labels }: GraphNode): string =>
  labels.map(({ id, name }) => (id === name ? id : `${id} (${name})`)).join(', ');

interface Numbers {
  readonly of: (key: string) => string;
  /** The other pictures in which something needs it. */
  readonly usersOf: (key: string, own: string) => readonly string[];
}

function numbersOf(series: GraphSeries, sheets: readonly Laid[]): Numbers {
  const numbers = new Map<string, string>();
  sheets.forEach(({ sheet }, i) => {
    for (const node of sheet.nodes) numbers.set(node.key, `${series.letter}${i + 1}`);
  });
  const users = new Map<string, Set<string>>();
  for (const { from, to } of series.edges) {
    const number = numbers.get(from);
    if (number === undefined) continue;
    for (const id of to) users.set(id, (users.get(id) ?? new Set()).add(number));
  }
  return {
    of: (key) => numbers.get(key) ?? '',
    usersOf: (key, own) =>
      [...(users.get(key) ?? [])]
        .filter((number) => number !== own)
        .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
  };
}

function nodeSvg(node: GraphNode, box: Box, also: string): string {
  const text = boxText(node, also);
  const [mw] = marginOf(node.kind);
  const [dx, dy] = shiftOf(node.kind);
  // The block is as wide as its text; the shape may be wider, and reserved room may be left.
  const x = box.x + (node.labels.length > 1 ? mw / 2 : (box.w - text.w) / 2) + dx;
  const y = box.y + (box.h - text.h) / 2 + dy;
  return titled(wordsOf(node), [shape(node.kind, box, node), drawText(text, x, y)]);
}

function describe(series: GraphSeries, sheet: GraphSheet, texts: PictureTexts): string {
  const inside = new Set(sheet.nodes.map((node) => node.key));
  const names = new Map(series.nodes.map((node) => [node.key, node.labels.map((l) => l.id).join(', ')]));
  const own = series.edges.filter((e) => inside.has(e.from));
  const count = sheet.nodes.reduce((sum, node) => sum + node.labels.length, 0);
  const said = own.map(({ from, to, atLeast, of }) => {
    const targets = to.map((id) => names.get(id)).join(', ');
    return texts.needsSays(
      names.get(from) as string,
      of > atLeast ? `${texts.enough(atLeast, of)}: ${targets}` : targets,
    );
  });
  return [texts.graphSays(count, sheet.links.filter((l) => l.tip).length), `${said.join('; ')}.`].join(' ');
}

/** A few numbers, and whether there are more: as much room as was kept free for them. */
function alsoText(numbers: readonly string[], texts: PictureTexts): string {
  if (numbers.length === 0) return '';
  return texts.alsoFor(numbers.length <= 3 ? numbers : [...numbers.slice(0, 2), '…']);
}

function pictureOf(
  series: GraphSeries,
  { sheet, title }: Laid,
  place: Place,
  numbers: Numbers,
  texts: PictureTexts,
): Picture {
  const { placed } = sheet;
  const own = `${series.letter}${place.at + 1}`;
  const byKey = new Map(sheet.nodes.map((node) => [node.key, node]));
  const lines = sheet.links.map((link, i) => {
    const { d, tip, before } = placed.routes[i] as Route;
    // At the mark of a choice and at the end of a cable there is no tip to fill the last bit.
    const isBare = !link.tip || link.bond === 'cable';
    return path(isBare ? `${d}V${n(tip[1])}` : d, strokeOf(link)) + (isBare ? '' : arrowTip(before, tip, link.bond));
  });
  const boxes = [...placed.boxes].map(([key, box]) => {
    const node = byKey.get(key);
    return node ? nodeSvg(node, box, alsoText(numbers.usersOf(key, own), texts)) : '';
  });
  const outside = sheet.outside.map(({ key, boxes: others, more }) => {
    const box = placed.boxes.get(key) as Box;
    const text = outsideText(others, more, numbers.of, texts);
    const [dx] = shiftOf('elsewhere');
    return titled(others.map(wordsOf).join(', '), [
      shape('elsewhere', box, { heavy: false, external: false }),
      drawText(text, box.x + (box.w - text.w) / 2 + dx, box.y + (box.h - text.h) / 2),
    ]);
  });
  const choices = sheet.choices.map(({ key, text }) => {
    const { x, y, w, h } = placed.boxes.get(key) as Box;
    return (
      rect(x, y, w, h, { fill: '#fff', round: h / 2 }) +
      textAt(x + w / 2, y + h - 4, text, { size: sizes.least, face: 'bold', anchor: 'middle' })
    );
  });
  const left = (room.width - placed.w) / 2;
  const foot = headHeight + placed.h + 2;
  const name = [series.title, title].filter(Boolean).join(': ');
  return sheetSvg({
    id: `picture-${own.toLowerCase()}`,
    ...sheetTitle(name, place, texts),
    description: describe(series, sheet, texts),
    height: foot + legendHeight(sheet.legend),
    parts: [
      `<g transform="translate(${n(left)} ${n(headHeight)})">`,
      ...lines,
      ...boxes,
      ...outside,
      ...choices,
      '</g>',
      ...legend(sheet.legend, foot),
    ],
  });
}

/** A graph on as many sheets as it needs, and the elements for which there was no sheet left. */
export function drawGraph(
  series: GraphSeries,
  texts: PictureTexts,
): { readonly pictures: readonly Picture[]; readonly notDrawn: readonly string[] } {
  const sheets = sheetsOf(series, texts);
  const numbers = numbersOf(series, sheets);
  const drawn = new Set(sheets.flatMap(({ sheet }) => sheet.nodes.map((node) => node.key)));
  const notDrawn = series.nodes.filter((node) => !drawn.has(node.key)).flatMap((node) => node.labels.map((l) => l.id));
  const place = { letter: series.letter, of: sheets.length, missing: notDrawn.length };
  return { pictures: sheets.map((laid, at) => pictureOf(series, laid, { ...place, at }, numbers, texts)), notDrawn };
}
