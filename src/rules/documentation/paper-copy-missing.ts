import { missing } from '../missing.ts';
import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** What people work from in an emergency; a key or a contract is something else. */
const worked = new Set(['configuration', 'concept', 'emergency-plan', 'diagram', undefined]);

export const paperCopyMissing: Rule = {
  id: 'paper-copy-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Documents and instructions exist on paper: every document has a paper form, every binder a copy.',
  why: 'The plan against power cuts is opened on a screen.',
  source: 'M 6.96: by no means exclusively electronic; instructions for action should also exist in paper form',
  bad: `
drplan: 1
plan: {name: Office}
servers: {files: {dependsOn: [db]}, db: {}}
documents:
  concept: {kind: concept, forms: [{form: electronic, at: files}]} # <--
binders:
  red: {title: Emergency binder} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {count: 2}}
servers: {files: {dependsOn: [db]}, db: {}}
documents:
  concept: {kind: concept, forms: [{form: electronic, at: files}, {form: paper, at: office, by: admin}]}
binders:
  red: {title: Emergency binder, copies: [{number: 1, holder: admin, in: office}]}
`,
  *check({ model }) {
    const documents = model.of('document').filter((d) => worked.has(d.data.kind));
    const lack = {
      one: 'is not on paper',
      many: 'are not on paper',
      hint: 'print it and write forms: [{form: paper, at: PLACE, by: ROLE}]',
    };
    yield* missing(documents, lack, (d) => !d.data.forms?.some((f) => f.form === 'paper'));
    const binders = model.of('binder');
    for (const binder of binders.filter((b) => !b.data.copies?.length)) {
      yield {
        message: `${binder.id} has no printed copy`,
        hint: 'print it and write copies: [{number: 1, holder: ROLE, in: PLACE}]',
        location: keyOf(binder),
        element: binder.id,
      };
    }
    if (binders.length > 0 || model.of('procedure').length === 0 || !model.planAt) return;
    yield {
      message: 'the plan has instructions and no binder in which they are printed',
      hint: 'add binders: {ID: {title: …, copies: [{number: 1, holder: ROLE, in: PLACE}]}} and print it',
      location: { ...model.planAt, onKey: true },
    };
  },
};
