import { describe, expect, it } from 'vitest';
import { facts, plan } from '../support/plan.ts';

const reading = plan(`
locations: {office: {type: site}, cellar: {type: room, in: office}, home: {type: site}}
facilities: {grid: {type: power-feed}}
servers: {mail-1: {in: cellar}, mail-2: {in: home}, wiki: {in: cellar}}
services:
  mail: {role: mail, providers: [mail-1, mail-2]}
  switched: {role: other, providers: [mail-1, mail-2], failover: {takes: 20m}}
scenarios:
  mail-lost: {affects: [mail-1]}
  fire: {affects: [{id: office, effect: destroyed}]}
  theft: {affects: [{id: wiki, effect: disclosed}]}
`);
const events = facts(reading).scenarioImpacts;
const event = (name: string) => events.find((e) => e.name === name);

describe('what scenarios take down', () => {
  it('is known for the cold start and each scenario', () => {
    expect(events.map((e) => e.name)).toEqual(['the cold start', 'fire', 'mail-lost', 'theft']);
    expect(event('the cold start')?.scenario).toBeUndefined();
  });
  it('leaves places standing in a cold start, and takes them in a fire', () => {
    expect(event('the cold start')?.isDown('cellar')).toBe(false);
    expect(event('the cold start')?.isDown('wiki')).toBe(true);
    expect(event('the cold start')?.isDown('grid')).toBe(false);
    expect(event('fire')?.isDown('cellar')).toBe(true);
    expect(event('fire')?.isDown('home')).toBe(false);
  });
  it('counts as down what stands still until it is switched over', () => {
    expect(event('mail-lost')?.isDown('mail')).toBe(false);
    expect(event('mail-lost')?.isDown('switched')).toBe(true);
  });
  it('takes nothing down where something is only disclosed', () => {
    expect(['mail', 'wiki', 'cellar'].filter((id) => event('theft')?.isDown(id))).toEqual([]);
  });
  it('says what of a dependsOn is lost: with alternatives only when too few are left', () => {
    const lost = (dependsOn: unknown) => event('mail-lost')?.lost(dependsOn);
    expect(lost(undefined)).toEqual([]);
    expect(lost(['mail-1'])).toEqual(['mail-1']);
    expect(lost([{ anyOf: ['mail-1', 'mail-2'] }])).toEqual([]);
    expect(lost([{ atLeast: 2, of: ['mail-1', 'mail-2'] }])).toEqual(['mail-1']);
    expect(lost([{ id: 'mail-1', when: 'later' }, 'wiki'])).toEqual([]);
    expect(lost('mail-1')).toEqual(['mail-1']);
  });
});
