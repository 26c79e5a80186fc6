import type { EventImpact } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Whether no form of a document can be had in an event; what somebody holds at an unknown place can. */
const isGone = ({ data }: Element<'document'>, { isDown }: EventImpact): boolean =>
  (data.forms ?? []).length > 0 && (data.forms ?? []).every(({ at }) => at !== undefined && isDown(at));

export const configurationDocUnreachable: Rule = {
  id: 'configuration-doc-unreachable',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'In every emergency in which a system is down, a document on its configuration can still be read.',
  why: 'How the file server is set up stands in a file on the file server.',
  source: 'M 6.138: the system configuration must be available to administrators at all times',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [files]}, files: {}}
documents:
  settings: {kind: configuration, about: [web, files], forms: [{form: electronic, at: files}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
servers: {web: {dependsOn: [files]}, files: {}}
documents:
  settings: {kind: configuration, about: [web, files], forms: [{form: electronic, at: files}, {form: paper, at: office}]}
`,
  *check({ configurationDocuments, scenarioImpacts }) {
    const found = new Map<Element<'document'>, { systems: Set<string>; events: Set<EventImpact> }>();
    for (const event of scenarioImpacts) {
      for (const { id } of configurationDocuments.systems) {
        const documents = configurationDocuments.of(id);
        if (documents.length === 0 || !event.isDown(id) || !documents.every((d) => isGone(d, event))) continue;
        for (const document of documents) {
          const known = found.get(document) ?? { systems: new Set(), events: new Set() };
          found.set(document, { systems: known.systems.add(id), events: known.events.add(event) });
        }
      }
    }
    for (const [document, { systems, events }] of found) {
      const where = [...new Set((document.data.forms ?? []).map((form) => form.at as string))];
      yield {
        message: `${document.id} cannot be read in ${listed([...events].map((e) => e.name))}: it is only at ${listed(where)}, which ${where.length === 1 ? 'is' : 'are'} lost then together with ${listed([...systems])}`,
        hint: 'keep it on paper or an offline medium at another place too: forms: [{form: paper, at: PLACE, by: ROLE}]',
        location: keyOf(document),
        element: document.id,
        elements: [document.id, ...systems],
      };
    }
  },
};
