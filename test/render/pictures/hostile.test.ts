import { describe, expect, test } from 'vitest';
import { plan } from '../../support/plan.ts';
import { drawn, expectPrintable, inputOf, textsOf } from './support.ts';

const many = (count: number, of: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join('\n');

describe('what people write into names', () => {
  const nasty = [
    '"><script>alert(1)</script>&amp;<!--',
    'zwei\\nZeilen\\tund \\u202e umgekehrt',
    'W'.repeat(400),
    "' \\\\ ]]> {{y}} </svg>",
    '数据库服务器 👩‍🚒 حادث',
  ];
  const yaml = `
servers:
${nasty.map((name, i) => `  s-${i}: {name: "${name.replaceAll('"', '\\"')}", dependsOn: [{anyOf: [t-0, t-1]}], poweredBy: [u], recovery: {restart: {takes: 5m, procedure: p}}}`).join('\n')}
  t-0: {name: "${nasty[2]}"}
  t-1: {}
  ${'long-'.repeat(11)}name: {dependsOn: [s-0]}
hypervisors: {h: {name: "${nasty[2]}"}}
virtualMachines: {v: {name: '<b>', runsOn: h, dependsOn: [s-0]}}
facilities: {u: {type: ups, runtime: 20m, name: '<&>'}}
networkDevices: {n: {type: switch, connectedTo: [m], address: ['<', '${'9'.repeat(300)}']}, m: {type: router, name: '"'}}
procedures:
  p:
    title: "${nasty[2]}"
    prerequisites: ['<', "${nasty[2]}"]
    steps:
      - {do: "${nasty[2]}", command: "rm -rf '<${'x'.repeat(300)}>' && echo \\"a\\nb\\"", expect: "${nasty[2]}", ifFails: "${nasty[2]} </text>"}
      - {do: '<>', ifFails: '&&'}
`;
  const all = drawn(inputOf(plan(yaml)));

  test('stays text, stays on the sheet, and is there in full for those who have it read to them', () => {
    expect([...all.keys()]).toEqual(['D', 'H', 'N', 'P', 'R']);
    for (const { pictures } of all.values()) for (const picture of pictures) expectPrintable(picture);
    const svg = [...all.values()].flatMap((d) => d.pictures.map((p) => p.svg)).join('');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('W'.repeat(400));
    expect(svg).toContain('\\u202e');
    const shown = [...all.values()].flatMap((d) => d.pictures.flatMap((p) => textsOf(p).map((t) => t.text)));
    expect(shown.some((text) => /^W+…$/.test(text))).toBe(true);
    expect(shown.every((text) => text.length < 130)).toBe(true);
  });
});

describe('plans that are no pictures', () => {
  test('nothing to draw: no picture', () => {
    expect([...drawn(inputOf(plan('people: {ann: {phone: "1"}}'))).keys()]).toEqual([]);
  });

  test('one that needs 500 others: as many as there is room for, and the number of the rest', () => {
    const others = many(500, (i) => `  s-${i}: {dependsOn: [z-${i % 50}]}`);
    const yaml = `servers:\n${others}\n${many(50, (i) => `  z-${i}: {}`)}\nprocesses:\n  p: {uses: [${Array.from({ length: 500 }, (_, i) => `s-${i}`).join(', ')}]}`;
    const { pictures = [] } = drawn(inputOf(plan(yaml))).get('D') ?? {};
    for (const picture of pictures) expectPrintable(picture);
    const texts = pictures.flatMap((p) => textsOf(p).map((t) => t.text));
    expect(texts.filter((t) => t === 'p')).not.toHaveLength(0);
    for (const id of ['s-0', 's-499', 'z-49']) expect(texts).toContain(id);
  });

  test('everything needs everything', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `s-${i}`);
    const yaml = `servers:\n${ids.map((id) => `  ${id}: {dependsOn: [${ids.filter((o) => o !== id).join(', ')}]}`).join('\n')}`;
    const { pictures = [], notDrawn } = drawn(inputOf(plan(yaml))).get('D') ?? {};
    expect(notDrawn).toEqual([]);
    for (const picture of pictures) expectPrintable(picture);
  });

  test('a chain of 3,000 is cut into sheets, and what is on none of them is counted on each', () => {
    const yaml = `servers:\n${many(3000, (i) => `  s-${String(i).padStart(4, '0')}: {${i < 2999 ? `dependsOn: [s-${String(i + 1).padStart(4, '0')}]` : ''}}`)}`;
    const { pictures = [], notDrawn = [] } = drawn(inputOf(plan(yaml))).get('D') ?? {};
    const shown = pictures.flatMap((p) => textsOf(p).map((t) => t.text)).filter((t) => /^s-\d{4}$/.test(t));
    expect(new Set(shown).size + notDrawn.length).toBeGreaterThanOrEqual(3000);
    expect(pictures).toHaveLength(40);
    for (const { title } of pictures) expect(title).toContain(`${notDrawn.length} are on no picture`);
  });
});
