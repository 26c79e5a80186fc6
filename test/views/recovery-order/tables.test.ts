import { describe, expect, it } from 'vitest';
import { control, hostile, night, render, shown } from './support.ts';

/** RFC 4180, as its grammar says. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let at = field.exec(text); at; at = field.exec(text)) {
    row.push((at[1] ?? at[2] ?? '').replaceAll('""', '"'));
    if (at[3] === '\r\n') rows.push(row.splice(0));
  }
  expect(row).toEqual([]);
  return rows;
}

describe('a recovery order as CSV', () => {
  it('has one row a step, each as long as the head', () => {
    const [head = [], ...rows] = parse(shown('csv', hostile, { clock: night }));
    const cell = (row: readonly string[], name: string) => row[head.indexOf(name)];
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.map((row) => `${cell(row, 'number')} ${cell(row, 'action')} ${cell(row, 'element')}`)).toEqual([
      '1 restart nas',
      '2 restart db',
      '3 restart hv',
      '4 restart vm-c',
      '5 restart vm-a',
      '6 restart vm-b',
    ]);
    const [, db = [], hv = []] = rows;
    expect(['start', 'end', 'attended minutes', 'critical'].map((name) => cell(db, name))).toEqual([
      '2026-11-30T02:30+01:00',
      '2026-11-30T02:50+01:00',
      '5',
      'no',
    ]);
    expect(cell(hv, 'after')).toBe('1 of db, nas');
    expect(cell(rows[3] ?? [], 'name')).toBe('A, "B"');
  });
  it('holds no formula, no line break and no control character', () => {
    const text = shown('csv', hostile);
    expect(text.replaceAll('\r\n', '\n')).not.toMatch(control);
    for (const cell of parse(text).flat()) expect(cell).not.toMatch(/^[=+\-@\t]|\n/);
    expect(text).toContain("'+Database");
    expect(text).toContain("'=1+1 `x`");
  });
  it('leaves the clock times empty where nobody knows when it begins, and names the people where they are known', () => {
    const [head = [], first = []] = parse(
      render('csv', hostile, {}, (r) => ({ ...r, steps: r.steps.map((s) => ({ ...s, people: ['contractor #2'] })) })),
    );
    expect(first[head.indexOf('start')]).toBe('');
    expect(first[head.indexOf('who')]).toBe('contractor #2');
  });
});

describe('a recovery order as Markdown', () => {
  it('reads as a list to tick', () => {
    expect(
      shown('markdown', 'servers: {a: {recovery: {rto: 1h, restart: {takes: 5m}}}, b: {dependsOn: [a]}}', {
        clock: night,
      }),
    ).toBe(`# Recovery order: cold start of everything

Begins Mon 30 Nov 02:30 (Europe/Berlin).

2 steps; the last ends at 02:50, 20m after the start, at the earliest: with enough people for all that can be done at once.

\\~ The plan gives no time for this step; a usual one is assumed.

## Now: begin these at once

- [ ] **1. Start \`a\`** · 02:30–02:35 · **critical path**

## Next: what everybody does then

- [ ] **2. Start \`b\`** · 02:35–02:50\\~ · **critical path**
  - after: a

## Promises, counted from the start of the outage

| element | promise | because |
| --- | --- | --- |
| \`a\` | RTO 1h is kept: 0:05 after the outage |  |
`);
  });
  it('says first what is wrong', () => {
    const text = shown(
      'markdown',
      `
servers: {a: {dependsOn: [b]}, b: {dependsOn: [a]}, c: {dependsOn: [a]}, d: {recovery: {rto: 1m, restart: {takes: 5m}}}}
facilities: {grid: {type: power-feed}}
storage: {s: {poweredBy: [grid]}}
scenarios: {dark: {name: Dark, affects: [a, b, c, d, grid]}}
`,
      { scenario: 'dark' },
    );
    const sections = [...text.matchAll(/^## (.*)$/gm)].map((m) => m[1]);
    expect(sections.slice(0, 3)).toEqual(['Read first', 'What is hit', 'Now: begin these at once']);
    expect(text).toContain('- CANNOT BE STARTED: a, b.');
    expect(text).toContain('  - waiting for it: c');
    expect(text).toContain('- DOES NOT COME BACK: s, since grid cannot');
    expect(text).toContain('| `d` | RTO 1m cannot be kept: 0:05 after the outage at the earliest | `d` |');
  });
  it('lets no text of the plan become markup, a mention or a link', () => {
    const text = shown('markdown', hostile);
    expect(text).not.toMatch(control);
    expect(text).not.toMatch(/[^\\](<script|@all|#1|`x)/);
    expect(text.match(/^- \[ \] /gm)).toHaveLength(6);
    expect(text).toContain('\\+Database - \\[ \\] nothing \\]\\]\\>');
    expect(text).toContain('worked if: \\@all: \\#1 is green');
  });
  it('says that nothing has to be started', () => {
    expect(shown('markdown', 'locations: {here: {}}')).toContain('\nNo system has to be started.\n');
  });
});
