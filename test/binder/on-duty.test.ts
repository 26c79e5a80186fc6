import { expect, test } from 'vitest';
import { activation } from '../../src/binder/sections/activation.ts';
import { callList } from '../../src/binder/sections/call-list.ts';
import { emergencyCard } from '../../src/binder/sections/emergency-card.ts';
import { plan } from '../support/plan.ts';
import { composed, said } from './support/composed.ts';

const facts = plan(`drplan: 1
plan: {name: Plan, activation: {decidedBy: [guard, boss]}}
roles:
  guard: {name: Guard at the gate, count: 2, phones: [{kind: mobile, number: "+49 171 900", verified: 2026-10-01}]}
  boss: {name: Boss, holders: [anna]}
  cleaner: {name: Cleaner, count: 1}
people: {anna: {name: Anna, phones: [{kind: mobile, number: "+49 171 100"}]}}
`);

test('a role with a number of its own is called under it, though nobody is named', () => {
  const paper = composed(facts, [activation, callList, emergencyCard]);
  expect(said(paper, 'activation')).toMatch(
    /Guard at the gate whoever is on duty \+49 171 900.*Anna Boss \+49 171 100/s,
  );
  const list = said(paper, 'call-list');
  expect(list).toMatch(/Whoever is on duty.*Guard at the gate guard \+49 171 900 mobile, last tried 1 Oct 2026/s);
  expect(list).not.toContain('Cleaner');
  expect(said(paper, 'emergency-card')).toMatch(/Guard at the gate.*\+49 171 900.*Anna/s);
});
