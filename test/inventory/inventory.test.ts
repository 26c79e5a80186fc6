import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { allFields, collections, describeField, planSchema, referencesOf } from '../../src/inventory/index.ts';
import {
  parseClock,
  parseDate,
  parseDuration,
  parseInstant,
  parseMoney,
  parsePeriod,
  parseSize,
} from '../../src/inventory/units.ts';
import { diagnostics, plan } from '../support/plan.ts';

describe('the plan language', () => {
  it('has every collection file in its registry', () => {
    const files = readdirSync(new URL('../../src/inventory/collections', import.meta.url)).map((f) =>
      f.replace('.ts', ''),
    );
    const names = collections.map((c) => c.name.replace(/[A-Z]/g, (l) => `-${l.toLowerCase()}`));
    expect([...names].sort()).toEqual(files.sort());
  });
  it('describes every field at every level', () => {
    const fields = allFields(collections);
    expect(fields.length).toBeGreaterThan(600);
    for (const field of fields) expect(field.description, field.path).toMatch(/^.{3,}[.]$/s);
  });
  it('refuses unknown keys at every level, at the key', () => {
    const found = diagnostics(
      plan('networkDevices:\n  a: {recovery: {restart: {taks: 5m}}, dependsOn: [{id: b, wen: run}]}\n  b: {}\n'),
    );
    expect(found.map((d) => [d.message, d.range.line, d.range.column])).toEqual([
      ['unknown field "taks"', 4, 28],
      ['unknown field "wen"', 4, 60],
    ]);
  });
  it('has no key that YAML 1.1 readers take for a truth value', () => {
    const keys = allFields(collections).map((f) => f.path.split('.').at(-1));
    for (const key of ['on', 'off', 'yes', 'no', 'y', 'n']) expect(keys).not.toContain(key);
  });
  it('knows where ids stand, also as keys and within lists', () => {
    const vm = collections.find((c) => c.name === 'virtualMachines');
    const routes = vm ? referencesOf(vm).map((r) => r.path.join('.')) : [];
    for (const path of [
      'runsOn.id',
      'recovery.restart.procedure',
      'recovery.restart.staff.*',
      'dependsOn.*.anyOf.*',
      'protection.availability.decision.approvedBy',
    ]) {
      expect(routes).toContain(path);
    }
  });
  it('explains a field by its path, without its collection, or by its name', () => {
    expect(describeField('virtualMachines.recovery.rto')?.type).toBe('a duration');
    expect(describeField('recovery.rto')?.collections).toContain('servers');
    expect(describeField('atLeast')).toBeDefined();
    expect(describeField('nonsense')).toBeUndefined();
  });
});

describe('the JSON Schema', () => {
  const schema = planSchema();
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema);
  it('is the committed one', () => {
    const committed = readFileSync(new URL('../../schemas/drplan.schema.json', import.meta.url), 'utf8');
    expect(`${JSON.stringify(schema, null, 2)}\n`).toBe(committed);
  });
  it('accepts the examples as an editor reads them', () => {
    for (const example of ['small-office', 'two-sites']) {
      const dir = new URL(`../../examples/${example}/`, import.meta.url);
      for (const file of readdirSync(dir).filter((f) => f.endsWith('.yaml'))) {
        const data = parseYaml(readFileSync(new URL(file, dir), 'utf8'), { merge: false });
        expect(check(data) ? [] : check.errors?.slice(0, 3), `${example}/${file}`).toEqual([]);
      }
    }
  });
  it('refuses what drplan refuses', () => {
    expect(check({ servers: { a: { dependson: ['b'] } } })).toBe(false);
    expect(check({ servers: { 'A B': {} } })).toBe(false);
    expect(check({ drplan: 2 })).toBe(false);
    expect(check({ servers: { a: null } })).toBe(true);
  });
});

describe('units', () => {
  const value = (parsed: object) => ('value' in parsed ? parsed.value : undefined);
  it.each([
    ['15m', 15],
    ['4h', 240],
    ['1h30m', 90],
    ['3d', 4320],
    ['2w', 20160],
    ['PT4H', 240],
    ['P2DT12H', 3600],
    ['PT90M', 90],
    ['0m', 0],
  ])('duration %s is %d minutes', (text, minutes) => expect(value(parseDuration(text))).toBe(minutes));
  it.each(['4', '', 'h', '4 h', '-1h', '1.5h', 'P1Y', 'P1M', 'PT', 'P', '4x', '30m1h'])('%j is no duration', (text) =>
    expect(parseDuration(text)).toHaveProperty('expected'),
  );
  it.each([
    ['1y', 12, 0],
    ['P1Y6M', 18, 0],
    ['90d', 0, 129600],
    ['24h', 0, 1440],
    ['6mo', 6, 0],
    ['1y2w', 12, 20160],
  ])('interval %s', (text, months, minutes) => expect(value(parsePeriod(text))).toEqual({ months, minutes, text }));
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '2026-11-22T00:00'])('%s is no date', (text) =>
    expect(parseDate(text)).toHaveProperty('expected'),
  );
  it('keeps days as text, times as instants with a zone', () => {
    expect(value(parseDate('2024-02-29'))).toBe('2024-02-29');
    expect(value(parseInstant('2026-11-22T03:00+01:00'))).toBe(Date.UTC(2026, 10, 22, 2));
    expect(parseInstant('2026-11-22T03:00')).toHaveProperty('expected');
  });
  it('reads times of day, sizes and money', () => {
    expect([value(parseClock('22:30')), value(parseClock('24:00'))]).toEqual([1350, 1440]);
    expect(parseClock('24:01')).toHaveProperty('expected');
    expect([value(parseSize('64GiB')), value(parseSize('2TB'))]).toEqual([64 * 2 ** 30, 2e12]);
    expect(parseSize('64')).toHaveProperty('expected');
    expect(value(parseMoney('50000 EUR'))).toEqual({ amount: 50000, currency: 'EUR' });
    expect(parseMoney('50000')).toHaveProperty('expected');
  });
});
