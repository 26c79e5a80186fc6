import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** The ways to reach somebody: each number once, and mail. */
const ways = ({ data }: Element<'person'>): number =>
  new Set((data.phones ?? []).map((p) => p.number.replace(/[\s/-]/g, ''))).size + (data.mail === undefined ? 0 : 1);

export const contactSingleChannel: Rule = {
  id: 'contact-single-channel',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Everybody can be reached in two ways at the least.',
  why: 'The mobile lies on the kitchen table with an empty battery.',
  source: 'DER.4.A1: contact information in the emergency handbook; NIS2 4.1.2 (c): key contacts and channels',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "+49 30 5550 101"}]} # <--
  ben: {mail: ben@office.example} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {phones: [{kind: mobile, number: "+49 30 5550 101"}, {kind: home, number: "+49 30 5550 102"}]}
  ben: {phones: [{kind: mobile, number: "+49 30 5550 103"}], mail: ben@office.example}
`,
  *check({ model }) {
    const lack = {
      one: (person: Element<'person'>) =>
        ways(person) === 0 ? 'cannot be reached: no telephone and no mail' : 'can be reached in one way only',
      many: 'can be reached in one way only, or in none',
      hint: 'add a second number under phones, or mail',
    };
    yield* missing(model.of('person'), lack, (person) => ways(person) < 2);
  },
};
