import type { Element } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const groupMembersUnequal: Rule = {
  id: 'group-members-unequal',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Members of one farm, and providers of one service, have the same need for confidentiality and integrity.',
  why: 'Whoever stands in must be protected like the one it replaces; the weaker one is found when it matters.',
  source: 'BSI-Standard 200-2 §8.1.1: objects of a group have the same protection needs',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  pay: {uses: [db-1], protection: {confidentiality: {need: high, reason: Wages}}}
services:
  db: # <--
    providers: [db-1, db-2]
servers: {db-1: {}, db-2: {}}
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  pay: {uses: [db], protection: {confidentiality: {need: high, reason: Wages}}}
services:
  db:
    providers: [db-1, db-2]
servers: {db-1: {}, db-2: {}}
`,
  *check({ model, needs }) {
    for (const node of model.nodes) {
      const data = node.data as { providers?: readonly string[]; members?: readonly string[] };
      const members = (data.members ?? data.providers ?? []).flatMap((id) => model.node(id) ?? []);
      // Of availability, those that are needed elsewhere too may need more.
      for (const objective of ['confidentiality', 'integrity'] as const) {
        const levels = new Set(members.map((m) => needs.effective(m.index, objective)));
        if (levels.size < 2) continue;
        const said = members.map((m) => `${m.id} ${needs.effective(m.index, objective)}`);
        yield {
          message: `${node.id} relies on elements with different ${objective}: ${listed(said)}`,
          hint: `see: drplan protection-needs ${members[0]?.id}; state the need at ${node.id}, or decide why they differ`,
          location: keyOf(node as Element),
          element: node.id,
        };
      }
    }
  },
};
