import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const mandatoryScenarioMissing: Rule = {
  id: 'mandatory-scenario-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'A scenario answers every emergency of the catalogue that can happen to this plan.',
  why: 'The emergency that nobody thought of is thought about for the first time at night, by whoever is on duty.',
  source:
    'M 6.138: at least these emergencies should be considered; its list is missing, the catalogue is derived by drplan from its other demands',
  bad: `
drplan: 1
plan: {name: Office} # <--
servers:
  web: {dependsOn: [directory]}
  dc: {}
services: {directory: {role: directory, providers: [dc]}}
scenarios:
  update: {affects: [web], actions: [Take it back], covers: [bsi-m-6-138/software-fault]}
  stolen: {affects: [dc], actions: [Restart it], covers: [bsi-m-6-138/image-theft]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {dependsOn: [directory]}
  dc: {}
services: {directory: {role: directory, providers: [dc]}}
scenarios:
  update: {affects: [web], actions: [Take it back], covers: [bsi-m-6-138/software-fault]}
  no-logins: {affects: [dc], actions: [Restart it], covers: [bsi-m-6-138/directory-failure]}
  fire: {affects: [{select: {}, effect: destroyed}], actions: [Rent servers], covers: [bsi-m-6-138/force-majeure]}
`,
  *check({ model, catalogueCoverage: { missing, unfit } }) {
    for (const { scenario, entry, at } of unfit) {
      yield {
        message: `${scenario} covers "${entry.title}", but nothing in it has the effect ${entry.effects.join(' or ')}`,
        hint: `say in affects what happens, as in {id: ID, effect: ${entry.effects[0]}}, or take the entry out of covers`,
        location: at,
        element: scenario,
      };
    }
    const [first] = missing;
    if (!first || !model.planAt) return;
    const ids = missing.map((entry) => entry.id);
    yield {
      message: `${ids.length} ${ids.length === 1 ? 'emergency' : 'emergencies'} of the catalogue ${ids.length === 1 ? 'has' : 'have'} no scenario: ${listed(ids, ids.length)}`,
      hint: `write a scenario for each and name it there, as in covers: [${first.id}]: ${first.title.toLowerCase()}. What cannot happen here: waive this rule with the reason`,
      location: { ...model.planAt, onKey: true },
    };
  },
};
