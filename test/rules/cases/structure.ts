import type { RuleCase } from './rule-case.ts';

export const structure: readonly RuleCase[] = [
  {
    rule: 'asset-orphan',
    on: 'bad',
    change: 'servers: {web: null}\nprocesses: {work: {uses: [web], rto: 4h, rpo: 4h, mtpd: 1d}}',
    finds: ['warning database', 'warning forgotten'],
  },
  {
    rule: 'asset-owner-missing',
    on: 'bad',
    change: 'processes: {work: {uses: [web], rto: 4h, rpo: 4h, mtpd: 1d}}\nservers: {web: {external: true}}',
    finds: [],
  },
  {
    rule: 'asset-purpose-missing',
    on: 'bad',
    change: 'processes: {work: {uses: [web], rto: 4h, rpo: 4h, mtpd: 1d}}\nservers: {web: {external: true}}',
    finds: [],
  },
  { rule: 'date-in-future', on: 'bad', change: 'servers: {web: {lastVerified: 2026-11-23}}', finds: [] },
  { rule: 'department-not-covered', on: 'bad', change: 'plan: {departments: null}', finds: [] },
  {
    rule: 'inventory-outdated',
    on: 'bad',
    change: 'servers: {database: {lastVerified: null}, web: {external: true}}',
    finds: ['warning database'],
  },
  {
    rule: 'inventory-outdated',
    on: 'bad',
    change: 'processes: {work: {uses: [web], rto: 4h, rpo: 4h, mtpd: 1d}}',
    finds: ['warning web'],
  },
  { rule: 'reference-circular', on: 'bad', change: 'locations: {room-1-2: {}}', finds: ['error rack-1, room-1'] },
  { rule: 'secret-in-plan', on: 'bad', change: 'procedures: {log-in: null}', finds: ['error log-in'] },
];
