import { describe, expect, test } from 'vitest';
import { workarounds } from '../../src/binder/sections/workarounds.ts';
import { readExample } from '../support/example.ts';
import { plan } from '../support/plan.ts';
import { composed, inputOf, said, scopeOf } from './support/composed.ts';

const yaml = `
processes:
  letters: {name: Letters, uses: [mail], mtpd: 3d, workaround: Write by hand}
  orders:
    name: Orders
    uses: [shop]
    owner: sales
    mtpd: 8h
    minimumLevel: Two desks
    workaround: {description: Take orders on paper, procedure: on-paper, lasts: 2h}
  archive: {uses: [mail], highAvailability: {decision: It may wait a month}}
  chat: {uses: [mail]}
servers:
  shop: {recovery: {restart: {takes: 5h}}, dependsOn: [{id: vault, when: start, bypass: {procedure: break-glass, takes: 10m}}]}
  mail: {recovery: {restart: {takes: 30m}}}
  vault: {}
roles: {sales: {name: Head of sales, holders: [anna, ben]}}
people: {anna: {name: Anna, phones: [{number: "1"}]}, ben: {name: Ben, phones: [{number: "2"}]}}
procedures:
  on-paper: {title: Orders on paper, action: workaround, steps: [{do: Take a form}]}
  break-glass: {title: Use the sealed password, action: bypass, steps: [{do: Open envelope 7}]}
  fax: {title: Send by fax, action: workaround, about: [mail], steps: [{do: Switch on the fax}]}
`;

describe('the sheets of workarounds', () => {
  const binder = composed(plan(yaml), [workarounds]);
  const page = said(binder, 'workarounds');

  test('say what is done, how long, how much of it, by whom under which number; the most urgent first', () => {
    expect(page).toContain('What is done instead: Take orders on paper Step by step: Orders on paper');
    expect(page).toContain('Can be borne for 2 h Least that must work Two desks');
    expect(page).toContain('Anna Head of sales 1 Ben Head of sales (deputy 1) 2');
    expect(binder.sections[0]?.entries.map((e) => e.title)).toEqual(['Orders', 'Letters', 'mail']);
  });

  test('warn where the order brings it back later than it can be borne', () => {
    expect(page).toMatch(/borne for 2 h, the order brings it back only after 5 h/);
    expect(page.match(/Decide early/g)).toHaveLength(1);
  });

  test('name the processes without one, and what was decided', () => {
    expect(page).toContain('archive : decided: It may wait a month');
    expect(page).toContain('chat : work stops until it is back');
  });

  test('tell the ways round missing technology', () => {
    expect(page).toContain('Use the sealed password vault → shop 10 min');
  });

  test('of a scenario has what is down in it', () => {
    const reading = plan(`${yaml}scenarios: {no-mail: {name: No mail, affects: [mail]}}`);
    const recovery = inputOf(reading).orderOf('no-mail');
    const scope = scopeOf('scenario', 'no-mail');
    const page = said(composed(reading, [workarounds], { recovery, scope }), 'workarounds');
    expect(page).toContain('Write by hand');
    expect(page).toContain('By the order for: No mail back after 30 min');
    expect(page).not.toContain('Take orders on paper');
  });

  test('of the example begin with what can be borne for the shortest time', () => {
    const page = said(composed(readExample('two-sites'), [workarounds]), 'workarounds');
    expect(page).toContain('Orders on paper forms; entered afterwards.');
    expect(page.indexOf('Orders on paper forms')).toBeLessThan(page.indexOf('Urgent payments by the web page'));
  });

  test('of an element has what is about it', () => {
    const one = said(composed(plan(yaml), [workarounds], { scope: scopeOf('element', 'letters') }), 'workarounds');
    expect(one).toContain('Write by hand');
    expect(one).not.toContain('Take orders on paper');
  });

  test('are left out where there is no process', () => {
    expect(composed(plan('servers: {shop: {}}'), [workarounds]).leftOut).toEqual(['Workarounds']);
  });
});
