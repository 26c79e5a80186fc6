import { describe, expect, it } from 'vitest';
import { dueOn, inTime, isOverdue } from '../../src/rules/due.ts';
import { diagnostics, plan } from '../support/plan.ts';

const period = (months: number, minutes = 0) => ({ months, minutes, text: '' });
const found = (yaml: string, rule: string, profiles: readonly string[] = ['full']) =>
  diagnostics(plan(yaml), profiles).filter((d) => d.rule === rule);

describe('days on which something is due', () => {
  it.each([
    ['2026-01-31', period(1), '2026-02-28'],
    ['2028-02-29', period(12), '2029-02-28'],
    ['2026-11-20', period(0, 7 * 1440), '2026-11-27'],
    ['2026-11-20', period(0, 60), '2026-11-21'],
    ['2026-12-15', period(6, 1440), '2027-06-16'],
  ])('%s and %j: %s', (last, every, due) => expect(dueOn(last, every)).toBe(due));
  it('are late on the day after, or where it was never done', () => {
    expect(isOverdue('2026-11-16', period(0, 7 * 1440), '2026-11-23')).toBe(false);
    expect(isOverdue('2026-11-16', period(0, 7 * 1440), '2026-11-24')).toBe(true);
    expect(isOverdue(undefined, period(12), '2026-11-23')).toBe(true);
  });
  it('are said as people say them', () => {
    expect([1, 45, 60, 90, 1440, 2880, 2940].map(inTime)).toEqual([
      '1 minute',
      '45 minutes',
      '1 hour',
      '90 minutes',
      '24 hours',
      '2 days',
      '49 hours',
    ]);
  });
});

describe('rules on backups', () => {
  it('say once that a plan names no backups, as a warning, and nothing of each machine', () => {
    const machines = Array.from({ length: 60 }, (_, i) => `vm${i}: {dependsOn: [vm${(i + 1) % 60}]}`).join(', ');
    const all = diagnostics(plan(`virtualMachines: {${machines}}\n`), ['start', 'grundschutz', 'nis2', 'dora']);
    const about = all.filter((d) => /backup|restore|retention/.test(d.rule) && !d.rule.startsWith('vm-'));
    expect(about.map((d) => [d.rule, d.severity])).toEqual([
      ['backup-concept-missing', 'error'],
      ['backup-solution-none', 'warning'],
    ]);
    expect(about[1]?.elements).toHaveLength(60);
  });
  it('say of an old inventory each lack once, not once per backup', () => {
    const machines = Array.from({ length: 60 }, (_, i) => `vm${i}: {}`).join(', ');
    const backups = Array.from({ length: 20 }, (_, i) => `b${i}: {covers: [vm${i}, vm${i + 20}]}`).join(', ');
    const all = diagnostics(plan(`virtualMachines: {${machines}}\nbackups: {${backups}}\n`), ['full']);
    const counts = new Map<string, number>();
    for (const d of all.filter((x) => x.element?.startsWith('b') || x.elements?.some((e) => e.startsWith('b')))) {
      counts.set(d.rule, (counts.get(d.rule) ?? 0) + 1);
    }
    expect(Math.max(...counts.values())).toBe(1);
    expect(counts.size).toBeGreaterThan(10);
  });
  it('ask for nothing of a plan that has nothing to save', () => {
    const all = diagnostics(
      plan('networkDevices: {a: {dependsOn: [b], recovery: {stateless: true}}, b: {recovery: {stateless: true}}}\n'),
      ['full'],
    );
    expect(all.filter((d) => /backup|restore|retention/.test(d.rule))).toEqual([]);
  });
  it('weigh by what is saved', () => {
    const yaml = (need: string) => `
processes: {p: {uses: [s], protection: {availability: {need: ${need}, reason: x}, confidentiality: {need: ${need}, reason: x}}}}
servers: {s: {}}
backups: {b: {covers: [s]}}
`;
    for (const rule of ['backup-monitoring-missing', 'backup-encryption-missing']) {
      expect(found(yaml('normal'), rule).map((d) => d.severity)).toEqual(['warning']);
      expect(found(yaml('high'), rule).map((d) => d.severity)).toEqual(['error']);
    }
    expect(found(yaml('normal'), 'restore-test-missing')).toEqual([]);
    expect(found(yaml('high'), 'restore-test-missing')).toHaveLength(1);
  });
  it('take the best of several backups, the own objective before an inherited one, the policy where there is none', () => {
    const yaml = (own: string, backups: string) => `
processes: {p: {uses: [s], rpo: 1h}}
servers: {s: {${own}}, t: {}}
policy: {backup: {every: 12h}}
backups: {${backups}}
`;
    const says = (own: string, backups: string) =>
      found(yaml(own, backups), 'backup-interval-exceeds-rpo').map((d) => d.message);
    expect(says('', 'a: {covers: [s], every: 24h}')).toEqual([
      'a runs every 24h, but of s at most 1 hour of work may be lost',
    ]);
    expect(says('', 'a: {covers: [s], every: 24h}, b: {covers: [s], every: 1h}')).toEqual([]);
    expect(says('recovery: {rpo: 24h}', 'a: {covers: [s], every: 24h}')).toEqual([]);
    expect(says('', 'a: {covers: [t], every: 24h}')).toEqual([
      'a runs every 24h, but of t the policy asks for a backup every 12 hours',
    ]);
  });
  it('know windows that cross midnight', () => {
    const yaml = (from: string, to: string) => `
drplan: 1
plan: {name: T, businessHours: {days: [mon], from: "06:00", to: "20:00"}}
servers: {s: {}}
backups: {b: {covers: [s], window: {from: "${from}", to: "${to}"}}}
`;
    const flagged = (from: string, to: string) => found(yaml(from, to), 'backup-window-in-business-hours').length;
    expect([flagged('22:00', '06:00'), flagged('20:00', '05:00'), flagged('00:00', '06:00')]).toEqual([0, 0, 0]);
    expect([flagged('22:00', '06:01'), flagged('19:59', '05:00'), flagged('10:00', '11:00')]).toEqual([1, 1, 1]);
    expect(flagged('05:00', '23:00')).toBe(1);
  });
});
