/** SVG in points, black on white: what a laser printer and a copier leave as it is. */
import { printable } from '../../diagnostics/printable.ts';
import type { Face } from './text-width.ts';

/** Text in XML: nothing in it is markup, and no character that XML forbids. */
export const xml = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A length as it is written: two digits are a thousandth of a millimetre. */
export const n = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const faces: Readonly<Record<Face, string>> = {
  plain: 'font-family="Atkinson Hyperlegible Next, sans-serif"',
  bold: 'font-family="Atkinson Hyperlegible Next, sans-serif" font-weight="700"',
  mono: 'font-family="IBM Plex Mono, monospace" style="font-feature-settings:&quot;zero&quot;"',
  monoBold: 'font-family="IBM Plex Mono, monospace" style="font-feature-settings:&quot;zero&quot;" font-weight="700"',
};

export interface TextStyle {
  readonly size: number;
  readonly face: Face;
  readonly anchor?: 'middle' | 'end';
}

/** One line of text; `y` is its base line. */
export const textAt = (x: number, y: number, text: string, { size, face, anchor }: TextStyle): string =>
  text === ''
    ? ''
    : `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" ${faces[face]}${anchor ? ` text-anchor="${anchor}"` : ''}>${xml(text)}</text>`;

export interface Stroke {
  /** Points; never below half a point, which printers lose. */
  readonly width?: number;
  readonly dash?: string;
  readonly fill?: 'none' | '#fff' | '#000';
}

const stroke = ({ width = 0.75, dash, fill = 'none' }: Stroke): string =>
  `fill="${fill}" stroke="#000" stroke-width="${n(width)}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`;

export const path = (d: string, style: Stroke = {}): string => `<path d="${d}" ${stroke(style)}/>`;

export const rect = (x: number, y: number, w: number, h: number, style: Stroke & { readonly round?: number } = {}) =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${style.round ? ` rx="${n(style.round)}"` : ''} ${stroke(style)}/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, style: Stroke = {}): string =>
  path(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, style);

export const circle = (x: number, y: number, r: number, style: Stroke = {}): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${stroke(style)}/>`;

/** A part of a picture with all of its words, for those who point at it or have it read to them. */
export const titled = (title: string, parts: readonly string[]): string =>
  `<g><title>${xml(title)}</title>${parts.filter(Boolean).join('')}</g>`;

/** Diagonal lines within a rectangle: a grey that survives copying. Drawn one by one, since patterns become bitmaps in PDF. */
export function hatch(x: number, y: number, w: number, h: number, gap = 3): string {
  const parts: string[] = [];
  for (let at = gap; at < w + h; at += gap) {
    const [x1, y1] = at <= h ? [x, y + at] : [x + at - h, y + h];
    const [x2, y2] = at <= w ? [x + at, y] : [x + w, y + at - w];
    parts.push(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`);
  }
  return parts.length === 0 ? '' : path(parts.join(''), { width: 0.6 });
}
