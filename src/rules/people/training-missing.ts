import { topicsLacking } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const trainingMissing: Rule = {
  id: 'training-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Everybody who fills a role was trained in what the role needs, and in something at the least.',
  why: 'The plan counts on the deputy, and the deputy learns it from the plan, in the night.',
  source: 'M 6.138: trained personnel; DORA RTS 2024/1774 Art. 26 (2) (e); NIS2 Implementing Regulation 8.2',
  bad: `
drplan: 1
plan: {name: Office}
roles: {backup-admin: {holders: [anna, ben], needs: [restore]}}
people:
  anna: {phones: [{kind: mobile, number: "1"}]} # <--
  ben: {trainings: [{topic: first aid, date: 2026-02-01}], phones: [{kind: mobile, number: "2"}]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {backup-admin: {holders: [anna, ben], needs: [restore]}}
people:
  anna: {trainings: [{topic: restore, date: 2026-02-01}], phones: [{kind: mobile, number: "1"}]}
  ben: {trainings: [{topic: restore, date: 2026-02-01}], phones: [{kind: mobile, number: "2"}]}
`,
  *check({ model, roleStaffing }) {
    const lacking = topicsLacking(model, roleStaffing);
    const named = (person: Element<'person'>): readonly string[] => (lacking.get(person) ?? []).filter(Boolean);
    const lack = {
      one: (person: Element<'person'>) =>
        named(person).length > 0
          ? `fills a role that needs training in ${listed(named(person))}, and has had none`
          : 'fills a role and has had no training',
      many: 'fill a role and have not had the training it needs',
      hint: 'train them, then add trainings: [{topic: TOPIC, date: DATE, validFor: 2y}]',
    };
    yield* missing([...lacking.keys()], lack, (person) => (lacking.get(person) ?? []).length > 0);
  },
};
