import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const communicationRedundancyMissing: Rule = {
  id: 'communication-redundancy-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2'],
  summary: 'There are at least two kinds of channels to reach each other in an emergency.',
  why: 'The telephones are what has failed.',
  source: 'NIS2 Implementing Regulation 4.2.4 (d): redundancy of communication channels',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
channels:
  desk-phones: {kind: phone} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {dependsOn: [db]}, db: {}}
channels:
  desk-phones: {kind: phone}
  radios: {kind: radio}
`,
  *check({ model }) {
    const channels = model.of('channel');
    const kinds = new Set(channels.map((c) => c.data.kind));
    const [first] = channels;
    if (kinds.size >= 2) return;
    if (first) {
      yield {
        message: `${first.id} is the only kind of channel in the plan`,
        hint: 'add another: radio, messenger, notice board',
        location: keyOf(first),
        element: first.id,
      };
    } else if (model.planAt && model.of('person').length > 0) {
      yield {
        message: 'the plan names no channel to reach each other',
        hint: 'add two of different kinds under channels',
        location: { ...model.planAt, onKey: true },
      };
    }
  },
};
