import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Binder, BinderInput, SectionBuilder } from '../../../src/binder/binder.ts';
import { composeBinder } from '../../../src/binder/compose.ts';
import type { Language } from '../../../src/binder/language.ts';
import { everything, type Scope } from '../../../src/binder/scope.ts';
import { orderOf, type Reading } from '../../../src/pipeline.ts';
import { coldStart, scenarioEvent } from '../../../src/recovery/event.ts';
import { partialContext, strictHandlebars } from '../../../src/render/render.ts';
import { facts as factsOf } from '../../support/plan.ts';

const partials = new URL('../../../templates/binder/partials/', import.meta.url);

/** All that a binder is made from, for the cold start of a plan. */
export function inputOf(reading: Reading, given: Partial<BinderInput> = {}): BinderInput {
  const facts = factsOf(reading);
  const event = coldStart(facts);
  return {
    facts,
    event,
    recovery: orderOf(facts, event),
    orderOf: (id) => {
      const scenario = facts.model.of('scenario').find((s) => s.id === id);
      if (!scenario) throw new Error(`no scenario ${id}`);
      return orderOf(facts, scenarioEvent(facts, scenario), { passes: 20, brief: true });
    },
    diagnostics: [],
    fingerprint: 'f'.repeat(64),
    revision: '',
    toolVersion: '0',
    binderId: undefined,
    copy: undefined,
    scope: everything,
    hash: (text) => String(text.length),
    ...given,
  };
}

/** The same plan in another language. */
export function inLanguage(reading: Reading, language: Language): Reading {
  const { model } = reading;
  return { ...reading, model: { ...model, plan: { ...(model.plan ?? { name: 'Test' }), language } } } as Reading;
}

/** The HTML of one section, by its partial. */
export function rendered(binder: Binder, name: string): string {
  const section = binder.sections.find((s) => s.name === name);
  if (!section) throw new Error(`the section ${name} is left out`);
  const handlebars = strictHandlebars();
  const options = {
    strict: true,
    knownHelpers: { each: true, if: true, unless: true, with: true },
    preventIndent: true,
  };
  for (const file of readdirSync(partials)) {
    handlebars.registerPartial(
      file.replace('.hbs', ''),
      handlebars.compile(readFileSync(new URL(file, partials), 'utf8'), options),
    );
  }
  const source = readFileSync(new URL(`${name}.hbs`, partials), 'utf8');
  return handlebars.compile(source, options)(partialContext(binder, section, true));
}

/** A binder of the given sections; each content fits its view to the letter, and each partial can be rendered. */
export function composed(
  reading: Reading,
  builders: readonly SectionBuilder[],
  given: Partial<BinderInput> = {},
): Binder {
  const binder = composeBinder(inputOf(reading, given), builders);
  for (const section of binder.sections) {
    const builder = builders.find((b) => b.name === section.name) as SectionBuilder;
    expect(z.strictObject(builder.view).safeParse(section.content).error?.issues, section.name).toBeUndefined();
    expect(rendered(binder, section.name)).not.toContain('[object Object]');
  }
  return binder;
}

/** What a section says, without tags, in one line. */
export const said = (binder: Binder, name: string): string =>
  rendered(binder, name)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** A paper that is cut down to some ids. */
export const scopeOf = (extract: Scope['extract'], ...ids: string[]): Scope => ({
  extract,
  ids,
  has: (id) => ids.includes(id),
});
