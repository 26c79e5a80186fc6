import { expect } from 'vitest';
import { type PictureInput, seriesOf } from '../../../src/binder/pictures/index.ts';
import type { Reading } from '../../../src/pipeline.ts';
import { type DrawnSeries, drawPictures, type Picture } from '../../../src/render/pictures/index.ts';
import { type Face, textWidth } from '../../../src/render/pictures/text-width.ts';
import { cold, facts } from '../../support/plan.ts';
import { pathPoints, readSvg, type Tag } from '../../support/svg.ts';

/** What pictures of a plan are made from, in a cold start. */
export const inputOf = (reading: Reading): PictureInput => ({ facts: facts(reading), recovery: cold(reading) });

/** All pictures of a plan, by the letter of their series. */
export function drawn(input: PictureInput): ReadonlyMap<string, DrawnSeries> {
  return new Map(seriesOf(input).map((series) => [series.letter, drawPictures(series)]));
}

const faceOf = ({ attributes }: Tag): Face => {
  const isBold = attributes['font-weight'] === '700';
  return attributes['font-family']?.startsWith('IBM Plex Mono')
    ? isBold
      ? 'monoBold'
      : 'mono'
    : isBold
      ? 'bold'
      : 'plain';
};

/** The lines of text on a picture. */
export const textsOf = (picture: Picture): readonly Tag[] => readSvg(picture.svg).filter((t) => t.name === 'text');

function boxOf(tag: Tag): readonly (readonly [number, number])[] {
  const get = (name: string): number => Number(tag.attributes[name] ?? 0);
  switch (tag.name) {
    case 'rect':
      return [
        [get('x'), get('y')],
        [get('x') + get('width'), get('y') + get('height')],
      ];
    case 'circle':
      return [
        [get('cx') - get('r'), get('cy') - get('r')],
        [get('cx') + get('r'), get('cy') + get('r')],
      ];
    case 'path':
      return pathPoints(tag.attributes['d'] ?? '');
    case 'text': {
      const size = get('font-size');
      const width = textWidth(tag.text, size, faceOf(tag));
      const anchor = tag.attributes['text-anchor'];
      const left = get('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return [
        [left, get('y') - size * 0.8],
        [left + width, get('y') + size * 0.25],
      ];
    }
    default:
      return [];
  }
}

const known = new Set(['svg', 'title', 'desc', 'g', 'rect', 'path', 'circle', 'text']);

/** Holds a picture against everything that paper asks of it. */
export function expectPrintable(picture: Picture): void {
  const tags = readSvg(picture.svg);
  const [root] = tags as [Tag, ...Tag[]];
  const [, , w = 0, h = 0] = (root.attributes['viewBox'] ?? '').split(' ').map(Number);
  const mm = (name: string): number => Number((root.attributes[name] ?? '').replace(/mm$/, ''));
  expect(mm('width')).toBeLessThanOrEqual(165.01);
  expect(mm('height')).toBeLessThanOrEqual(235.01);
  // One unit is one point, so that sizes of letters are what they say.
  expect(Math.abs((mm('width') * 72) / 25.4 - w)).toBeLessThan(0.1);
  expect(Math.abs((mm('height') * 72) / 25.4 - h)).toBeLessThan(0.1);
  expect(root.attributes['role']).toBe('img');
  expect(tags[1]).toMatchObject({ name: 'title', text: expect.stringContaining(' · ') });
  expect(tags[2]?.name).toBe('desc');
  expect(tags[2]?.text.length).toBeGreaterThan(5);
  const wrong: string[] = [];
  for (const tag of tags) {
    const { name, attributes, text, dx, dy } = tag;
    const say = (what: string): unknown =>
      wrong.push(`${what}: <${name} ${JSON.stringify(attributes)}>${text.slice(0, 80)}`);
    if (!known.has(name)) say('not known');
    for (const other of ['opacity', 'href', 'filter', 'mask', 'fill-opacity']) if (other in attributes) say(other);
    for (const paint of [attributes['fill'], attributes['stroke']]) {
      if (!['none', '#000', '#fff', undefined].includes(paint)) say('a colour');
    }
    if (Number(attributes['stroke-width'] ?? 1) < 0.5) say('too thin');
    if (name === 'text' && !(Number(attributes['font-size']) >= 7.5)) say('too small');
    for (const [x, y] of boxOf(tag)) {
      const isInside = x + dx >= -0.6 && x + dx <= w + 0.6 && y + dy >= -0.6 && y + dy <= h + 0.6;
      if (!isInside) say(`${x + dx} ${y + dy} is outside ${w} × ${h}`);
    }
  }
  expect(wrong, picture.title).toEqual([]);
}

/** The identifiers that stand on pictures as elements of their own, not as a reference to another picture. */
export const identifiersOn = (pictures: readonly Picture[]): readonly string[] =>
  pictures.flatMap((picture) =>
    textsOf(picture)
      .filter((t) => faceOf(t) === 'monoBold')
      .map((t) => t.text),
  );
