import type { Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** What was changed after that day. */
const changedSince = ({ model }: Facts, ids: readonly string[], day: string): readonly string[] =>
  ids.filter((id) => {
    const { lastChanged } = (model.elements.get(id)?.data ?? {}) as { readonly lastChanged?: string };
    return (lastChanged ?? '') > day;
  });

/** Documents but those on configurations, which have a rule of their own, and procedures: each with its day. */
function* dated(facts: Facts): Generator<readonly [Element, string, string | undefined, readonly string[]]> {
  for (const document of facts.model.of('document')) {
    if (document.data.kind === 'configuration') continue;
    yield [document, 'updated', document.data.updated, facts.configurationDocuments.subjects(document)];
  }
  for (const procedure of facts.model.of('procedure')) {
    yield [procedure, 'lastVerified', procedure.data.lastVerified, procedure.data.about ?? []];
  }
}

export const docOlderThanChange: Rule = {
  id: 'doc-older-than-change',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'No document and no procedure is older than the last change of what it is about.',
  why: 'The steps fit the old release; the new one asks a question that nobody expects.',
  source: 'ISO 27002 backup workflow, task 12: staff turnover, requirements and upgrades call for updates; NIS2 4.1.4',
  bad: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db], lastChanged: 2026-10-01}, db: {}}
documents:
  picture:
    kind: diagram
    about: [web, db]
    updated: 2026-03-01 # <--
procedures:
  start-web:
    title: Start the web server
    about: [web]
    lastVerified: 2026-05-01 # <--
    steps: [{do: Switch it on}]
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {web: {dependsOn: [db], lastChanged: 2026-10-01}, db: {}}
documents:
  picture: {kind: diagram, about: [web, db], updated: 2026-10-01}
procedures:
  start-web: {title: Start the web server, about: [web], lastVerified: 2026-10-03, steps: [{do: Switch it on}]}
`,
  *check(facts) {
    for (const [element, field, day, subjects] of dated(facts)) {
      const changed = day === undefined ? [] : changedSince(facts, subjects, day);
      if (changed.length === 0) continue;
      yield {
        message: `${element.id} is of ${day}; since then changed: ${listed(changed)}`,
        label: 'older than the change',
        hint: `check whether it still holds, mend it and its printed copies, then write the day as ${field}`,
        location: fieldOf(element, field),
        element: element.id,
      };
    }
  },
};
