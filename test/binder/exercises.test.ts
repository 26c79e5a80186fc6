import { describe, expect, test } from 'vitest';
import { exercises } from '../../src/binder/sections/exercises.ts';
import { plan } from '../support/plan.ts';
import { composed, said } from './support/composed.ts';

const base = `
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {name: The database is gone, affects: [db]}, fire: {name: Fire, affects: [web]}}
`;
const say = (yaml: string): string => said(composed(plan(`${base}${yaml}`), [exercises]), 'exercises');

describe('the sheet of exercises', () => {
  test('says when each was held, with what result, and when it is due', () => {
    const page = say(`
exercises:
  autumn: {of: [db-lost], kind: full, every: 1y, records: [{date: 2025-10-02, result: failed}, {date: 2024-10-02, result: passed}]}
  spring: {of: [fire], every: 6mo, records: [{date: 2026-09-30, result: passed}]}
  blank: {}
`);
    expect(page).toContain(
      'autumn in full The database is gone 2 Oct 2025, FAILED OVERDUE since 2 Oct 2026 every year',
    );
    expect(page).toContain('spring Fire 30 Sep 2026, passed 30 Mar 2027 every 6 months');
    expect(page).toContain('blank not said what is practised never held DUE NOW');
    expect(page).not.toContain('Scenarios that no exercise');
  });

  test('does not count a day to come as held', () => {
    const page = say('exercises: {autumn: {of: [db-lost], records: [{date: 2026-12-24, result: passed}]}}');
    expect(page).toContain('never held DUE NOW');
    expect(page).toContain('Scenarios that no exercise has practised so far The database is gone Fire');
  });

  test('lists open findings with their day, and not those that are mended', () => {
    const page = say(`
exercises:
  autumn:
    of: [db-lost]
    records:
      - date: 2026-04-02
        findings:
          - {text: The key was missing, action: A second key, due: 2026-06-01}
          - {text: Nobody knew the password}
          - {text: The light failed, action: A torch, due: 2027-01-31}
          - {text: The list was old, due: 2026-06-01, done: 2026-05-20}
`);
    expect(page).toContain('The key was missing autumn , 2 Apr 2026 A second key LATE: 1 Jun 2026');
    expect(page).toContain('Nobody knew the password autumn , 2 Apr 2026 not recorded no day is set');
    expect(page).toContain('A torch 31 Jan 2027');
    expect(page).not.toContain('The list was old');
  });

  test('tells of the handling of incidents', () => {
    expect(say('incidentResponse: {tested: {every: 1y, last: 2024-05-02}}')).toContain(
      'Last held: 2 May 2024, Next due: OVERDUE since 2 May 2025',
    );
  });

  test('is left out where there is nothing to practise', () => {
    expect(composed(plan('servers: {shop: {}}'), [exercises]).leftOut).toEqual(['Exercises']);
  });
});
