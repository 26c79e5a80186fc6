import { describe, expect, test } from 'vitest';
import { trainings } from '../../src/binder/sections/trainings.ts';
import { plan } from '../support/plan.ts';
import { composed, inLanguage, said } from './support/composed.ts';

const yaml = `
policy: {training: {every: 2y}}
roles:
  backup-admin: {name: Backup team, holders: [anna, ben, carl], needs: [restore, Emergency plan], skills: [linux]}
  guard: {holders: [dora]}
  night-shift: {name: Night shift, count: 3, needs: [alarm]}
people:
  anna: {name: Anna, skills: [Linux], trainings: [{topic: Restore, date: 2026-02-01, validFor: 1y}, {topic: emergency plan}]}
  ben: {name: Ben, skills: [linux], trainings: [{topic: restore, date: 2020-02-01}, {topic: emergency plan, date: 2026-02-01}, {topic: first aid, date: 2026-03-01}]}
  carl: {name: Carl}
  dora: {name: Dora}
  emil: {name: Emil}
`;

describe('the sheet of trainings', () => {
  const page = said(composed(plan(yaml), [trainings]), 'trainings');
  const missing = page.slice(page.indexOf('What is missing'), page.indexOf('Who needs what'));

  test('says what everybody lacks, by the need of the roles, whatever the case of the topic', () => {
    expect(missing).not.toContain('Anna');
    expect(missing).toContain('Ben restore: ran out on 1 Feb 2022');
    expect(missing).toContain('Carl restore: never trained Emergency plan: never trained linux: a skill that');
    expect(missing).toContain('Dora has had no training at all');
    expect(missing).toContain('Night shift, 3 holders without a name alarm: nobody knows');
    expect(page).not.toContain('Emil');
  });

  test('says until when each training counts', () => {
    expect(page).toContain('it is repeated every 2 years');
    expect(page).toContain('Anna Backup team restore: 1 Feb 2027 Emergency plan: for good');
    expect(page).toContain('restore: EXPIRED 1 Feb 2022 Emergency plan: 1 Feb 2028 besides: first aid (1 Mar 2028)');
    expect(page).toContain('restore: MISSING');
  });

  test('speaks German', () => {
    const german = said(composed(inLanguage(plan(yaml), 'de'), [trainings]), 'trainings');
    expect(german).toContain('Ben restore: abgelaufen am 01.02.2022');
    expect(german).toContain('wird sie alle 2 Jahre wiederholt');
  });

  test('is left out where nobody is named', () => {
    expect(composed(plan('servers: {shop: {}}'), [trainings]).leftOut).toEqual(['Trainings']);
  });
});
