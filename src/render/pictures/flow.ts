import type { FlowChart, FlowSeries, FlowStep } from '../../binder/pictures/picture.ts';
import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { printable } from '../../diagnostics/printable.ts';
import { shape } from './shapes.ts';
import { headHeight, type Picture, room, type Sheet, sheetSvg, sheetTitle } from './sheet.ts';
import { circle, line, path, rect, textAt, titled } from './svg.ts';
import { characters, type Face, textWidth, wrapText } from './text-width.ts';

/** Flow charts in a binder: more nobody leafs through. */
const mostPictures = 120;

const lineHeight = 11.5;
const letters = 9;
const padding = 6;
const hang = 12;
const commandSize = 8;
const mostCommandLines = 10;
const below = 18;
const main = { left: 0, width: 280 } as const;
const side = { left: 322, width: room.width - 323 } as const;
const middle = main.left + main.width / 2;

interface TextLine {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  /** It goes on with the line above. */
  readonly goesOn?: boolean;
}

const wrapped = (text: string, width: number, face: Face, size: number, most: number): readonly TextLine[] =>
  text === '' ? [] : wrapText(text, width, size, face, most).map((l) => ({ text: l, face, size }));

/** Words of a command in lines: broken at spaces; a longer word is broken where the line is full, and never cut. */
function brokenLines(command: string, width: number): readonly string[] {
  const most = Math.floor(width / textWidth('0', commandSize, 'mono'));
  const lines: string[] = [];
  for (const word of command.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, commandSize, 'mono') <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let rest = characters(word);
    while (textWidth(rest.join(''), commandSize, 'mono') > width) {
      let size = Math.min(most, rest.length);
      while (size > 1 && textWidth(rest.slice(0, size).join(''), commandSize, 'mono') > width) size--;
      lines.push(rest.slice(0, size).join(''));
      rest = rest.slice(size);
    }
    if (rest.length > 0) lines.push(rest.join(''));
  }
  return lines;
}

/**
 * A command in full or not at all, since half a command is a wrong one. What goes on from the line above stands to the
 * right of it, so that nobody types it as another one.
 */
function commandLines(command: string, width: number, texts: PictureTexts): readonly TextLine[] {
  if (command.trim() === '') return [];
  const lines = command
    .trim()
    .split('\n')
    .flatMap((own) =>
      brokenLines(printable(own.trim()), width - hang).map(
        (text, i): TextLine => ({ text, face: 'mono', size: commandSize, goesOn: i > 0 }),
      ),
    );
  return lines.length <= mostCommandLines ? lines : [{ text: texts.longCommand, face: 'plain', size: commandSize }];
}

const heightOf = (lines: readonly TextLine[]): number => lines.length * lineHeight + 2 * padding;

const linesAt = (lines: readonly TextLine[], x: number, y: number): string =>
  lines
    .map(({ text, face, size, goesOn }, i) =>
      textAt(goesOn ? x + hang : x, y + padding + (i + 1) * lineHeight - 3, text, { face, size }),
    )
    .join('');

const arrowDown = (x: number, from: number, to: number): string =>
  line(x, from, x, to - 5, { width: 1 }) + path(`M${x} ${to}l-3 -6h6z`, { width: 0.6, fill: '#000' });

/** One step with its question and what to do if the answer is no. */
interface StepBlock {
  readonly height: number;
  readonly words: string;
  readonly draw: (y: number) => string;
}

const numberRoom = 22;
const slant = 10;

function stepBlock(step: FlowStep, number: number, texts: PictureTexts): StepBlock {
  const inner = main.width - numberRoom - 2 * padding;
  const action = [
    ...wrapped(step.does, inner, 'bold', letters, 6),
    ...commandLines(step.command, inner, texts),
    ...wrapped(step.note, inner, 'plain', 8, 2),
  ];
  const actionHeight = heightOf(action);
  const asks = step.expect !== '' || step.ifFails !== '';
  const question = [
    ...wrapped(step.expect === '' ? texts.worked : texts.asks, main.width, 'bold', 8, 1),
    ...wrapped(step.expect, main.width - 2 * padding - 2 * slant, 'plain', letters, 5),
  ];
  const remedy = wrapped(step.ifFails, side.width - 2 * padding, 'plain', letters, 14);
  const askHeight = asks ? Math.max(heightOf(question), remedy.length > 0 ? heightOf(remedy) : 0) : 0;
  const words = [
    `${number}. ${step.does}`,
    step.command,
    step.expect,
    step.ifFails && `${texts.ifFails}: ${step.ifFails}`,
  ];
  return {
    height: actionHeight + (asks ? below + askHeight : 0) + below,
    words: words.filter(Boolean).join('; '),
    draw: (y) => {
      const parts = [
        rect(main.left + 0.5, y, main.width - 1, actionHeight, { width: 1, fill: '#fff' }),
        circle(main.left + 14, y + actionHeight / 2, 9, { width: 1, fill: '#fff' }),
        textAt(main.left + 14, y + actionHeight / 2 + 3.2, String(number), {
          size: letters,
          face: 'bold',
          anchor: 'middle',
        }),
        linesAt(action, main.left + numberRoom + padding, y),
      ];
      if (!asks)
        return titled(words.filter(Boolean).join('; '), [
          ...parts,
          arrowDown(middle, y + actionHeight, y + actionHeight + below),
        ]);
      const top = y + actionHeight + below;
      const height = heightOf(question);
      parts.push(
        arrowDown(middle, y + actionHeight, top),
        shape(
          'networkDevice',
          { x: main.left + 0.5, y: top, w: main.width - 1, h: height },
          { heavy: false, external: false },
        ),
        linesAt(question, main.left + slant + padding, top),
        arrowDown(middle, top + height, top + askHeight + below),
        textAt(middle + 5, top + height + 11, texts.yes, { size: 8, face: 'bold' }),
      );
      if (remedy.length > 0) {
        const own = heightOf(remedy);
        const tip = top + height / 2;
        // Beside the question, so that the arrow is straight.
        const at = own < height ? tip - own / 2 : top;
        const from = main.left + main.width;
        parts.push(
          line(from, tip, side.left - 5, tip, { width: 1, dash: '4 2.5' }),
          path(`M${side.left} ${tip}l-6 -3v6z`, { width: 0.6, fill: '#000' }),
          textAt(from + 4, tip - 4, texts.no, { size: 8, face: 'bold' }),
          rect(side.left, at, side.width, own, { width: 1, dash: '4 2.5', fill: '#fff' }),
          linesAt(remedy, side.left + padding, at),
        );
      }
      return titled(words.filter(Boolean).join('; '), parts);
    },
  };
}

