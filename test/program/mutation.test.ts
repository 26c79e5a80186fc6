import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locate } from '../../src/pipeline.ts';
import { recoveryOrderJson } from '../../src/views/recovery-order/json.ts';
import { recoveryOrderText } from '../../src/views/recovery-order/text.ts';
import { cold, diagnostics, read } from '../support/plan.ts';
import { root } from '../support/program.ts';

/** Mulberry32: the same damage for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const scraps = [
  '[',
  ']',
  '{',
  '}',
  ':',
  '- ',
  '"',
  "'",
  '\n',
  '  ',
  '\t',
  '&a ',
  '*a',
  '!x ',
  '#',
  '|',
  '>',
  '%',
  '? ',
  '<<: ',
  '---\n',
  'null',
  '-1',
  '1e999',
  '\u0000',
  '\ufeff',
  '\u202e',
  '😀',
  '__proto__',
  'dependsOn: [',
  'atLeast: 9',
];

function damage(text: string, random: (below: number) => number): string {
  let result = text;
  for (let n = 1 + random(4); n > 0; n--) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + random(30));
    const kind = random(4);
    if (kind === 0) result = result.slice(0, at) + (scraps[random(scraps.length)] ?? '') + result.slice(at);
    else if (kind === 1) result = result.slice(0, at) + result.slice(to);
    else if (kind === 2) result = result.slice(0, to) + result.slice(at);
    else result = result.slice(0, at) + (scraps[random(scraps.length)] ?? '') + result.slice(to);
  }
  return result;
}

describe('damaged plans', () => {
  it('never crash the reader, the rules or the order; every finding has a place within its file; nothing is green that lost a part', () => {
    const dir = join(root, 'examples/small-office');
    const files = Object.fromEntries(readdirSync(dir).map((f) => [f, readFileSync(join(dir, f), 'utf8')]));
    const names = Object.keys(files);
    const random = numbers(20261123);
    const outcomes = { clean: 0, found: 0, incomplete: 0 };
    for (let i = 0; i < 250; i++) {
      const name = names[random(names.length)] ?? '';
      const damaged = { ...files, [name]: damage(files[name] ?? '', random) };
      const reading = read(damaged);
      const found = diagnostics(reading);
      const lines = new Map(Object.entries(damaged).map(([n, t]) => [n, t.split(/\r\n|\r|\n/).length]));
      for (const d of found) {
        expect(d.range.line).toBeGreaterThanOrEqual(1);
        expect(d.range.line).toBeLessThanOrEqual(lines.get(d.file) ?? 0);
        expect(d.range.column).toBeGreaterThanOrEqual(1);
      }
      const recovery = cold(reading, { passes: 20 });
      const place = (at: Parameters<typeof locate>[1]) => locate(reading, at);
      expect(
        recoveryOrderText(
          recovery,
          reading.model,
          { width: 80, strong: (t) => t },
          (at) => `${at.file}:${place(at).line}`,
        ),
      ).toContain('RECOVERY ORDER');
      const header = {
        tool: { name: 'drplan', version: '0' },
        plan: { name: null, version: null, fingerprint: '', revision: null },
        today: '2026-11-23',
      } as const;
      expect(() => JSON.stringify(recoveryOrderJson(recovery, header, place))).not.toThrow();
      const lost = reading.model.problems.leftOut.length > 0;
      if (lost)
        expect(
          found.some((d) => d.severity === 'error'),
          `damage ${i} of ${name} lost a part without an error`,
        ).toBe(true);
      outcomes[lost ? 'incomplete' : found.some((d) => d.severity === 'error') ? 'found' : 'clean']++;
    }
    for (const [name, count] of Object.entries(outcomes)) expect(count, name).toBeGreaterThan(10);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
