import { describe, expect, test } from 'vitest';
import { distribution } from '../../src/binder/sections/distribution.ts';
import { plan } from '../support/plan.ts';
import { composed, rendered, said } from './support/composed.ts';

const yaml = `drplan: 1
plan: {name: Test, owner: boss}
locations: {office: {name: Office, type: site, postalAddress: Hafenstr. 1, access: Key with the guard}, cellar: {type: room}, home: {name: Home of Anna, type: site}}
roles: {boss: {name: Director, holders: [erik, anna]}}
people: {erik: {name: Erik, phones: [{number: "5"}]}, anna: {name: Anna, phones: [{number: "7"}]}}
servers: {shop: {}}
binders:
  red: {title: Emergency binder, audience: [IT], copies: [{number: 1, holder: boss, in: office}, {number: 2, holder: anna, in: home}, {}]}
  blue: {name: Duty card, sections: [emergency-card, call-list]}
documents:
  seals: {name: Sealed envelopes, confidential: true, updated: 2026-10-01, forms: [{form: paper, at: office, by: boss}]}
  wiki: {forms: [{form: electronic, at: shop}]}
  list: {}
`;

describe('the distribution list', () => {
  const binder = composed(plan(yaml), [distribution]);
  const page = said(binder, 'distribution');

  test('says who has which copy, where, and under which number they are reached', () => {
    expect(page).toContain('1 Director Erik 5; Anna 7 Office 2 Anna 7 Home of Anna');
    expect(page).toContain('without a number nobody named no place recorded');
    expect(page).toContain('Duty card blue Contains only: emergency-card, call-list no copies recorded');
  });

  test('says where other papers are, and which are gone with the systems', () => {
    expect(page).toContain('seals (Sealed envelopes) CONFIDENTIAL, as of 1 Oct 2026 paper, Office, Director');
    expect(page).toContain('wiki electronic, shop only electronic: not there when the systems are down');
    expect(page).toContain('list not recorded');
  });

  test('says where these places are and how one gets in', () => {
    expect(page).toContain('Home of Anna not recorded not recorded Office Hafenstr. 1 Key with the guard How copies');
    expect(page).not.toContain('cellar');
  });

  test('has a line to sign for each copy, and some for others', () => {
    const html = rendered(binder, 'distribution');
    const receipts = html.slice(html.indexOf('Acknowledgement'));
    expect(receipts.match(/<tr><td>/g)).toHaveLength(3 + 4);
    expect(receipts).toContain('<code>red 2</code></td><td>Anna</td>');
  });

  test('says to whom a loss is reported', () => {
    expect(page).toContain('Report lost copies and mistakes to Erik Director 5');
  });

  test('is there in a plan without any', () => {
    const bare = said(composed(plan('servers: {shop: {}}'), [distribution]), 'distribution');
    expect(bare).toContain('Who holds which copy none recorded');
    expect(bare).toContain('mistakes to nobody named');
  });
});
