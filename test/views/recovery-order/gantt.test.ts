import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../src/views/clock.ts';
import { views } from '../../../src/views/recovery-order/index.ts';
import { readExample } from '../../support/example.ts';
import { cold } from '../../support/plan.ts';
import { control, hostile, night, render, shown } from './support.ts';

/** Every tag is closed in its place, every & begins an entity: what a reader of XML insists on. */
function wellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<(\/?)([A-Za-z]+)((?: [A-Za-z-]+(?::[a-z]+)?="[^"<]*")*)(\/?)>/g, (_, end, name, _attributes, alone) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!alone) open.push(name);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
}

const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1] ?? '');
const count = (svg: string, part: string): number => svg.split(part).length - 1;
const numbered = (svg: string): string[] => texts(svg).filter((t) => /^\d+$/.test(t));

describe('a recovery order as a Gantt picture', () => {
  it('draws attended and unattended time, the critical path and the promises so that they can be told apart', () => {
    const svg = shown('gantt', hostile, { clock: night });
    const rows = svg.slice(svg.indexOf('Steps, in the order of time'));
    wellFormed(svg);
    expect(numbered(svg)).toEqual(['1', '2', '3', '4', '5', '6']);
    // db is attended for five of its twenty minutes.
    expect(count(rows, 'class="attended"')).toBe(6);
    expect(count(rows, 'class="alone"')).toBe(1);
    expect(count(rows, 'class="critical"')).toBe(3);
    expect(count(rows, 'class="mark"')).toBe(3);
    expect(texts(rows)).toContain('RTO 5m BROKEN: 0:20');
    expect(texts(rows)).toContain('RTO 4h');
    expect(texts(rows)).toContain('RTO 1h');
    // What is promised for later than the end of the picture has its words and no flag.
    expect([count(rows, 'class="broken"'), count(rows, 'class="kept"')]).toEqual([1, 0]);
  });
  it('has a title and a description, no script and nothing that is loaded', () => {
    const svg = shown('gantt', hostile, { clock: night });
    expect(svg).toContain('aria-labelledby="gantt-title gantt-desc"');
    expect(svg).toContain('<title id="gantt-title">Recovery order: cold start of everything</title>');
    expect(svg).toMatch(
      /<desc id="gantt-desc">It begins Mon 30 Nov 02:30 \(Europe\/Berlin\).* 1 of 3 promises are broken/,
    );
    expect(svg).not.toMatch(/<script|href|url\((?!#gantt-hatch)|@import/);
    expect(svg).not.toMatch(control);
    expect(svg).toContain('&lt;script&gt;');
  });
  it('counts hours where nobody knows when it begins', () => {
    const svg = shown('gantt', hostile);
    expect(
      texts(svg)
        .filter((t) => /^\d:\d\d$/.test(t))
        .slice(0, 4),
    ).toEqual(['0:00', '0:05', '0:10', '0:15']);
  });
  it('marks full hours of the clock, in the night that is an hour longer too', () => {
    const long = 'servers: {a: {recovery: {restart: {takes: 9h}}}}';
    const autumn = clockOf({ from: Date.parse('2026-10-24T22:50:00Z'), zone: 'Europe/Berlin' });
    const axis = texts(shown('gantt', long, { clock: autumn })).filter((t) => /\d\d:00/.test(t) && !t.includes(';'));
    expect(axis.slice(0, axis.length / 2)).toEqual([
      '01:00',
      '02:00+02:00',
      '02:00+01:00',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
      '07:00',
      '08:00',
    ]);
  });
  it('is legible with sixty steps on a sheet of A4 across', () => {
    const servers = Array.from({ length: 60 }, (_, i) => `  s-${i}: {${i < 12 ? '' : `dependsOn: [s-${i - 12}]`}}`);
    const [, w, h] = /viewBox="0 0 (\d+) (\d+)"/.exec(shown('gantt', `servers:\n${servers.join('\n')}`)) ?? [];
    // Margins of 10 mm; type of 8.4 units; a point is 0.353 mm.
    const scale = Math.min(277 / Number(w), 190 / Number(h));
    expect((8.4 * scale) / 0.353).toBeGreaterThan(5.6);
  });
  it('draws only what decides and what was promised of more than 400 steps, and says so', () => {
    const servers = Array.from({ length: 500 }, (_, i) => {
      const needs = i > 0 && i < 10 ? `dependsOn: [s-${i - 1}], ` : '';
      return `  s-${i}: {${needs}recovery: {${i % 100 === 50 ? 'rto: 4h, ' : ''}restart: {takes: 5m}}}`;
    });
    const svg = shown('gantt', `servers:\n${servers.join('\n')}`);
    expect(numbered(svg)).toHaveLength(10 + 5);
    expect(svg).toContain('Not drawn: 485 steps');
  });
  it('stands a step with each person who does it, and what nobody does at the end', () => {
    const svg = render('gantt-people', hostile, {}, (r) => ({
      ...r,
      steps: r.steps.map((s) => ({ ...s, people: s.element === 'db' ? ['ben', 'contractor #2'] : [] })),
    }));
    const groups = [...svg.matchAll(/<text class="group" x="8"[^>]*>([^<]*)</g)].map((m) => m[1]);
    expect(groups).toEqual(['ben', 'contractor #2', 'Nobody is named', 'Comes back by itself']);
    expect(numbered(svg).filter((n) => n === '2')).toHaveLength(2);
  });
  it('is well formed and the same bytes for every example', () => {
    for (const name of ['two-sites', 'small-office']) {
      const reading = readExample(name);
      for (const view of views.filter((v) => v.name.startsWith('gantt'))) {
        const once = view.render(cold(reading), reading.model, { clock: night });
        wellFormed(once);
        expect(view.render(cold(reading), reading.model, { clock: night })).toBe(once);
      }
    }
  });
});
