import { describe, expect, it } from 'vitest';
import { impactOf } from '../../src/analysis/index.ts';
import { catalogue } from '../../src/inventory/catalogue.ts';
import { orderOf } from '../../src/pipeline.ts';
import { scenarioEvent } from '../../src/recovery/event.ts';
import { readExample } from '../support/example.ts';
import { facts } from '../support/plan.ts';

const { model } = readExample('two-sites');
const known = facts(readExample('two-sites'));
const scenarios = model.of('scenario');
const answering = (entry: string) => scenarios.filter((s) => (s.data.covers ?? []).includes(`bsi-m-6-138/${entry}`));
const failuresOf = (id: string) => {
  const scenario = scenarios.find((s) => s.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenarioEvent(known, scenario).failed;
};
const kindsHit = (id: string, effect: string) =>
  new Set(
    failuresOf(id)
      .filter((f) => f.effect === effect)
      .map((f) => model.node(f.element)?.kind),
  );
const down = (id: string) => new Set(impactOf(model, known.graph, failuresOf(id)).down.map((d) => d.id));
const providersOf = (...roles: string[]) =>
  model
    .of('service')
    .filter((s) => roles.includes(s.data.role ?? ''))
    .flatMap((s) => s.data.providers ?? []);
const hosts = model.of('hypervisor').map((h) => h.id);

describe('the catalogue of emergencies', () => {
  it('has each entry once, with a title and the question it comes from', () => {
    expect(new Set(catalogue.map((e) => e.id)).size).toBe(catalogue.length);
    for (const { id, title, question, effects } of catalogue) {
      expect(id).toMatch(/^bsi-m-6-138\/[a-z]+(-[a-z]+)*$/);
      expect(title.length, id).toBeGreaterThan(15);
      expect(question, id).toMatch(/\?$/);
      expect(effects.length, id).toBeGreaterThan(0);
    }
  });
});

describe('the scenarios of two-sites', () => {
  it.each(catalogue.map((e) => e.id.slice('bsi-m-6-138/'.length)))('answer %s', (entry) => {
    expect(answering(entry).map((s) => s.id)).not.toEqual([]);
  });
  it.each(scenarios.map((s) => [s.id, s] as const))(
    '%s says who does what until when, whom to tell, what else',
    (_, s) => {
      const { immediateMeasures = [], actions = [], alternatives = [], communication = [] } = s.data;
      expect([immediateMeasures.length, alternatives.length, communication.length]).not.toContain(0);
      expect(actions.length).toBeGreaterThan(1);
      for (const action of actions) {
        if (typeof action === 'string') throw new Error(`nobody does: ${action}`);
        expect(action.do ?? action.procedure).toBeDefined();
        expect(action.by).toBeDefined();
        expect(action.within).toBeGreaterThan(0);
      }
      for (const { by, within, channel } of communication) expect([by, within, channel]).not.toContain(undefined);
    },
  );
  it.each(scenarios.map((s) => [s.id, s] as const))('%s can be worked off, and nothing stays lost', (_, scenario) => {
    const recovery = orderOf(known, scenarioEvent(known, scenario));
    expect(recovery.deadlocks).toEqual([]);
    expect([recovery.lost, recovery.notServing, recovery.leftOut]).toEqual([[], [], []]);
    const onlyDisclosed = recovery.scenario.failed.every((f) => f.effect === 'disclosed');
    expect(recovery.steps.length > 0).toBe(!onlyDisclosed);
  });
});

describe('what the scenarios of two-sites do', () => {
  it('host-hardware-failure destroys one host, and the farm goes on', () => {
    expect(failuresOf('host-loss').map((f) => f.effect)).toEqual(['destroyed']);
    expect([...kindsHit('host-loss', 'destroyed')]).toEqual(['hypervisor']);
    expect(down('host-loss')).not.toContain('farm-1');
  });
  it('farm-cold-start takes every host down', () => {
    for (const host of hosts) expect(down('farm-cold-start')).toContain(host);
  });
  it('shared-storage-failure takes the farm down, by the store itself and by its network', () => {
    expect([...kindsHit('storage-loss', 'destroyed')]).toEqual(['storage']);
    expect([...kindsHit('storage-network-loss', 'outage')]).toEqual(['networkDevice']);
    for (const id of ['storage-loss', 'storage-network-loss']) expect(down(id)).toContain('farm-1');
    expect(down('storage-network-loss')).toContain('san-1');
  });
  it('management, licences and directory lose all their providers', () => {
    const lost = (id: string, ...roles: string[]) => {
      for (const provider of providersOf(...roles)) expect(down(id), id).toContain(provider);
    };
    lost('management-loss', 'virtualisation-management', 'connection-broker');
    lost('licence-loss', 'licensing');
    lost('directory-loss', 'directory', 'name-resolution');
  });
  it('the desktops go on for the three days that their licences allow', () => {
    const [later] = impactOf(model, known.graph, failuresOf('licence-loss')).down.filter((d) => d.id === 'desktops');
    expect(later?.after).toBe(3 * 24 * 60);
  });
  it('a compromise says since when, and the whole one leaves no host out', () => {
    const compromises = scenarios.filter((s) => kindsHit(s.id, 'compromised').size > 0);
    for (const { id, data } of compromises) expect([data.since, data.extent], id).not.toContain(undefined);
    expect([...kindsHit('vm-compromise', 'compromised')]).toEqual(['virtualMachine']);
    expect([...kindsHit('host-compromise', 'compromised')]).toEqual(['hypervisor']);
    const whole = failuresOf('farm-compromise').map((f) => f.element);
    for (const element of [...hosts, ...providersOf('virtualisation-management')]) expect(whole).toContain(element);
  });
  it('a compromised management server makes the hosts it manages suspect', () => {
    const { suspect } = impactOf(model, known.graph, failuresOf('management-compromise'));
    expect(suspect.map((s) => s.id)).toEqual(['hv-01', 'hv-02', 'hv-03', 'hv-04']);
  });
  it('theft discloses: an image stops nothing, a host is gone as well', () => {
    expect(failuresOf('image-stolen').map((f) => f.effect)).toEqual(['disclosed']);
    expect(down('image-stolen').size).toBe(0);
    expect([...kindsHit('host-stolen', 'disclosed')]).toEqual(['hypervisor']);
    expect(failuresOf('host-stolen').map((f) => f.effect)).toEqual(['destroyed', 'disclosed']);
  });
  it('data-loss-of-host hits all machines of one host and nothing else', () => {
    const placed = model.of('virtualMachine').filter((vm) => [vm.data.placedOn].flat().includes('hv-04'));
    expect(placed.length).toBeGreaterThan(2);
    expect(failuresOf('data-loss-of-host')).toEqual(
      placed.map((vm) => ({ element: vm.id, effect: 'data-loss' })).sort((a, b) => (a.element < b.element ? -1 : 1)),
    );
  });
  it('force majeure takes a site, and the other one keeps the promise for what cannot wait', () => {
    const [loss] = scenarios.filter((s) => s.id === 'site-loss');
    if (!loss) throw new Error('no site-loss');
    expect([...kindsHit('site-loss', 'destroyed')]).toEqual(['location']);
    const recovery = orderOf(known, scenarioEvent(known, loss));
    const switched = recovery.steps.filter((s) => s.action === 'failover');
    expect(switched.map((s) => s.element).sort()).toEqual(['database', 'erp-service']);
    // Order entry stands still until both are switched over; the alarm comes first.
    const [orderEntry] = model.of('process').filter((p) => p.id === 'order-entry');
    const back = Math.max(...switched.map((s) => s.end)) + (model.policy.alarmTime ?? 0);
    expect(back).toBeLessThanOrEqual(orderEntry?.data.rto ?? 0);
    for (const process of ['order-entry', 'telephone-sales']) expect(down('site-loss')).not.toContain(process);
    const missed = recovery.objectives.filter((o) => o.verdict !== 'met').map((o) => o.element);
    expect(missed).not.toContain('order-entry');
    expect(missed).not.toContain('telephone-sales');
  });
});
