/** What the reader itself finds, before there are facts: documented here so that `explain` knows every id. */
import type { Rule } from '../rule.ts';

const always = {
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  severity: 'error',
} as const satisfies Partial<Rule>;

export const schemaInvalid: Rule = {
  ...always,
  id: 'schema-invalid',
  summary: 'Every key and value is one that the plan language knows.',
  why: 'A misspelt key is a fact that nobody sees: the dependency or the phone number is simply not there.',
  source: 'Soundness of the plan: what may be written is said in the schema',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web:
    dependson: [database] # <--
  database: {}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web:
    dependsOn: [database]
  database: {}
`,
};

export const unitAmbiguous: Rule = {
  ...always,
  id: 'unit-ambiguous',
  summary: 'Durations, sizes, dates and amounts are written with their unit.',
  why: 'A recovery time of "4" is four hours to the author and four minutes to the reader.',
  source: 'Soundness of the plan: a figure without a unit cannot be compared',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web:
    dependsOn: [database]
    recovery: {rto: 4} # <--
  database: {}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web:
    dependsOn: [database]
    recovery: {rto: 4h}
  database: {}
`,
};

export const yamlSyntax: Rule = {
  ...always,
  id: 'yaml-syntax',
  summary: 'Every plan file is YAML 1.2.',
  why: 'What cannot be read is not in the plan: not checked, not ordered, not printed.',
  source: 'YAML 1.2.2, chapter 3: a stream that is not well-formed has no meaning',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: "linux} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web: {os: "linux", dependsOn: [database]}
  database: {}
`,
};

export const yamlDuplicateKey: Rule = {
  ...always,
  id: 'yaml-duplicate-key',
  summary: 'A key stands once in its map.',
  why: 'Of two values under one key, one is lost, and nobody knows which.',
  source: 'YAML 1.2.2, 3.2.1.1: keys are unique',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  web:
    os: linux
    os: windows # <--
    dependsOn: [database]
  database: {}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  web:
    os: linux
    dependsOn: [database]
  database: {}
`,
};

/** Findings whose cause cannot be shown as a piece of a plan: bytes, sizes, the file system. */
const unshown = { ...always, bad: '', good: '' };

export const yamlEncoding: Rule = {
  ...unshown,
  id: 'yaml-encoding',
  summary: 'Every plan file is UTF-8 text without control characters.',
  why: 'Bytes of another encoding are wrong letters on paper; control characters could rewrite what a terminal shows.',
  source: 'YAML 1.2.2, 5.1 and 5.2: printable characters in UTF-8',
};

export const yamlLimit: Rule = {
  ...unshown,
  id: 'yaml-limit',
  summary: 'Files, nesting and aliases stay within limits that no honest plan reaches.',
  why: 'A plan from a stranger is checked in CI; a file made to be slow must not hold up the run or the machine.',
  source: 'Soundness of the plan: bounded work for any input',
};

export const yamlEmpty: Rule = {
  ...unshown,
  severity: 'warning',
  id: 'yaml-empty',
  summary: 'A plan file holds something.',
  why: 'An empty file is often one that was lost while saving.',
  source: 'Soundness of the plan: nothing is lost silently',
};

export const fileUnreadable: Rule = {
  ...unshown,
  id: 'file-unreadable',
  summary: 'Every plan file can be read.',
  why: 'What cannot be read is not in the plan: not checked, not ordered, not printed.',
  source: 'Soundness of the plan: a green check means that every file was read',
};
