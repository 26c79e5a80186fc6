import { describe, expect, test } from 'vitest';
import { seriesOf } from '../../../src/binder/pictures/index.ts';
import { drawPictures, type Picture } from '../../../src/render/pictures/index.ts';
import { readExample } from '../../support/example.ts';
import { plan } from '../../support/plan.ts';
import { randomPlan } from '../../support/random-plan.ts';
import { drawn, expectPrintable, identifiersOn, inputOf, textsOf } from './support.ts';

const cases = [
  ...Array.from({ length: 12 }, (_, i) => ({ name: `random plan ${i}`, read: () => plan(randomPlan(i, 10 + 25 * i)) })),
  { name: 'example two-sites', read: () => readExample('two-sites') },
  { name: 'example small-office', read: () => readExample('small-office') },
];

describe.each(cases)('$name', ({ read }) => {
  const input = inputOf(read());
  const all = drawn(input);
  const of = (letter: string): readonly Picture[] => all.get(letter)?.pictures ?? [];

  test('nothing leaves its sheet, nothing is too small, all is well-formed', () => {
    for (const { pictures } of all.values()) for (const picture of pictures) expectPrintable(picture);
  });

  test('everything is on exactly one picture of its kind', () => {
    for (const series of seriesOf(input)) {
      if (series.type !== 'graph') continue;
      expect(all.get(series.letter)?.notDrawn).toEqual([]);
      const wanted = series.nodes.flatMap((node) => node.labels.map((l) => l.id)).sort();
      // Long identifiers are broken: their beginnings are enough to be counted.
      const found = identifiersOn(of(series.letter)).filter((id) => wanted.some((w) => w.startsWith(id)));
      expect(found.length).toBe(wanted.length);
      for (const id of wanted) expect(found.filter((f) => id.startsWith(f)).length, id).toBeGreaterThan(0);
    }
    const machines = input.facts.model.of('virtualMachine').map((m) => m.id);
    const onHosts = identifiersOn(of('H'));
    for (const id of machines)
      expect(
        onHosts.filter((found) => found === id),
        id,
      ).toHaveLength(1);
    for (const { id } of input.facts.model.of('hypervisor')) expect(onHosts).toContain(id);
    for (const { id } of input.facts.model.of('storage')) expect(onHosts).toContain(id);
  });

  test('what is needed is on the same picture, or named there with the picture that it is on', () => {
    const whereIs = new Map<string, string>();
    for (const picture of of('D')) {
      for (const id of identifiersOn([picture])) whereIs.set(id, picture.title.split(' ')[0] as string);
    }
    for (const picture of of('D')) {
      const texts = textsOf(picture).map((t) => t.text);
      texts.forEach((text, i) => {
        const seen = /^see (D\d+)$/.exec(text);
        if (!seen) return;
        const id = (texts[i - 1] as string).replace(/ \+\d+$/, '');
        expect(whereIs.get(id), `${picture.title}: ${id}`).toBe(seen[1]);
      });
    }
  });

  test('nothing that is needed is forgotten on the picture of what needs it', () => {
    for (const series of seriesOf(input)) {
      if (series.type !== 'graph') continue;
      const pictures = of(series.letter).map((picture) => ({
        own: new Set(identifiersOn([picture])),
        all: new Set(textsOf(picture).map((t) => t.text.replace(/ \+\d+$/, ''))),
      }));
      const missing = series.edges.flatMap(({ from, to }) =>
        // Identifiers that are broken into lines are counted above.
        to.filter((id) => {
          const home = pictures.find((picture) => picture.own.has(from));
          const isWhole = pictures.some((picture) => picture.own.has(id));
          return home !== undefined && isWhole && !home.all.has(id);
        }),
      );
      expect(missing).toEqual([]);
    }
  });

  test('every step is in the timetable once, with the number it has everywhere', () => {
    const numbers = of('R').flatMap((picture) =>
      textsOf(picture)
        .filter((t) => t.attributes['text-anchor'] === 'end')
        .map((t) => Number(t.text)),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(input.recovery.steps.map((_, i) => i + 1));
  });

  test('the same plan gives the same bytes', () => {
    const again = drawn(inputOf(read()));
    expect([...again].map(([, d]) => d.pictures.map((p) => p.svg))).toEqual(
      [...all].map(([, d]) => d.pictures.map((p) => p.svg)),
    );
  });
});

test('ids of pictures are unique in a binder', () => {
  const input = inputOf(readExample('two-sites'));
  const ids = seriesOf(input).flatMap((series) => drawPictures(series).pictures.map((p) => p.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(10);
});
