import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const binderStorageUnspecified: Rule = {
  id: 'binder-storage-unspecified',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'For every printed copy, and every paper that not everybody may see, it is known where it is kept.',
  why: 'It is in the building, says the one who is on holiday.',
  source: 'M 6.138: the documents must be accessible to authorised persons, and they must be kept safe',
  bad: `
drplan: 1
plan: {name: Office}
roles: {admin: {count: 2}}
documents:
  envelope:
    kind: key
    confidential: true
    forms:
      - {form: paper, by: admin} # <--
binders:
  red:
    title: Emergency binder
    copies:
      - {number: 1, holder: admin} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {count: 2}}
documents:
  envelope: {kind: key, confidential: true, forms: [{form: paper, at: office, by: admin}]}
binders:
  red: {title: Emergency binder, copies: [{number: 1, holder: admin, in: office}]}
`,
  *check({ model }) {
    for (const binder of model.of('binder')) {
      for (const [i, copy] of (binder.data.copies ?? []).entries()) {
        if (copy.in !== undefined) continue;
        yield {
          message: `it is not said where copy ${copy.number ?? i + 1} of ${binder.id} is kept`,
          hint: 'add in: PLACE',
          location: fieldOf(binder, 'copies', i),
          element: binder.id,
        };
      }
    }
    for (const document of model.of('document').filter((d) => d.data.confidential === true)) {
      for (const [i, { form, at }] of (document.data.forms ?? []).entries()) {
        if (form === 'electronic' || at !== undefined) continue;
        yield {
          message: `${document.id} is confidential, and it is not said where its ${form === 'paper' ? 'paper' : 'offline medium'} is kept`,
          hint: 'add at: PLACE, a safe or a locked cabinet',
          location: fieldOf(document, 'forms', i),
          element: document.id,
        };
      }
    }
  },
};
