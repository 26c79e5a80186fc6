import { createHash } from 'node:crypto';

/** Hexadecimal SHA-256: fingerprints of findings, sections and pages. */
export const hashOf = (said: string): string => createHash('sha256').update(said).digest('hex');
