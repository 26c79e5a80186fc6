import { readdirSync, readFileSync } from 'node:fs';
import type { Reading } from '../../src/pipeline.ts';
import { read } from './plan.ts';

/** One of the example plans. */
export function readExample(name: string): Reading {
  const dir = new URL(`../../examples/${name}/`, import.meta.url);
  const files = readdirSync(dir).filter((f) => f.endsWith('.yaml'));
  return read(Object.fromEntries(files.map((f) => [f, readFileSync(new URL(f, dir), 'utf8')])));
}
