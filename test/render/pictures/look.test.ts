import { describe, expect, test } from 'vitest';
import { seriesOf } from '../../../src/binder/pictures/index.ts';
import { type PictureTexts, pictureTexts } from '../../../src/binder/pictures/texts.ts';
import { drawPictures, type Picture } from '../../../src/render/pictures/index.ts';
import { plan } from '../../support/plan.ts';
import { drawn, inputOf, textsOf } from './support.ts';

const first = (yaml: string, letter: string): Picture => {
  const picture = drawn(inputOf(plan(yaml))).get(letter)?.pictures[0];
  if (!picture) throw new Error(`no picture ${letter}`);
  return picture;
};
const words = (picture: Picture): readonly string[] => textsOf(picture).map((t) => t.text);
const dashes = ({ svg }: Picture, dash: string): number => svg.split(`stroke-dasharray="${dash}"`).length - 1;

describe('needs', () => {
  const servers = 'servers: {a: {dependsOn: [DEP]}, b: {}, c: {}}';
  const withNeed = (need: string): Picture => first(servers.replace('DEP', need), 'D');

  test('one of two is two dashed arrows from a mark that says so', () => {
    const picture = withNeed('{anyOf: [b, c]}');
    expect(words(picture)).toContain('1 of 2');
    expect(dashes(picture, '5 3')).toBe(3);
    expect(picture.description).toContain('a needs 1 of 2: b, c');
  });

  test('both are two plain arrows', () => {
    const picture = withNeed('b, c');
    expect(words(picture)).not.toContain('1 of 2');
    expect(dashes(picture, '5 3')).toBe(0);
  });

  test('what it goes on without is dotted; what it needs anyway is not said twice', () => {
    expect(dashes(withNeed('{id: b, when: later}'), '1 2.5')).toBe(2);
    expect(dashes(withNeed('b, {id: b, when: later}'), '1 2.5')).toBe(0);
  });

  test('alike machines are one box with a line for each', () => {
    const picture = first('servers: {a: {dependsOn: [z]}, b: {dependsOn: [z]}, c: {dependsOn: [z]}, z: {}}', 'D');
    expect(picture.description).toContain('a, b, c needs z');
    expect(words(picture)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'z']));
  });

  test('what needs nothing and is not needed is counted', () => {
    expect(words(withNeed('b'))).toContain('Not drawn: 1 element without such needs');
    expect(words(withNeed('b, c')).some((t) => t.startsWith('Not drawn'))).toBe(false);
  });

  test('a circle is drawn with all of its arrows', () => {
    const picture = first('servers: {a: {dependsOn: [b]}, b: {dependsOn: [c]}, c: {dependsOn: [a]}}', 'D');
    // Three tips, and one in the legend.
    expect(picture.svg.split('stroke-width="0.6"').length - 1).toBe(4);
  });
});

describe('hosts', () => {
  test('a machine stands at its usual host and says where its data lies and where else it may run', () => {
    const picture = first(
      'hypervisors: {h-1: {}, h-2: {}}\nstorage: {san: {}}\nvirtualMachines: {v: {runsOn: {anyOf: [h-1, h-2]}, placedOn: h-2, storedOn: san}, w: {runsOn: h-1}}',
      'H',
    );
    const said = words(picture);
    expect(said.indexOf('w')).toBeLessThan(said.indexOf('h-2'));
    expect(said.indexOf('v')).toBeGreaterThan(said.indexOf('h-2'));
    expect(said).toEqual(expect.arrayContaining(['data on san', 'may run on h-1']));
  });

  test('a farm says once for all of its machines where they may go', () => {
    const picture = first(
      'hypervisors: {h-1: {}, h-2: {}}\nclusters: {farm: {members: [h-1, h-2], toleratesHostFailures: 1, placement: [{apart: [v, w]}]}}\nvirtualMachines: {v: {runsOn: farm, placedOn: h-1}, w: {runsOn: farm}}',
      'H',
    );
    const said = words(picture).join(' ');
    expect(said).toContain('its machines may run on h-1, h-2; carries all with one host gone; never on one host: v, w');
    expect(said).toContain('no usual host');
  });
});

describe('power', () => {
  test('a UPS says how long it holds, or that nobody wrote it down', () => {
    const picture = first(
      'facilities: {u: {type: ups, runtime: 90m}, w: {type: ups}}\nservers: {a: {poweredBy: [u, w]}}',
      'P',
    );
    expect(words(picture)).toContain('holds 1 h 30 min');
    expect(words(picture).join(' ')).toContain('how long it holds is not recorded');
    expect(words(picture)).toContain('1 of 2');
  });
});

describe('the timetable', () => {
  const yaml = `
people: {ann: {phone: "1"}}
roles: {admin: {holders: [ann]}}
servers:
  a: {recovery: {rto: 5m, restart: {takes: 30m, attended: 10m, staff: {admin: 1}}}}
  b: {dependsOn: [a], recovery: {rto: 4h, restart: {takes: 1h, staff: {admin: 1}}}}
  c: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}`;

  test('says what is broken in words, and hatches what decides the end', () => {
    const picture = first(yaml, 'R');
    expect(words(picture).some((t) => /^RTO 5 min BROKEN: 0:\d\d$/.test(t))).toBe(true);
    expect(words(picture)).toContain('+0:00');
    expect(words(picture)).toEqual(expect.arrayContaining(['critical path', 'waits for people', 'runs alone']));
  });

  test('shows the clock on the wall where it is known', () => {
    const clock = {
      moment: (minute: number) => `day ${minute}`,
      next: (minute: number, before: number) => `t${minute}-${before}`,
    };
    const series = seriesOf({ ...inputOf(plan(yaml)), clock }).find((s) => s.letter === 'R');
    if (!series) throw new Error('no timetable');
    const [picture] = drawPictures(series).pictures as [Picture];
    expect(words(picture)).toContain('day 0');
    expect(words(picture).some((t) => /^t\d+-\d+$/.test(t))).toBe(true);
  });

  test('by person: each has the steps that are theirs', () => {
    expect(words(first(yaml, 'W'))).toEqual(expect.arrayContaining(['ann', 'a', 'b', 'c']));
  });
});

test('all words come from one object, so that another language leaves none behind', () => {
  const foreign = (value: unknown): unknown =>
    typeof value === 'string'
      ? '§'
      : typeof value === 'function'
        ? (...args: unknown[]) => `§${args.flat().join('§')}`
        : Object.fromEntries(Object.entries(value as object).map(([key, own]) => [key, foreign(own)]));
  const texts = foreign(pictureTexts) as PictureTexts;
  const yaml = `
people: {q1: {phone: "1"}}
roles: {q2: {holders: [q1]}}
servers: {q3: {dependsOn: [{anyOf: [q4, q5]}, {id: q6, when: later}], recovery: {rto: 1m, restart: {takes: 30m, staff: {q2: 1}}}}, q4: {poweredBy: [q8]}, q5: {}, q6: {external: true}}
facilities: {q8: {type: ups}}
networkDevices: {q9: {type: switch, vlan: '7'}}
hypervisors: {q10: {}}
procedures: {q11: {steps: [{do: q12, ifFails: q13}]}}`;
  const input = { ...inputOf(plan(yaml)), texts };
  const found = seriesOf(input).flatMap((series) => drawPictures(series, texts).pictures.flatMap(words));
  const letters = found.join(' ').replace(/cold start of everything|RTO|[DHNPRWF]\d+ ·|\bq\d+\b|\d (h|min)\b/g, '');
  expect(found.length).toBeGreaterThan(40);
  expect(letters.match(/[A-Za-z]{2,}/g)).toBeNull();
});
