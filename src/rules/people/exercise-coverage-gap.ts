import type { Facts } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Judgement, Rule } from '../rule.ts';

/** Processes of high need that no practised scenario has ever taken down. */
function untried({ model, needs, scenarioImpacts, scenarioPreparedness }: Facts): readonly Node[] {
  const { exercised } = scenarioPreparedness;
  const practised = scenarioImpacts.filter((e) => e.scenario && exercised.has(e.scenario.id));
  if (practised.length === 0) return [];
  return model.nodes.filter(
    (node) =>
      node.kind === 'process' &&
      needs.effective(node.index, 'availability') !== 'normal' &&
      !practised.some((e) => e.isDown(node.id)),
  );
}

export const exerciseCoverageGap: Rule = {
  id: 'exercise-coverage-gap',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary:
    'Every process of high availability need was down in an exercise, and not all exercises were held at a table.',
  why: 'What was practised is what is easy to practise.',
  source: 'DER.4.A10: tests and exercises; DORA RTS 2024/1774 Art. 25 (2): scenarios for all critical functions',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [web], protection: {availability: {need: high, reason: Sales}}} # <--
servers: {web: {}, wiki: {}}
scenarios:
  wiki-lost: {affects: [wiki], actions: [Restore it]}
exercises:
  autumn: # <--
    of: [wiki-lost]
    kind: table-top
    records: [{date: 2026-10-02, result: passed}]
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [web], protection: {availability: {need: high, reason: Sales}}}
servers: {web: {}}
scenarios:
  web-lost: {affects: [web], actions: [Restore it]}
exercises:
  autumn:
    of: [web-lost]
    kind: full
    records: [{date: 2026-10-02, result: passed}]
`,
  *check(facts) {
    for (const process of untried(facts)) {
      yield {
        message: `${process.id} (${facts.needs.effective(process.index, 'availability')} availability) is down in no scenario that was ever practised`,
        hint: 'practise a scenario that takes it down, if only at a table',
        location: { ...process.at, onKey: true },
        element: process.id,
      } satisfies Judgement;
    }
    const held = facts.model.of('exercise').filter((e) => (e.data.records ?? []).some((r) => r.date <= facts.today));
    const [first] = held;
    if (!first || !held.every((e) => e.data.kind === 'table-top')) return;
    yield {
      message: `everything was practised at a table only: ${listed(held.map((e) => e.id))}`,
      hint: 'hold one of kind partial or full: start a system from cold, restore a backup, call everybody at night',
      location: keyOf(first),
      elements: held.map((e) => e.id),
    };
  },
};
