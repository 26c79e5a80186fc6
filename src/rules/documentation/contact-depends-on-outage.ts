import type { EventImpact, Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** The events in which no telephone of a person rings: each of them needs something that is down then. */
const deafIn = ({ scenarioImpacts }: Facts, { data }: Element<'person'>): readonly EventImpact[] => {
  const phones = data.phones ?? [];
  if (phones.length === 0) return [];
  return scenarioImpacts.filter((event) => phones.every(({ via }) => via !== undefined && event.isDown(via)));
};

export const contactDependsOnOutage: Rule = {
  id: 'contact-depends-on-outage',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'In every emergency of the plan everybody has a telephone that still rings.',
  why: 'All numbers of the call list begin with the same three digits: those of the call server that has failed.',
  source: 'DER.4.A1: contact information; NIS2 4.2.4 (d); computed for the cold start and all scenarios of the plan',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
services: {telephony: {role: telephony, providers: [pbx]}}
people:
  anna: {phones: [{kind: desk, number: "101", via: telephony}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
services: {telephony: {role: telephony, providers: [pbx]}}
people:
  anna: {phones: [{kind: desk, number: "101", via: telephony}, {kind: mobile, number: "+49 30 5550 101"}]}
`,
  *check(facts) {
    const { model } = facts;
    const events = new Map(model.of('person').map((person) => [person, deafIn(facts, person)]));
    const vias = ({ data }: Element<'person'>): readonly string[] => [
      ...new Set((data.phones ?? []).flatMap(({ via }) => via ?? [])),
    ];
    const lack = {
      one: (person: Element<'person'>) =>
        `cannot be called in ${listed((events.get(person) ?? []).map((e) => e.name))}: every telephone needs ${listed(vias(person))}`,
      many: 'cannot be called in the cold start or in a scenario: every telephone needs something that is down then',
      hint: 'add a number that rings without it: mobile, home; keep via only at those that need it',
    };
    yield* missing(model.of('person'), lack, (person) => (events.get(person) ?? []).length > 0);
  },
};
