import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type BinderInput, everything } from '../../src/binder/index.ts';
import { analyse, judge, orderOf, type Reading } from '../../src/pipeline.ts';
import { coldStart, scenarioEvent } from '../../src/recovery/event.ts';

const folder = new URL('../../templates/binder/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** The template that is shipped, without fonts. */
export const shippedTemplate = {
  template: read('template.hbs'),
  partials: Object.fromEntries(
    readdirSync(new URL('partials/', folder)).map((f) => [f.replace('.hbs', ''), read(`partials/${f}`)]),
  ),
  sources: {},
  css: '',
  fonts: [],
  script: '',
  scriptHash: '',
};

/** What a binder of a plan is made from. */
export function binderInput(reading: Reading, more: Partial<BinderInput> = {}, today = '2026-11-23'): BinderInput {
  const facts = analyse(reading, today);
  const event = coldStart(facts);
  const orders = new Map<string, ReturnType<typeof orderOf>>();
  return {
    facts,
    event,
    recovery: orderOf(facts, event),
    orderOf: (id) => {
      const scenario = facts.model.of('scenario').find((s) => s.id === id);
      if (!scenario) throw new Error(id);
      const order = orders.get(id) ?? orderOf(facts, scenarioEvent(facts, scenario), { passes: 50, brief: true });
      orders.set(id, order);
      return order;
    },
    diagnostics: judge(reading, facts),
    fingerprint: 'f'.repeat(64),
    revision: '',
    toolVersion: '0.0.0',
    binderId: undefined,
    copy: undefined,
    scope: everything,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    ...more,
  };
}
