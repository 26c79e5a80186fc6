import { createHash } from 'node:crypto';
import type { Report } from '../../src/reporters/index.ts';

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A run that found nothing. */
export const emptyReport: Report = {
  header: {
    tool: { name: 'drplan', version: '1.2.3' },
    plan: { name: 'Plan', version: null, fingerprint: 'abc', revision: null },
    today: '2026-11-22',
  },
  files: 12,
  elements: 340,
  baselined: [],
  first: [],
  diagnostics: [],
  prefix: '',
  paths: [],
  rules: [],
  hash: sha,
};
