import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { composeBinder, elementScope, roleScope, scenarioScope, sections } from '../../src/binder/index.ts';
import { renderHtml } from '../../src/render/render.ts';
import { binderInput, shippedTemplate } from '../support/binder.ts';
import { readExample } from '../support/example.ts';
import { plan } from '../support/plan.ts';
import { randomPlan } from '../support/random-plan.ts';

const html = (binder: ReturnType<typeof composeBinder>): string =>
  renderHtml(binder, shippedTemplate, { variant: 'print', paper: 'a4', duplex: true });

/** Every id that a reference leads to, and every id that is there. */
function links(text: string): { readonly to: readonly string[]; readonly ids: readonly string[] } {
  return {
    to: [...new Set([...text.matchAll(/href="#([^"]*)"/g)].map((m) => m[1] ?? ''))],
    ids: [...text.matchAll(/ id="([^"]*)"/g)].map((m) => m[1] ?? ''),
  };
}

function isSound(binder: ReturnType<typeof composeBinder>): void {
  for (const { name, content } of binder.sections) {
    const builder = sections.find((s) => s.name === name);
    const checked = z.strictObject(builder?.view ?? {}).safeParse(content);
    expect(checked.error?.issues ?? [], name).toEqual([]);
  }
  const text = html(binder);
  for (const bad of ['undefined', '[object Object]', 'NaN', 'Infinity']) expect(text).not.toContain(bad);
  const { to, ids } = links(text);
  expect(new Set(ids).size, 'ids that are there twice').toBe(ids.length);
  expect(to.filter((id) => !ids.includes(id))).toEqual([]);
}

describe('the registry', () => {
  it('has a file, a partial, words in two languages and a page type for each section, no two of them alike', () => {
    const names = sections.map((s) => s.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(sections.map((s) => s.page)).size).toBeGreaterThan(25);
    const files = readdirSync(new URL('../../src/binder/sections/', import.meta.url)).map((f) => f.replace('.ts', ''));
    expect([...names].sort()).toEqual(files.sort());
    for (const { name, words } of sections) {
      expect(shippedTemplate.partials[name], name).toBeDefined();
      expect(Object.keys(words.de).sort(), name).toEqual(Object.keys(words.en).sort());
      expect(words.de.title, name).not.toBe('');
    }
  });
});

describe.each(['small-office', 'two-sites'])('the sections for %s', (example) => {
  const reading = readExample(example);
  const input = binderInput(reading);
  it('say what their views allow, refer only to what is there, and hold every id once', () => {
    isSound(composeBinder(input));
  });
  it('do so in German, with no word of the English binder left', () => {
    const plan = { ...reading.model.plan, language: 'de' as const };
    const facts = Object.create(input.facts, {
      model: {
        value: {
          ...reading.model,
          plan,
          of: reading.model.of.bind(reading.model),
          node: reading.model.node.bind(reading.model),
        },
      },
    });
    const binder = composeBinder({ ...input, facts });
    isSound(binder);
    const text = html(binder);
    for (const word of ['Alarm and call list', 'none recorded', 'END OF PROCEDURE', 'Emergency card', 'Whom to call']) {
      expect(text).not.toContain(word);
    }
    expect(text).toContain('ENDE');
  });
  it('are cut down to a scenario, a role, an element', () => {
    const { facts, recovery } = input;
    const [scenario] = facts.model.of('scenario');
    const [role] = facts.model.of('role');
    const [host] = facts.model.of('hypervisor');
    if (!scenario || !role || !host) throw new Error('the example has changed');
    const whole = html(composeBinder(input)).length;
    for (const scope of [
      scenarioScope(facts, scenario.id, recovery),
      roleScope(facts, [role.id], recovery),
      elementScope(facts, [host.id]),
    ]) {
      const cut = composeBinder({ ...input, scope });
      isSound(cut);
      expect(html(cut).length, scope.extract).toBeLessThan(whole * 0.9);
      expect(cut.sections.length).toBeGreaterThan(2);
      expect(cut.meta.extract).not.toBe('');
    }
  });
});

describe('the sections for a plan that lacks everything', () => {
  it.each([
    ['nothing but a server', 'servers: {a: {}}\n'],
    ['a process without a workaround', 'processes: {p: {uses: [a]}}\nservers: {a: {}}\n'],
    ['a person without a number', 'roles: {admin: {holders: [anna]}}\npeople: {anna: {}}\nservers: {a: {}}\n'],
    ['a role without people', 'roles: {admin: {count: 2}}\nservers: {a: {administrators: [admin]}}\n'],
    ['an empty scenario', 'scenarios: {s: {}}\nservers: {a: {}}\n'],
    ['an empty procedure', 'procedures: {p: {}}\nservers: {a: {recovery: {restart: {procedure: p}}}}\n'],
    ['an empty incident response', 'incidentResponse: {}\nservers: {a: {}}\n'],
    ['a backup that was never tried', 'backups: {b: {covers: [a]}}\nservers: {a: {}}\n'],
    ['an exercise of nothing', 'exercises: {e: {}}\nservers: {a: {}}\n'],
  ])('%s', (_, yaml) => {
    const binder = composeBinder(binderInput(plan(yaml)));
    isSound(binder);
    expect(binder.leftOut.length).toBeGreaterThan(0);
  });
  it('are sound for random plans', () => {
    for (let seed = 0; seed < 12; seed++) {
      isSound(composeBinder(binderInput(plan(randomPlan(seed, 20 + seed * 4)))));
    }
  });
});