/** A rounded box at the beginning or the end. */
function endBlock(head: string, text: readonly string[], most: number): StepBlock {
  const inner = main.width - 4 * padding;
  const lines = [
    ...wrapped(head, inner, 'bold', letters, 1),
    ...text.flatMap((t) => wrapped(t, inner, 'plain', letters, 3)).slice(0, most),
  ];
  const height = heightOf(lines);
  return {
    height,
    words: [head, ...text].join(': '),
    draw: (y) =>
      titled([head, ...text].join(': '), [
        shape('process', { x: main.left + 0.5, y, w: main.width - 1, h: height }, { heavy: false, external: false }),
        linesAt(lines, main.left + 2 * padding, y),
      ]),
  };
}

/** "continued in F3", in the shape that says so everywhere. */
function elsewhere(text: string, y: number): string {
  const w = textWidth(text, 8, 'bold') + 18;
  return (
    shape('elsewhere', { x: middle - w / 2, y, w, h: 15 }, { heavy: false, external: false }) +
    textAt(middle - 3, y + 10.5, text, { size: 8, face: 'bold', anchor: 'middle' })
  );
}

/** The steps of a chart sheet by sheet; no step is parted. */
function sheetsOf(blocks: readonly StepBlock[], last: StepBlock, first: number): readonly (readonly StepBlock[])[] {
  const sheets: StepBlock[][] = [[]];
  let used = first;
  blocks.forEach((block, i) => {
    const end = i === blocks.length - 1 ? last.height : 20;
    if (used + block.height + end > room.height - headHeight - 4 && (sheets.at(-1) as StepBlock[]).length > 0) {
      sheets.push([]);
      used = 15 + below;
    }
    (sheets.at(-1) as StepBlock[]).push(block);
    used += block.height;
  });
  return sheets;
}

function chartPictures(chart: FlowChart, series: FlowSeries, from: number, texts: PictureTexts): readonly Picture[] {
  const start = chart.before.length > 0 ? endBlock(texts.before, chart.before, 8) : undefined;
  const end = endBlock(
    chart.success === '' ? texts.end : texts.success,
    chart.success === '' ? [] : [chart.success],
    5,
  );
  const blocks = chart.steps.map((step, i) => stepBlock(step, i + 1, texts));
  const sheets = sheetsOf(blocks, end, start ? start.height + below : 0);
  const number = (i: number): string => `${series.letter}${from + i + 1}`;
  // Sheets are numbered through, parts are counted within a procedure.
  const flowTitle = (i: number): Pick<Sheet, 'title' | 'heading'> => {
    const name = sheets.length > 1 ? texts.partOf(chart.title, i + 1, sheets.length) : chart.title;
    return sheetTitle(name, { letter: series.letter, at: from + i, of: 1, missing: 0 }, texts);
  };
  return sheets.map((own, i) => {
    const parts: string[] = [];
    let y = headHeight;
    if (i > 0) {
      parts.push(elsewhere(texts.goesOnFrom(number(i - 1)), y), arrowDown(middle, y + 15, y + 15 + below));
      y += 15 + below;
    } else if (start) {
      parts.push(start.draw(y), arrowDown(middle, y + start.height, y + start.height + below));
      y += start.height + below;
    }
    for (const block of own) {
      parts.push(block.draw(y));
      y += block.height;
    }
    const isLast = i === sheets.length - 1;
    parts.push(isLast ? end.draw(y) : elsewhere(texts.continuedNext(number(i + 1)), y));
    return sheetSvg({
      id: `picture-${number(i).toLowerCase()}`,
      ...flowTitle(i),
      description: texts.flowSays(own.map((block) => block.words).join('. ')),
      height: y + (isLast ? end.height : 15) + 2,
      parts,
    });
  });
}

/** Procedures as flow charts, and the ids of those for which there was no room. */
export function drawFlows(
  series: FlowSeries,
  texts: PictureTexts,
): { readonly pictures: readonly Picture[]; readonly notDrawn: readonly string[] } {
  const pictures: Picture[] = [];
  const notDrawn: string[] = [];
  for (const chart of series.charts) {
    if (pictures.length >= mostPictures) notDrawn.push(chart.id);
    else pictures.push(...chartPictures(chart, series, pictures.length, texts));
  }
  return { pictures, notDrawn };
}
