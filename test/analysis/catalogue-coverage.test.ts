import { describe, expect, it } from 'vitest';
import { diagnostics, facts, plan } from '../support/plan.ts';

const missing = (yaml: string) =>
  facts(plan(yaml)).catalogueCoverage.missing.map((e) => e.id.slice('bsi-m-6-138/'.length));
const everywhere = ['software-fault', 'force-majeure'];

describe('what the catalogue asks of a plan', () => {
  it('asks nothing of a plan without systems', () => {
    expect(missing('roles: {admin: {count: 1}}')).toEqual([]);
  });
  it('asks only for what can happen without virtual machines', () => {
    expect(missing('servers: {a: {}}')).toEqual(everywhere);
    expect(missing('servers: {a: {}}\nservices: {l: {role: licensing, providers: [a]}}')).toEqual([
      'licence-server-failure',
      ...everywhere,
    ]);
  });
  it('does not ask for the failure of what belongs to others', () => {
    expect(missing('hypervisors: {cloud: {external: true}}')).toEqual([]);
  });
  it('asks for a partial compromise only where hosts have parts', () => {
    expect(missing('hypervisors: {h1: {}}')).not.toContain('hypervisor-compromise-partial');
    expect(missing('hypervisors: {h1: {}, h2: {}}')).toContain('hypervisor-compromise-partial');
    expect(missing('hypervisors: {h1: {}}')).toContain('hypervisor-compromise-whole');
  });
  it('counts shared storage, not the disk in a machine', () => {
    const host = 'hypervisors: {h1: {}}\n';
    expect(missing(`${host}storage: {d: {type: local, partOf: h1}}`)).not.toContain('shared-storage-failure');
    expect(missing(`${host}storage: {d: {type: nas}}`)).toContain('shared-storage-failure');
  });
  it('takes an entry as answered only where the scenario does something of its kind', () => {
    const with_ = (effect: string) =>
      `servers: {a: {}}\nscenarios: {s: {affects: [{id: a, effect: ${effect}}], covers: [bsi-m-6-138/force-majeure]}}`;
    expect(missing(with_('destroyed'))).toEqual(['software-fault']);
    expect(missing(with_('disclosed'))).toEqual(everywhere);
  });
});

describe('findings about the catalogue', () => {
  const of = (covers: string, rule: string) =>
    diagnostics(plan(`servers: {a: {}}\nscenarios: {s: {affects: [a], covers: ${covers}}}`), ['grundschutz']).filter(
      (d) => d.rule === rule,
    );
  it('name what was meant, with and without the name of the catalogue', () => {
    const hint = (text: string) => of(`[${text}]`, 'catalogue-entry-unknown')[0]?.hint;
    expect(hint('bsi-m-6-138/sofware-fault')).toBe('did you mean "bsi-m-6-138/software-fault"?');
    expect(hint('force-majeur')).toBe('did you mean "bsi-m-6-138/force-majeure"?');
    expect(hint('M.6.138/image-theft')).toBe('did you mean "bsi-m-6-138/image-theft"?');
    expect(hint('zzz')).toContain('host-hardware-failure');
  });
  it('stand at the entry that is wrong, also behind one that could not be read', () => {
    const [found] = of('[[x], bsi-m-6-138/imagetheft]', 'catalogue-entry-unknown');
    expect(found?.message).toContain('imagetheft');
    expect(found?.range.column).toBeGreaterThan('scenarios: {s: {affects: [a], covers: [['.length);
  });
  it('are one for all that is missing', () => {
    expect(of('[]', 'mandatory-scenario-missing').map((d) => d.message)).toEqual([
      '2 emergencies of the catalogue have no scenario: bsi-m-6-138/software-fault, bsi-m-6-138/force-majeure',
    ]);
  });
});

describe('what scenarios prepare for', () => {
  const prepared = (yaml: string) => facts(plan(yaml)).scenarioPreparedness;
  it('a cold start may come from what all hosts need, and from no compromise', () => {
    const hosts = 'hypervisors: {h1: {poweredBy: [g]}, h2: {poweredBy: [g]}}\nfacilities: {g: {type: power-feed}}\n';
    expect(prepared(`${hosts}scenarios: {dark: {affects: [g]}, one: {affects: [h1]}}`).coldStarts).toEqual(['dark']);
    const all = '{select: {kind: hypervisor}, effect: compromised}';
    expect(prepared(`${hosts}scenarios: {hacked: {affects: [${all}]}}`).coldStarts).toEqual([]);
  });
  it('a compromise counts on what carries machines or manages them', () => {
    const yaml =
      'hypervisors: {h1: {}}\nservers: {boss: {manages: [h1]}, other: {}}\nscenarios:\n' +
      ['boss', 'other', 'h1'].map((id) => `  on-${id}: {affects: [{id: ${id}, effect: compromised}]}`).join('\n');
    expect(prepared(yaml).compromises.map((s) => s.id)).toEqual(['on-boss', 'on-h1']);
  });
  it('an exercise counts from the day it was held', () => {
    const exercise = (date: string) =>
      prepared(
        `servers: {a: {}}\nscenarios: {s: {affects: [a]}}\nexercises: {e: {of: [s], records: [{date: ${date}}]}}`,
      ).exercised.has('s');
    expect([exercise('2026-11-23'), exercise('2026-11-24')]).toEqual([true, false]);
  });
});
