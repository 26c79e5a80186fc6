import type { RuleCase } from './rule-case.ts';

export const incident: readonly RuleCase[] = [
  { rule: 'communication-channel-depends-on-outage', on: 'bad', change: 'channels: {mails: null}', finds: [] },
  {
    rule: 'communication-channel-depends-on-outage',
    on: 'bad',
    change: 'incidentResponse: {communication: null}',
    finds: ['error mail-lost'],
  },
  { rule: 'communication-plan-incomplete', on: 'bad', change: 'incidentResponse: {communication: null}', finds: [] },
  { rule: 'incident-classification-missing', on: 'bad', change: 'incidentResponse: {definition: null}', finds: [] },
  {
    rule: 'incident-classification-missing',
    on: 'good',
    change: 'incidentResponse: {definition: null}',
    finds: ['error incidentResponse'],
  },
  {
    rule: 'incident-classification-missing',
    on: 'good',
    change: 'incidentResponse: {classes: {outage: {description: null}}}',
    finds: ['error incidentResponse.classes.outage'],
  },
  { rule: 'incident-lead-missing', on: 'bad', change: 'incidentResponse: {team: null}', finds: [] },
  { rule: 'incident-log-missing', on: 'small-office', change: 'plan: {organisation: null}', finds: [] },
  {
    rule: 'incident-phase-missing',
    on: 'good',
    change: 'incidentResponse: {phases: {recover: null}}',
    finds: ['error incidentResponse.phases'],
  },
  {
    rule: 'incident-plan-component-missing',
    on: 'good',
    change: 'incidentResponse: {communication: []}',
    finds: ['error incidentResponse'],
  },
  { rule: 'incident-plan-missing', on: 'bad', change: 'servers: {web: null, db: null}', finds: [] },
  {
    rule: 'incident-plan-test-overdue',
    on: 'bad',
    change: 'incidentResponse: {tested: null}',
    finds: ['warning incidentResponse'],
  },
  {
    rule: 'incident-plan-test-overdue',
    on: 'bad',
    change: 'incidentResponse: {tested: {every: null}}',
    finds: ['warning incidentResponse.tested'],
  },
  { rule: 'incident-priority-missing', on: 'bad', change: 'incidentResponse: {classes: null}', finds: [] },
  {
    rule: 'incident-record-incomplete',
    on: 'good',
    change:
      'incidentResponse: {classes: null, records: [{date: 2026-02-03, class: outage, cause: Old disks, actions: Exchanged, by: manager}]}',
    finds: ['warning incidentResponse.records.0'],
  },
  {
    rule: 'incident-record-incomplete',
    on: 'good',
    change:
      'incidentResponse: {records: [{date: 2026-02-03, what: The array failed, cause: Old disks, actions: Exchanged, by: manager}]}',
    finds: ['warning incidentResponse.records.0'],
  },
  {
    rule: 'incident-team-missing',
    on: 'good',
    change: 'people: {ben: null}',
    finds: ['error incidentResponse.team.members'],
  },
  {
    rule: 'incident-team-skills-gap',
    on: 'bad',
    change: 'incidentResponse: {team: {members: null, skills: null}}',
    finds: ['warning incidentResponse.team'],
  },
  {
    rule: 'incident-tool-depends-on-outage',
    on: 'good',
    change:
      'incidentResponse: {tools: [{name: Ticket system, dependsOn: [tickets]}, {name: Log book at the front desk, kind: incident-platform}]}',
    finds: ['error '],
  },
  { rule: 'incident-tool-depends-on-outage', on: 'bad', change: 'incidentResponse: {tools: null}', finds: [] },
  {
    rule: 'incident-tools-missing',
    on: 'bad',
    change: 'incidentResponse: {tools: null}',
    finds: ['warning incidentResponse'],
  },
  {
    rule: 'lessons-learned-missing',
    on: 'bad',
    change: 'incidentResponse: {lessonsLearned: null}',
    finds: [
      'warning incidentResponse',
      'warning incidentResponse.records.0',
      'warning incidentResponse.records.1.lessons.0',
    ],
  },
  { rule: 'monitoring-missing', on: 'bad', change: 'servers: {shop: {external: true}}', finds: [] },
  {
    rule: 'monitoring-missing',
    on: 'good',
    change: 'servers: {shop: null, watcher: {recovery: {rto: 4h}}}',
    finds: ['warning watcher'],
  },
  { rule: 'recovery-kind-missing', on: 'bad', change: 'incidentResponse: {records: null}', finds: [] },
  {
    rule: 'regulatory-reporting-missing',
    on: 'bad',
    change: 'incidentResponse: {reporting: []}',
    finds: ['warning incidentResponse'],
  },
];
