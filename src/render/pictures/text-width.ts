/** How wide texts are, without a browser: the advance widths of the fonts that are printed, in thousandths of the size. */
import { displayWidth } from '../../diagnostics/printable.ts';

/** The faces pictures are written in: names, and identifiers. */
export type Face = 'plain' | 'bold' | 'mono' | 'monoBold';

// Atkinson Hyperlegible Next, U+0020 to U+007E, as a browser measures them.
const plain = [
  280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598,
  510, 615, 595, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824,
  693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564,
  538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344,
  237, 344, 555,
];
const bold = [
  312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 607, 626,
  537, 624, 571, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858,
  717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596,
  563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381,
  254, 381, 537,
];
const mono = 600;

/** Letters with marks are as wide as those without; what no table knows is taken as wide as the widest usual letter. */
function advance(segment: string, face: Face): number {
  const base = segment.normalize('NFD').codePointAt(0) ?? 32;
  const known = base >= 32 && base < 127;
  if (face === 'mono' || face === 'monoBold') return known ? mono : 1000;
  const table = face === 'bold' ? bold : plain;
  return known ? (table[base - 32] as number) : displayWidth(segment) > 1 ? 1100 : 860;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[\x20-\x7e]*$/;

/** The characters of a text as a reader counts them: a letter and its marks are one. */
export const characters = (text: string): readonly string[] =>
  ascii.test(text) ? [...text] : [...segmenter.segment(text)].map((s) => s.segment);

/** The width of a text in points. */
export function textWidth(text: string, size: number, face: Face): number {
  let sum = 0;
  for (const character of characters(text)) sum += advance(character, face);
  return (sum * size) / 1000;
}

/** As much of a text as fits; what is cut off is shown by an ellipsis. */
export function cutText(text: string, width: number, size: number, face: Face): string {
  if (textWidth(text, size, face) <= width) return text;
  const room = width - textWidth('…', size, face);
  let used = 0;
  let kept = '';
  for (const character of characters(text)) {
    used += (advance(character, face) * size) / 1000;
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Pieces after which a line may end: spaces, and the joints of identifiers and paths. */
const pieces = (text: string): readonly string[] => text.match(/[^\s/_.:,-]*[/_.:,-]+\s*|[^\s/_.:,-]+\s*|\s+/g) ?? [];

/** A text in at most so many lines of a width; words that are wider than a line are cut, and so is the rest. */
export function wrapText(text: string, width: number, size: number, face: Face, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of pieces(text.trim())) {
    const last = lines[lines.length - 1] as string;
    if (last === '' || textWidth((last + piece).trimEnd(), size, face) <= width) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
    // One line more than fits tells that something is left: the rest need not be measured.
    if (lines.length > most) break;
  }
  const kept = lines.slice(0, most).map((line) => cutText(line.trim(), width, size, face));
  if (lines.length > most) {
    const last = kept[most - 1] as string;
    kept[most - 1] = last.endsWith('…') ? last : cutText(`${last} …`, width, size, face).replace(/ ?…+$/, '…');
  }
  return kept.filter((line) => line !== '');
}
