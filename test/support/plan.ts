import { analyse, judge, orderOf, type Reading, readPlan } from '../../src/pipeline.ts';
import { coldStart } from '../../src/recovery/event.ts';
import type { OrderOptions } from '../../src/recovery/order.ts';

export const today = '2026-11-23';

/** A plan from texts, read as the program reads it. */
export function read(files: Readonly<Record<string, string>>): Reading {
  const raw = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  return readPlan(raw, { fileBytes: 8 * 1024 * 1024 });
}

/** One file: the first line may be left out. */
export const plan = (yaml: string): Reading =>
  read({
    'drplan.yaml': yaml.includes('drplan: 1') ? yaml.trimStart() : `drplan: 1\nplan: {name: Test}\n${yaml.trimStart()}`,
  });

export const facts = (reading: Reading) => analyse(reading, today);
export const diagnostics = (reading: Reading, profiles?: readonly string[]) => judge(reading, facts(reading), profiles);
export const cold = (reading: Reading, options: OrderOptions = {}) => {
  const known = facts(reading);
  return orderOf(known, coldStart(known), options);
};
