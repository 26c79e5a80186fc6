import { describe, expect, test } from 'vitest';
import type { SectionBuilder } from '../../src/binder/binder.ts';
import { languages } from '../../src/binder/language.ts';
import { distribution } from '../../src/binder/sections/distribution.ts';
import { exercises } from '../../src/binder/sections/exercises.ts';
import { glossary } from '../../src/binder/sections/glossary.ts';
import { incidentLog } from '../../src/binder/sections/incident-log.ts';
import { restoreTests } from '../../src/binder/sections/restore-tests.ts';
import { returnToNormal } from '../../src/binder/sections/return-to-normal.ts';
import { trainings } from '../../src/binder/sections/trainings.ts';
import { workarounds } from '../../src/binder/sections/workarounds.ts';
import { readExample } from '../support/example.ts';
import { plan, read } from '../support/plan.ts';
import { composed, inLanguage, rendered, said } from './support/composed.ts';

const all: readonly SectionBuilder[] = [
  restoreTests,
  exercises,
  trainings,
  incidentLog,
  workarounds,
  returnToNormal,
  distribution,
  glossary,
];
const hostile = '</td><script>alert(1)</script> "q" & \\u0000 {{t.title}} ä€😀';

describe.each(languages)('sections of habits and forms (%s)', (language) => {
  test.each(['two-sites', 'small-office'])('all have something to say of the example %s', (name) => {
    const binder = composed(inLanguage(readExample(name), language), all);
    expect(binder.leftOut).toEqual([]);
    for (const { name: section } of binder.sections) {
      const page = said(binder, section);
      expect(page, section).not.toMatch(/undefined|NaN|\bnull\b|Infinity|Invalid/);
      // A line that is empty on one side of a dash, a bracket or a comma was put together wrongly.
      expect(page, section).not.toMatch(/\(\s*\)|,\s*,|: ;/);
    }
  });

  test('stand in a plan that has only a name', () => {
    const binder = composed(inLanguage(read({ 'drplan.yaml': 'drplan: 1\nplan: {name: Test}\n' }), language), all);
    expect(binder.sections.map((s) => s.name)).toEqual([
      'incident-log',
      'return-to-normal',
      'distribution',
      'glossary',
    ]);
    expect(binder.leftOut).toHaveLength(4);
  });

  test('print what people write as text, never as markup', () => {
    const q = JSON.stringify(hostile);
    const reading = plan(`
processes: {orders: {name: ${q}, minimumLevel: ${q}, workaround: {description: ${q}, procedure: by-hand}}}
servers: {shop: {name: ${q}}}
roles: {boss: {name: ${q}, holders: [anna], needs: [${q}]}}
people: {anna: {name: ${q}, phones: [{number: ${q}}]}}
backups: {nightly: {name: ${q}, covers: [shop], restoreTests: [{date: 2026-01-02, usable: false, finding: ${q}, by: anna}]}}
exercises: {e: {name: ${q}, of: [by-hand], records: [{date: 2026-01-02, findings: [{text: ${q}, action: ${q}}]}]}}
scenarios: {s: {name: ${q}, affects: [shop]}}
procedures: {by-hand: {title: ${q}, action: workaround, returnToNormal: ${q}}}
binders: {red: {title: ${q}, audience: [${q}], copies: [{number: 1, holder: boss}]}}
documents: {d: {name: ${q}, forms: [{form: paper, by: anna}]}}
incidentResponse: {log: ${q}, team: {lead: boss}, records: [{date: 2026-01-02, what: ${q}, lessons: [{text: ${q}}]}]}
`);
    const binder = composed(inLanguage(reading, language), all);
    expect(binder.leftOut).toEqual([]);
    for (const { name } of binder.sections) expect(rendered(binder, name)).not.toContain('<script');
  });

  test('give the same twice', () => {
    const once = () => JSON.stringify(composed(inLanguage(readExample('small-office'), language), all));
    expect(once()).toBe(once());
  });
});

test('every word has its translation, and is not left in English', () => {
  const texts = (words: object): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' && value.length > 12 ? [[key, value] as [string, string]] : [],
    );
  for (const { name, words } of all) {
    const german = new Map(texts(words.de));
    for (const [key, english] of texts(words.en)) expect(german.get(key), `${name}.${key}`).not.toBe(english);
    expect(Object.keys(words.de)).toEqual(Object.keys(words.en));
  }
});
