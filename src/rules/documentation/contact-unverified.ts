import type { Period } from '../../inventory/index.ts';
import { isOverdue } from '../due.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

const yearly: Period = { months: 12, minutes: 0, text: '1y' };

const newest = (dates: readonly (string | undefined)[]): string | undefined =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

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
suppliers:
  nordnet: {contacts: [{name: Fault desk, phone: "3"}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "1"}], verified: 2026-09-01}
  ben: {phones: [{kind: mobile, number: "2", verified: 2026-09-01}]}
suppliers:
  nordnet: {contacts: [{name: Fault desk, phone: "3", verified: 2026-09-01}]}
`,
  *check({ model, today }) {
    const every = model.policy.review?.contacts ?? yearly;
    const words = (last: string | undefined): string =>
      last === undefined ? 'was never tried as a contact' : `was last tried on ${last}, more than ${every.text} ago`;
    const lack = {
      many: `were not tried as contacts within ${every.text}`,
      hint: 'call, correct the number, then write verified: DATE',
    };
    const tried = new Map<unknown, string | undefined>([
      ...model
        .of('person')
        .map((p) => [p, newest([p.data.verified, ...(p.data.phones ?? []).map((x) => x.verified)])] as const),
      ...model.of('supplier').map((s) => [s, newest((s.data.contacts ?? []).map((c) => c.verified))] as const),
    ]);
    yield* missing(
      [...model.of('person'), ...model.of('supplier')],
      { ...lack, one: (element) => words(tried.get(element)) },
      (element) => isOverdue(tried.get(element), every, today),
    );
  },
};
