import type { PictureTexts } from '../../binder/pictures/texts.ts';
import { n, rect, textAt, xml } from './svg.ts';
import { cutText, textWidth } from './text-width.ts';

/** A drawn picture: everything that a page needs to show it, and to read it to those who cannot see. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  /** What it shows, in words. */
  readonly description: string;
  readonly svg: string;
}

const mm = 72 / 25.4;

/** The room on the page in points: A4 and Letter both have it, with the margin of the binder's rings. */
export const room = { width: 165 * mm, height: 235 * mm } as const;

/** The sizes of letters in points. Nothing on paper is smaller than `least`. */
export const sizes = { title: 11, text: 8.5, least: 7.5 } as const;

/** Where the picture begins below its title. */
export const headHeight = 22;

/** What stands on a sheet, in points from its upper left corner. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  /** The title as it stands above the picture. */
  readonly heading: string;
  readonly description: string;
  readonly height: number;
  readonly parts: readonly string[];
}

/** Where a sheet stands in its series, and how much of the plan is on none of them. */
export interface Place {
  readonly letter: string;
  readonly at: number;
  readonly of: number;
  readonly missing: number;
}

/** "D2 · What needs what (2 of 4)": in full, and as much of it as fits above the picture. */
export function sheetTitle(
  name: string,
  { letter, at, of, missing }: Place,
  texts: PictureTexts,
): Pick<Sheet, 'title' | 'heading'> {
  const said = [of > 1 ? texts.part(at + 1, of) : '', missing > 0 ? texts.missing(missing) : ''].filter(Boolean);
  const [before, behind] = [`${letter}${at + 1} · `, said.length > 0 ? ` (${said.join('; ')})` : ''];
  const left = room.width - textWidth(before + behind, sizes.title, 'bold') - 2;
  return {
    title: `${before}${name}${behind}`,
    heading: `${before}${cutText(name, left, sizes.title, 'bold')}${behind}`,
  };
}

/** A sheet as SVG that loads nothing, as wide as the page and as high as it has to be. */
export function sheetSvg({ id, title, heading, description, height, parts }: Sheet): Picture {
  const [w, h] = [room.width, Math.min(height, room.height)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(w)} ${n(h)}" width="${n(w / mm)}mm" height="${n(h / mm)}mm" role="img" aria-labelledby="${xml(id)}-title ${xml(id)}-desc">`,
    `<title id="${xml(id)}-title">${xml(title)}</title>`,
    `<desc id="${xml(id)}-desc">${xml(description)}</desc>`,
    rect(0, 0, w, h, { fill: '#fff' }).replace(/ stroke="#000" stroke-width="[\d.]+"/, ''),
    textAt(0, sizes.title, heading, { size: sizes.title, face: 'bold' }),
    ...parts.filter(Boolean),
    '</svg>',
    '',
  ].join('\n');
  return { id, title, description, svg };
}
