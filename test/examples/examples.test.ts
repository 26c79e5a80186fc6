import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collections } from '../../src/inventory/index.ts';
import { orderOf } from '../../src/pipeline.ts';
import { coldStart, scenarioEvent } from '../../src/recovery/event.ts';
import { cold, diagnostics, facts, read } from '../support/plan.ts';

const folder = (path: string) => {
  const dir = new URL(`../../${path}/`, import.meta.url);
  const names = readdirSync(dir).filter((f) => f.endsWith('.yaml'));
  return read(Object.fromEntries(names.map((f) => [f, readFileSync(new URL(f, dir), 'utf8')])));
};

describe.each(['examples/small-office', 'examples/two-sites', 'templates/init'])('%s', (path) => {
  const reading = folder(path);
  it('has no findings but information about what was decided', () => {
    const profiles = path === 'templates/init' ? ['start'] : ['start', 'grundschutz'];
    expect(
      diagnostics(reading, profiles)
        .filter((d) => !d.waived && d.severity !== 'info')
        .map((d) => `${d.file}:${d.range.line} ${d.message}`),
    ).toEqual([]);
  });
  it('can be started from cold, every system once', () => {
    const recovery = cold(reading);
    expect(facts(reading).deadlocks).toEqual([]);
    expect([recovery.lost, recovery.notServing, recovery.leftOut]).toEqual([[], [], []]);
    const systems = reading.model.nodes.filter((n) => n.nature === 'system' && !n.external).map((n) => n.id);
    expect(recovery.steps.map((s) => s.element).sort()).toEqual([...systems].sort());
  });
  it('keeps every promise in a cold start with enough people', () => {
    const known = facts(reading);
    const many = new Map(reading.model.of('role').map((r) => [r.id, [{ count: 40, from: 1 }]]));
    expect(
      orderOf(known, coldStart(known), { staff: many })
        .objectives.filter((o) => o.verdict !== 'met')
        .map((o) => `${o.element} ${o.basis}`),
    ).toEqual([]);
  });
  it('orders every scenario', () => {
    const known = facts(reading);
    for (const scenario of reading.model.of('scenario')) {
      const recovery = orderOf(known, scenarioEvent(known, scenario));
      expect(recovery.scenario.failed.length, scenario.id).toBeGreaterThan(0);
      expect(recovery.deadlocks, scenario.id).toEqual([]);
    }
  });
});

describe('the examples together', () => {
  it('small-office uses every collection', () => {
    const dir = new URL('../../examples/small-office/', import.meta.url);
    const text = readdirSync(dir)
      .map((f) => readFileSync(new URL(f, dir), 'utf8'))
      .join('\n');
    for (const { name } of collections) expect(text, name).toMatch(new RegExp(`^${name}:`, 'm'));
  });
  it('two-sites covers the whole catalogue of emergencies, and about sixty elements', () => {
    const reading = folder('examples/two-sites');
    const covered = new Set(reading.model.of('scenario').flatMap((s) => s.data.covers ?? []));
    expect(covered.size).toBeGreaterThanOrEqual(13);
    expect(reading.model.nodes.filter((n) => n.kind !== 'backup').length).toBeGreaterThanOrEqual(60);
  });
});
