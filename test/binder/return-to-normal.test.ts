import { describe, expect, test } from 'vitest';
import { returnToNormal } from '../../src/binder/sections/return-to-normal.ts';
import { plan } from '../support/plan.ts';
import { composed, inputOf, said, scopeOf } from './support/composed.ts';

const yaml = `drplan: 1
plan:
  name: Test
  activation: {deactivation: [Orders can be entered again], decidedBy: [boss]}
processes:
  orders: {name: Orders, uses: [shop], workaround: {procedure: on-paper}}
  letters: {uses: [mail], workaround: By hand}
servers:
  shop: {dependsOn: [{id: vault, when: serve, bypass: {procedure: break-glass, takes: 10m, wholeTakes: 5m}}], recovery: {restart: {takes: 1h}}}
  vault: {recovery: {restart: {takes: 6h}}}
  mail: {recovery: {restart: {takes: 1h, procedure: start-mail}}}
scenarios:
  vault-lost: {name: The vault is gone, affects: [vault]}
  mail-lost: {name: No mail, affects: [mail]}
roles: {boss: {name: Director, holders: [erik]}}
people: {erik: {name: Erik, phones: [{number: "5"}]}}
procedures:
  on-paper: {title: Orders on paper, action: workaround, owner: boss, returnToNormal: Enter the forms by their numbers}
  break-glass: {title: Use the sealed password, action: bypass}
  start-mail: {title: Start mail, action: restart}
incidentResponse:
  lessonsLearned: {every: 6mo}
  records:
    - {date: 2026-02-03, what: Fire, lessons: [{text: No key, action: A second one, due: 2026-03-01}, {text: Old list, done: 2026-02-05}, {text: No torch}]}
`;

describe('the return to normal', () => {
  const page = said(composed(plan(yaml), [returnToNormal]), 'return-to-normal');

  test('says when it is over, and who decides it under which number', () => {
    expect(page).toContain('The emergency is over when Orders can be entered again');
    expect(page).toContain('Decides that it is over Erik Director 5');
  });

  test('lists temporary measures with how they are ended, or that nobody said', () => {
    expect(page).toContain('Orders on paper used for orders Enter the forms by their numbers Erik 5');
    expect(page).toContain('Use the sealed password used for shop not recorded how it is ended');
    expect(page).not.toContain('Start mail');
  });

  test('says of each scenario what its order leaves to be undone', () => {
    expect(page).toContain('No mail Its order takes no temporary measure.');
  });

  test('lists the ways round that an order takes, and what is made whole after it', () => {
    const locked = plan(`
servers:
  shop: {dependsOn: [{id: vault, bypass: {procedure: break-glass, takes: 10m, wholeTakes: 5m}}]}
  vault: {dependsOn: [shop]}
scenarios: {dark: {name: Dark, affects: [{select: {}}]}}
procedures: {break-glass: {title: Use the sealed password, action: bypass}}
`);
    const dark = said(composed(locked, [returnToNormal]), 'return-to-normal');
    expect(dark).toMatch(/Dark Use the sealed password Make whole shop/);
  });

  test('asks for what was written by hand, process by process', () => {
    expect(page).toMatch(/Forms, from – to Entered by Checked by letters Orders orders /);
  });

  test('keeps open lessons before the eyes', () => {
    expect(page).toContain('Incidents are looked back on every 6 months; last: never.');
    expect(page).toContain('No key 3 Feb 2026 A second one LATE: 1 Mar 2026');
    expect(page).toContain('No torch 3 Feb 2026 not recorded no day is set');
    expect(page).not.toContain('Old list');
  });

  test('of a scenario has only that scenario and what was down in it', () => {
    const reading = plan(yaml);
    const recovery = inputOf(reading).orderOf('mail-lost');
    const one = said(
      composed(reading, [returnToNormal], { recovery, scope: scopeOf('scenario', 'mail-lost') }),
      'return-to-normal',
    );
    expect(one).toContain('No mail');
    expect(one).not.toContain('The vault is gone');
    expect(one).toMatch(/Checked by letters/);
  });

  test('is there in a plan that says nothing, since every emergency ends', () => {
    const bare = said(composed(plan('servers: {shop: {}}'), [returnToNormal]), 'return-to-normal');
    expect(bare).toContain('The emergency is over when none recorded');
    expect(bare).toContain('Decides that it is over nobody named');
  });
});
