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
  source: 'YAML 1.2.2',
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
