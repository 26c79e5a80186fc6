import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/pipeline.ts';
import { facts, plan } from '../support/plan.ts';

const base = `
facilities: {feed: {type: power-feed}, ups: {type: ups, poweredBy: [feed]}}
networkDevices: {switch: {}}
storage: {san: {connectedTo: [switch]}}
hypervisors: {hv: {connectedTo: [switch], poweredBy: [ups]}}
virtualMachines: {vm: {runsOn: hv}, on-san: {runsOn: hv, storedOn: [san]}}
applications: {app: {runsOn: [vm], recovery: {restart: {takes: 1m}}}}
`;
const restarted = (...ids: string[]): string[] => {
  const known = facts(plan(base));
  const failed = ids.map((element) => ({ element, effect: 'outage' as const }));
  return orderOf(known, { id: null, name: 'x', failed })
    .steps.map((s) => s.element)
    .sort();
};

describe('what has to be started again', () => {
  it('is not what runs on a host that merely waits for its network, but what cannot reach its store', () => {
    expect(restarted('switch')).toEqual(['on-san', 'switch']);
  });
  it('is all that ran on a host that has stopped, over as many links as there are', () => {
    expect(restarted('hv')).toEqual(['app', 'hv', 'on-san', 'vm']);
    expect(restarted('ups')).toEqual(['app', 'hv', 'on-san', 'ups', 'vm']);
  });
});
