import type { RuleCase } from './rule-case.ts';

export const documentation: readonly RuleCase[] = [
  { rule: 'binder-only-one-site', on: 'bad', change: 'binders: {red-2: {}}', finds: ['warning red'] },
  { rule: 'binder-only-one-site', on: 'bad', change: 'locations: {office: null}', finds: [] },
  {
    rule: 'binder-storage-unspecified',
    on: 'bad',
    change: 'binders: {red-2: {}}\ndocuments: {envelope: {forms: null}}',
    finds: ['warning red'],
  },
  {
    rule: 'binder-storage-unspecified',
    on: 'bad',
    change: 'documents: {envelope: {confidential: null}}',
    finds: ['warning red'],
  },
  { rule: 'config-offline-copy-missing', on: 'bad', change: 'documents: {settings-2: {}}', finds: ['info settings'] },
  {
    rule: 'configuration-doc-outdated',
    on: 'good',
    change: 'documents: {settings-2: {}, settings: {updated: null}}',
    finds: ['warning settings'],
  },
  {
    rule: 'configuration-doc-outdated',
    on: 'bad',
    change: 'servers: {db: null}',
    finds: ['warning db-settings', 'warning web-settings'],
  },
  {
    rule: 'configuration-doc-outdated',
    on: 'good',
    change: 'documents: {settings: {updated: 2026-11-22}}\nservers: {web: {lastChanged: 2026-11-22}}',
    finds: [],
  },
  { rule: 'configuration-doc-unreachable', on: 'bad', change: 'documents: {settings: {forms: []}}', finds: [] },
  {
    rule: 'configuration-doc-unreachable',
    on: 'bad',
    change:
      'documents: {settings: {forms: [{form: electronic}]}, settings-2: {kind: configuration, about: [web, files], forms: [{form: electronic, at: files}]}}',
    finds: [],
  },
  { rule: 'contact-depends-on-outage', on: 'bad', change: 'people: {anna-2: {}}', finds: ['error anna'] },
  {
    rule: 'contact-unverified',
    on: 'bad',
    change: 'suppliers: {nordnet-2: {}}\npeople: {ben-2: {}}',
    finds: [
      'warning anna',
      'warning ben',
      'warning ben-2',
      'warning caretaker',
      'warning nordnet',
      'warning nordnet-2',
    ],
  },
  {
    rule: 'distribution-list-missing',
    on: 'good',
    change: 'binders: {red: {copies: [{holder: admin, in: office}]}}',
    finds: ['warning red'],
  },
  {
    rule: 'doc-older-than-change',
    on: 'bad',
    change: 'servers: {db: null}',
    finds: ['warning picture', 'warning start-web'],
  },
  {
    rule: 'doc-older-than-change',
    on: 'bad',
    change: 'procedures: {start-web: {about: null}}',
    finds: ['warning picture'],
  },
  {
    rule: 'emergency-documents-holder-missing',
    on: 'bad',
    change: 'roles: {admin: null}\nbinders: {red-2: {}}',
    finds: ['error envelope', 'error red'],
  },
  {
    rule: 'emergency-documents-holder-missing',
    on: 'good',
    change: 'roles: {admin: {count: null}}\ndocuments: {envelope-2: {}}',
    finds: ['error envelope', 'error red'],
  },
  { rule: 'paper-copy-missing', on: 'bad', change: 'binders: {red: null}', finds: ['error concept'] },
  { rule: 'paper-copy-missing', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'review-overdue',
    on: 'bad',
    change: 'procedures: {start-2: {}}\nplan: {review: {every: null}}',
    finds: ['warning plan.review', 'warning start'],
  },
];
