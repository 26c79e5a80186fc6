import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drplan, root } from '../support/program.ts';

const night = [
  '--plan',
  'examples/two-sites',
  '--today',
  '2026-11-23',
  'recovery-order',
  '--scenario',
  'farm-cold-start',
];
const journal = ['--journal', 'examples/two-sites/night.jsonl'];
interface Order {
  readonly from: string;
  readonly elapsed: number;
  readonly progress: { done: string[]; running: string[]; failed: string[] };
  readonly steps: { id: string; start: number; people: string[]; waitsFor: { of: string[]; atLeast: number }[] }[];
  readonly changes: {
    moved: unknown[];
    dropped: string[];
    promises: { element: string; now: string }[];
    end: { was: number; now: number };
  };
  readonly lost: { id: string }[];
}
const order = async (...args: string[]): Promise<Order> =>
  JSON.parse((await drplan([...night, ...args, '--format', 'json'], { cwd: root })).out) as Order;

describe('a night played through: three steps done, one failed, people arrive', () => {
  it('plans the rest from the last entry, without what failed, and says what changed', async () => {
    const now = await order(...journal, '--staff', 'network-admin=1', 'network-admin=2@03:10');
    expect(now.from).toBe('2026-11-30T02:58+01:00');
    expect(now.elapsed).toBe(38);
    expect(now.progress).toEqual({
      done: ['san-switch-1/restart', 'ups-hafen-a/restart', 'ups-hafen-b/restart'],
      running: [],
      failed: ['san-switch-2/restart'],
    });
    expect(now.lost.map((l) => l.id)).toEqual(['san-switch-2']);
    const ids = now.steps.map((s) => s.id);
    for (const id of [...now.progress.done, ...now.progress.failed]) expect(ids).not.toContain(id);
    // The other storage switch is up: the storage waits for nothing any more.
    expect(now.steps.find((s) => s.id === 'san-1/restart')).toMatchObject({ start: 0, waitsFor: [] });
    expect(now.changes.promises.find((p) => p.element === 'san-switch-2')?.now).toBe('unreachable');
    expect(now.changes.end.now).toBeGreaterThan(now.changes.end.was);
    // Ela comes at ten past three and does nothing before.
    const ela = now.steps.filter((s) => s.people.includes('ela'));
    expect(ela.length).toBeGreaterThan(0);
    expect(Math.min(...ela.map((s) => s.start))).toBeGreaterThanOrEqual(12);
  });
  it('compares with the order in hand when it is given', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'drplan-night-'));
    const file = join(dir, 'last.json');
    const last = await drplan([...night, ...journal, '--format', 'json'], { cwd: root });
    writeFileSync(file, last.out);
    const same = await order(...journal, '--against', file);
    expect(same.changes).toMatchObject({ moved: [], dropped: [], promises: [] });
    writeFileSync(file, '{"schema": "drplan/impact/1"}');
    const wrong = await drplan([...night, '--against', file], { cwd: root });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('it is no recovery order at schema')]);
    rmSync(dir, { recursive: true });
  });
  it('tells which lines of a torn journal it could not use, and ends with 3', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'drplan-night-'));
    const file = join(dir, 'torn.jsonl');
    const text = readFileSync(join(root, 'examples/two-sites/night.jsonl'), 'utf8');
    writeFileSync(
      file,
      `${text}{"at": "2026-11-30T02:59:00+01:00", "event": "done", "step": "mars/restart"}\n{"at": "2026-1`,
    );
    const torn = await drplan([...night, '--journal', file], { cwd: root });
    expect(torn.code).toBe(3);
    expect(torn.err).toContain('journal, line 10: it is no JSON object: cut off in the middle, perhaps');
    expect(torn.err).toContain('journal, line 9: this order has no step "mars/restart"');
    rmSync(dir, { recursive: true });
  });
});
