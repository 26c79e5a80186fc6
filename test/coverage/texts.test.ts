import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sections } from '../../src/binder/index.ts';
import { commands } from '../../src/cli/main.ts';
import { clauseWords } from '../../src/coverage/clause-words.ts';
import { type Demand, soundness, standards, standardText, texts } from '../../src/coverage/index.ts';
import { rules } from '../../src/rules/index.ts';
import { shared } from '../support/program.ts';

const demands = texts.flatMap((t) => t.demands);
const design = join(shared, 'design/rules.md');
const idOf = new Map(rules.flatMap((r) => [r.id, ...(r.alsoKnownAs ?? [])].map((name) => [name, r.id])));

const rulesOf = (d: Demand): readonly string[] => [...(d.rules ?? []), ...(d.informs ?? [])];

/** `1.8–1.10` is three numbers. */
function numbers(cell: string): string[] {
  const [, text, from, to] = /^(\d)\.(\d+)(?:–\d\.(\d+))?$/.exec(cell) ?? [];
  return Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => `${text}.${Number(from) + i}`);
}

describe('the demands of the texts', () => {
  it('are 166, each number once and in order', () => {
    expect(texts.map((t) => t.demands.length)).toEqual([19, 43, 58, 22, 24]);
    for (const [t, text] of texts.entries()) {
      expect(text.demands.map((d) => d.number)).toEqual(text.demands.map((_, i) => `${t}.${i + 1}`));
    }
  });
  it.skipIf(!existsSync(design))('are those of the design (skipped: the shared design is absent)', () => {
    const table = readFileSync(design, 'utf8').matchAll(/^\| (\d\.\d+(?:–\d\.\d+)?) \|/gm);
    expect(demands.map((d) => d.number)).toEqual([...table].flatMap(([, cell = '']) => numbers(cell)));
  });
  it('are each answered by a rule, an element, a page, a command or by the program itself', () => {
    for (const d of demands) {
      const answers = [d.rules, d.informs, d.shows, d.sections, d.commands].filter((a) => a && a.length > 0);
      expect(answers.length + Number(d.design !== undefined), d.number).toBeGreaterThan(0);
    }
  });
  it('name only rules, sections and commands that exist', () => {
    const pages = new Set(sections.map((s) => s.name));
    const names = new Set(commands.map((c) => c.usage.split(' ')[0]));
    for (const d of [...demands, ...soundness.demands]) {
      for (const rule of rulesOf(d)) expect(idOf.get(rule), d.number).toBe(rule);
      for (const section of d.sections ?? []) expect(pages, d.number).toContain(section);
      for (const command of d.commands ?? []) expect(names, d.number).toContain(command);
    }
  });
  it.each(texts.map((t) => [t.name.en, t] as const))(
    '%s: a rule names it as its source exactly where one of its sentences names the rule',
    (name, text) => {
      const named = [...new Set(text.demands.flatMap(rulesOf))].sort();
      const citing = rules.filter((r) => r.source.includes(name)).map((r) => r.id);
      expect(citing.sort()).toEqual(named);
    },
  );
  it('are told in few words of our own, in English and in German', () => {
    for (const { demand, number } of [...demands, ...soundness.demands]) {
      expect(demand.en.length, number).toBeLessThan(140);
      expect(demand.de.length, number).toBeLessThan(180);
      expect(demand.de, number).not.toBe(demand.en);
    }
  });
  it('name what they speak of in German, too', () => {
    const groups = demands.flatMap((d) => [
      d.about,
      ...(d.shows ?? []),
      ...(d.showsEach ?? []),
      ...(d.concerning ?? []),
    ]);
    const untold = groups.filter(({ words }) => words.de.trim() === '' || words.de === words.en);
    expect(untold.map((g) => g.words.en)).toEqual([]);
  });
});

describe('clauses of standards', () => {
  const clauses = standards.flatMap((s) => standardText(s, rules).demands);

  it('each have words of their own, and no words are left of clauses that no rule names', () => {
    expect(clauses.map((c) => c.number).sort()).toEqual(Object.keys(clauseWords).sort());
    for (const { en, de } of Object.values(clauseWords)) expect(de).not.toBe(en);
    const rule = { ...(rules[0] as (typeof rules)[0]), source: 'NIS2 9.9', summary: 'New.' };
    expect(standardText('nis2', [rule]).demands[0]?.demand.en).toBe('New');
  });
  it('together with the texts and the soundness of the plan name every rule', () => {
    const named = new Set([...demands, ...soundness.demands, ...clauses].flatMap(rulesOf));
    expect(rules.filter((r) => !named.has(r.id)).map((r) => r.id)).toEqual([]);
  });
  it('name no rule of the soundness that a text does not name as well', () => {
    for (const rule of soundness.demands.flatMap(rulesOf)) {
      expect(rules.find((r) => r.id === rule)?.source, rule).toMatch(/^(Soundness of the plan|YAML 1\.2\.2)/);
    }
  });
  it('are read from the sources of rules, whatever way they are written there', () => {
    const found = (source: string) =>
      standards.flatMap((s) =>
        standardText(s, [{ ...(rules[0] as (typeof rules)[0]), source }]).demands.map((d) => d.number),
      );
    expect(found('NIS2 implementing regulation 4.2.2 c and 4.2.3: integrity')).toEqual([
      'NIS2 4.2.2 (c)',
      'NIS2 4.2.3',
    ]);
    expect(found('NIS2 4.2.4c and DORA RTS 2024/1774 Art. 26 (2) (e): staff')).toEqual([
      'NIS2 4.2.4 (c)',
      'DORA RTS Art. 26 (2) (e)',
    ]);
    expect(found('NIS2 Implementing Regulation 4.1.2 (d), DORA RTS (EU) 2024/1774 Art. 26 (1) (a): x')).toEqual([
      'NIS2 4.1.2 (d)',
      'DORA RTS Art. 26 (1) (a)',
    ]);
    expect(found('GDPR Art. 33: 72 hours; NIS2 Art. 23: 24 and 72 hours; DORA Art. 19')).toEqual([
      'NIS2 Art. 23',
      'DORA Art. 19',
    ]);
    expect(found('IT-Grundschutz SYS.1.5.A17, A20: room; BSI-Standard 200-2 §8.2.1; BSI 200-4, 8: x; M 6.41')).toEqual([
      'BSI 200-2, 8.2.1',
      'BSI 200-4, 8',
      'M 6.41',
      'SYS.1.5.A17',
      'SYS.1.5.A20',
    ]);
    expect(found('BSI-Standard 200-4, ISO 22301 8.2.2: time')).toEqual(['BSI 200-4', 'ISO 22301 8.2.2']);
    expect(found('M 6.96: a server; ISO 27002 backup workflow, task 1')).toEqual([]);
  });
  it('leave no mention of a standard in a source unread', () => {
    for (const rule of rules) {
      const mentions = rule.source.match(/NIS2|DORA|ISO 22301|BSI|\b(?:DER|CON|SYS)\.\d/g) ?? [];
      const read = standards.flatMap((s) => standardText(s, [rule]).demands);
      expect(read.length, `${rule.id}: ${rule.source}`).toBeGreaterThanOrEqual(new Set(mentions).size);
    }
  });
});
