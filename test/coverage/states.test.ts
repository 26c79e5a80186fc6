import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sections } from '../../src/binder/index.ts';
import type { Answer, State } from '../../src/coverage/index.ts';
import { analyse, cover } from '../../src/pipeline.ts';
import { read, today } from '../support/plan.ts';

const dir = new URL('../../examples/two-sites/', import.meta.url);
const example = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((f) => f.endsWith('.yaml'))
      .map((f) => [f, readFileSync(new URL(f, dir), 'utf8')]),
  );
const all = new Set(sections.map((s) => s.name));

function answers(files: Record<string, string>, printed: ReadonlySet<string> = all): ReadonlyMap<string, Answer> {
  const reading = read(files);
  const texts = cover(reading, analyse(reading, today), ['nis2'], printed);
  return new Map(texts.flatMap((t) => t.answers.map((a) => [a.demand.number, a])));
}
const inState = (found: ReadonlyMap<string, Answer>, state: State) =>
  [...found].filter(([, a]) => a.state === state).map(([number]) => number);

/** The example with one text in it replaced. */
function changed(file: string, from: string | RegExp, to: string): Record<string, string> {
  const files = example();
  const text = (files[file] as string).replace(from, to);
  expect(text, `${from} in ${file}`).not.toBe(files[file]);
  return { ...files, [file]: text };
}

