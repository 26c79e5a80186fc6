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

  it.each([
    [
      'without the cold start: the sentences on restarting everything',
      'scenarios.yaml',
      /^ {2}farm-cold-start:\n(?: {4}.*\n)+/m,
      ['1.13 open', '1.35 open'],
      ['1.29 open', '0.10 open'],
    ],
    [
      'without the restore test of a backup: whether it is usable',
      'preparedness.yaml',
      /^ {4}restoreTests: \[\{date: 2026-09-05.*\n/m,
      ['2.40 open'],
      ['2.14 open', '1.13 open'],
    ],
    [
      'without spares: how long a failure lasts',
      'people.yaml',
      /^spares:\n(?: {2}.*\n)+/m,
      ['0.11 open'],
      ['0.15 open'],
    ],
    [
      'without the word on where the plan belongs: its integration',
      'drplan.yaml',
      /^ {2}partOf: .*\n/m,
      ['0.6 open', '1.14 open', '1.38 open'],
      ['0.5 open'],
    ],
  ])('%s', (_, file, from, expected, spared) => {
    const found = opened(changed(file, from, ''));
    for (const one of expected) expect(found).toContain(one);
    for (const one of spared) expect(found).not.toContain(one);
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
      reason: 'the policy switches off emergency-plan-integration-missing',
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
  it('is not asked about what it does not have, and shows nothing for what it does not say', () => {
    const found = answers({ 'drplan.yaml': 'drplan: 1\nplan: {name: Shop}\nservers: {a: {}}\n' });
    expect(found.get('1.1')).toMatchObject({
      state: 'not-applicable',
      reason: 'the plan has no virtualisation servers',
    });
    expect(found.get('3.1')?.state).toBe('not-applicable');
    expect(found.get('0.6')?.state).toBe('open');
    expect(inState(found, 'open').length).toBeGreaterThan(40);
  });
});
