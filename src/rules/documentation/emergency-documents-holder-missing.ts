import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const emergencyDocumentsHolderMissing: Rule = {
  id: 'emergency-documents-holder-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Every printed copy and every paper that is needed in an emergency has a holder who can be called.',
  why: 'The cabinet is locked, and nobody knows who has the key.',
  source: 'M 6.138: accessible to authorised persons; are documents and suitable personnel available?',
  bad: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {holders: []}}
documents:
  envelope:
    kind: key
    forms:
      - {form: paper, at: office} # <--
binders:
  red:
    title: Emergency binder
    copies:
      - {number: 1, in: office} # <--
      - {number: 2, in: office, holder: admin} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {office: {type: site}}
roles: {admin: {count: 2}}
documents:
  envelope: {kind: key, forms: [{form: paper, at: office, by: admin}]}
binders:
  red: {title: Emergency binder, copies: [{number: 1, in: office, holder: admin}]}
`,
  *check({ model, roleStaffing }) {
    const isNobody = (id: string): boolean => {
      const role = model.of('role').find((r) => r.id === id);
      return role !== undefined && roleStaffing.filledBy(role) === 0;
    };
    for (const binder of model.of('binder')) {
      for (const [i, { number, holder }] of (binder.data.copies ?? []).entries()) {
        if (holder !== undefined && !isNobody(holder)) continue;
        yield {
          message: `copy ${number ?? i + 1} of ${binder.id} has no holder${holder === undefined ? '' : `: nobody fills ${holder}`}`,
          hint: holder === undefined ? 'add holder: ROLE' : `name holders of ${holder}, or another holder`,
          location: fieldOf(binder, 'copies', i),
          element: binder.id,
        };
      }
    }
    for (const document of model.of('document')) {
      for (const [i, { form, by }] of (document.data.forms ?? []).entries()) {
        if (form === 'electronic' || (by !== undefined && !isNobody(by))) continue;
        yield {
          message: `nobody holds ${document.id} ${form === 'paper' ? 'on paper' : 'on its offline medium'}${by === undefined ? '' : `: nobody fills ${by}`}`,
          hint: by === undefined ? 'add by: ROLE' : `name holders of ${by}, or another holder`,
          location: fieldOf(document, 'forms', i),
          element: document.id,
        };
      }
    }
  },
};