describe('what the large example covers', () => {
  let whole: ReadonlyMap<string, Answer>;
  beforeAll(() => {
    whole = answers(example());
  });

  it('leaves no sentence of the texts open, and says what was accepted', () => {
    expect(inState(whole, 'open')).toEqual(['NIS2 4.2.2 (c)']);
    expect(inState(whole, 'waived')).toContain('1.40');
    expect(whole.get('1.40')?.findings[0]?.waived?.by).toBe('erik');
    expect(inState(whole, 'not-applicable')).toEqual(['2.30', '4.22', '4.24']);
  });
  it('points to something for each fulfilled demand', () => {
    for (const [number, { state, evidence }] of whole) {
      if (state === 'fulfilled') expect(evidence.length, number).toBeGreaterThan(0);
    }
  });

  const opened = (files: Record<string, string>) => {
    const found = answers(files);
    return [...found].filter(([n, a]) => a.state !== whole.get(n)?.state).map(([n, a]) => `${n} ${a.state}`);
  };

  // What is taken away, and every demand whose state changes: no other one may.
  it.each([
    [
      'the cold start: restarting everything, and the catalogue',
      'scenarios.yaml',
      /^ {2}farm-cold-start:\n(?: {4}.*\n)+/m,
      ['1.13 open', '1.35 open', '5.3 open'],
    ],
    [
      'a restore test: whether backups are usable, in parts, in time, of all kinds',
      'preparedness.yaml',
      /^ {4}restoreTests: \[\{date: 2026-09-05.*\n/m,
      ['2.40 open', '2.42 open', '2.43 open', '2.44 open'],
    ],
    [
      'the restore test of telephony: its own sentence as well',
      'preparedness.yaml',
      /^ {4}restoreTests: \[\{date: 2026-09-11.*\n/m,
      ['2.40 open', '2.42 open', '2.43 open', '2.44 open', '3.21 open'],
    ],
    [
      'all trainings: trained people, for the plan and for backups',
      'people.yaml',
      /^ {4}trainings:.*\n/gm,
      ['1.24 open', '1.40 open', '2.53 open', '2.54 open', 'NIS2 8.2 open'],
    ],
    ['a spare: how long a failure lasts', 'people.yaml', /^ {2}spare-array:.*\n/m, ['0.11 open']],
    [
      'where the plan belongs: its integration',
      'drplan.yaml',
      /^ {2}partOf: .*\n/m,
      ['0.6 open', '1.14 open', '1.38 open'],
    ],
    [
      'what is done when a host fails: not what is done when the management or the licence server does',
      'procedures.yaml',
      /^ {2}host-failed:\n(?: {4}.*\n)+/m,
      ['0.5 open', '1.8 open', '1.37 open', '5.3 open'],
    ],
    [
      'what the users of one backup think of it: advice is a lack where a sentence asks for it',
      'preparedness.yaml',
      /^ {4}feedback:.*\n/m,
      ['2.11 open', '2.52 open', '2.58 open'],
    ],
    [
      'how often everything but telephony is saved: nothing that telephony is asked for',
      'preparedness.yaml',
      /^ {4}every: 24h\n/gm,
      ['2.14 open', '2.27 open'],
    ],
    [
      'what changed in telephony: nothing shows that it was saved before and after',
      'preparedness.yaml',
      /^ {4}changes:.*\n/m,
      ['3.10 open', '3.16 not-applicable'],
    ],
  ])('without %s', (_, file, from, expected) => {
    expect(opened(changed(file, from, ''))).toEqual(expected);
  });

  it('a rule that the policy switches off proves nothing; one that it makes information still counts', () => {
    const off = (severity: string) =>
      changed(
        'drplan.yaml',
        /^policy:\n/m,
        `policy:\n  severities: {snapshot-only-backup: ${severity}, emergency-plan-integration-missing: ${severity}}\n`,
      );
    const files = off('off');
    if (/severities:[\s\S]*severities:/.test(files['drplan.yaml'] ?? ''))
      throw new Error('the example has severities now');
    expect(answers(files).get('0.6')).toMatchObject({
      state: 'open',
      reason: { en: 'the policy switches off emergency-plan-integration-missing' },
    });
    const info = off('info');
    info['drplan.yaml'] = (info['drplan.yaml'] as string).replace(/^ {2}partOf: .*\n/m, '');
    expect(answers(info).get('0.6')?.state).toBe('open');
  });
  it('a demand that only a page answers is open where this binder would not have the page', () => {
    const bare = answers(example(), new Set());
    expect(bare.get('0.5')?.state).toBe('open');
    expect(bare.get('0.15')?.state).toBe('fulfilled');
  });
});

describe('a plan with little in it', () => {
  it('shows what rules found worth saying as evidence, and counts it as no lack', () => {
    const found = answers({
      'drplan.yaml': `drplan: 1
plan: {name: Shop}
hypervisors: {hv-1: {}}
storage: {disks: {type: local, partOf: hv-1}}
virtualMachines: {a: {runsOn: hv-1, storedOn: disks}, b: {runsOn: hv-1, storedOn: disks}}
`,
    });
    const [first] = found.get('1.20')?.evidence ?? [];
    expect(found.get('1.20')?.state).toBe('fulfilled');
    expect(first).toMatchObject({ id: 'hv-1', at: { file: 'drplan.yaml', range: { line: 3 } } });
    expect(first?.text?.en).toContain('holds the data of 2 machines');
  });
  it('meets no clause of a standard by systems alone: a server is no evidence of training or reporting', () => {
    const reading = read({ 'drplan.yaml': 'drplan: 1\nplan: {name: Shop}\nservers: {a: {}}\n' });
    const texts = cover(reading, analyse(reading, today), ['iso', 'nis2', 'dora'], all);
    const clauses = texts.filter((t) => t.text.counts === 'clause').flatMap((t) => t.answers);
    expect(clauses.filter((a) => a.state === 'fulfilled').map((a) => a.demand.number)).toEqual([]);
    expect(clauses.length).toBeGreaterThan(40);
  });
  it('rests on what could be read: a file that could not makes that open', () => {
    const found = answers({ 'drplan.yaml': 'drplan: 1\nplan: {name: Shop}\nservers: {a: {}}\n', 'b.yaml': 'a: [' });
    expect(found.get('5.1')).toMatchObject({ state: 'open', findings: [{ rule: 'yaml-syntax', file: 'b.yaml' }] });
  });
  it('is not asked about what it does not have, and shows nothing for what it does not say', () => {
    const found = answers({ 'drplan.yaml': 'drplan: 1\nplan: {name: Shop}\nservers: {a: {}}\n' });
    expect(found.get('1.1')).toMatchObject({
      state: 'not-applicable',
      reason: {
        en: 'the plan has no virtualisation servers',
        de: 'im Plan kommen nicht vor: Virtualisierungsserver',
      },
    });
    expect(found.get('3.1')?.state).toBe('not-applicable');
    expect(found.get('5.1')).toMatchObject({
      state: 'fulfilled',
      evidence: [{ text: { en: '1 element', de: '1 Element' } }],
    });
    expect(found.get('0.6')?.state).toBe('open');
    expect(inState(found, 'open').length).toBeGreaterThan(40);
  });
});
