import type { Element } from '../../model/model.ts';
import { late } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const contactUnverified: Rule = {
  id: 'contact-unverified',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Every contact was tried within the interval of the policy; without one, within a year.',
  why: 'The number belongs to the one who left in spring.',
  source: 'ISO 27002 backup workflow, task 12: staff turnover; NIS2 4.1.2 (c): key contacts; DER.4.A1',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}]} # <--
  ben: {phones: [{kind: mobile, number: "2", verified: 2024-03-01}]} # <--
roles:
  caretaker: {phones: [{kind: mobile, number: "4"}]} # <--
suppliers:
  nordnet: {contacts: [{name: Fault desk, phone: "3"}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}], verified: 2026-09-01}
  ben: {phones: [{kind: mobile, number: "2", verified: 2026-09-01}]}
roles:
  caretaker: {phones: [{kind: mobile, number: "4", verified: 2026-09-01}]}
suppliers:
  nordnet: {contacts: [{name: Fault desk, phone: "3", verified: 2026-09-01}]}
`,
  *check(facts) {
    const { model } = facts;
    const due = new Map(late(facts, 'contact-check').map((d) => [d.element, d]));
    const every = [...due.values()][0]?.every?.text;
    const lack = {
      one: ({ id }: Element): string => {
        const last = due.get(id)?.last;
        return last === undefined
          ? 'was never tried as a contact'
          : `was last tried on ${last}, more than ${every} ago`;
      },
      many: `were not tried as contacts within ${every}`,
      hint: 'call, correct the number, then write verified: DATE',
    };
    const onDuty = model.of('role').filter((role) => role.data.phones?.length);
    yield* missing<Element>([...model.of('person'), ...onDuty, ...model.of('supplier')], lack, ({ id }) => due.has(id));
  },
};
