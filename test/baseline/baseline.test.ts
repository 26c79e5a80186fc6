import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineText, canBeKnown, compare, entriesOf, joined, readBaseline } from '../../src/baseline/index.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const finding = (rule: string, about: Partial<Diagnostic>, message = 'has no owner', line = 1): Diagnostic => ({
  rule,
  severity: 'warning',
  message,
  file: 'drplan.yaml',
  range: { line, column: 1, endLine: line, endColumn: 2 },
  ...about,
});
const any = () => true;
const read = (text: string) => {
  const entries = readBaseline(text);
  if ('problem' in entries) throw new Error(`${entries.line}: ${entries.problem}`);
  return entries;
};

const findings = fc.array(
  fc.oneof(
    fc
      .record({
        rule: fc.constantFrom('r', 's'),
        element: fc.constantFrom('a', 'b', 'c'),
        n: fc.nat(3),
        line: fc.nat(9),
      })
      .map(({ rule, element, n, line }) =>
        finding(rule, { element }, `is ${n} days late since 2026-0${n + 1}-01`, line + 1),
      ),
    fc
      .record({
        rule: fc.constantFrom('r', 's'),
        elements: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2 }),
      })
      .map(({ rule, elements }) => finding(rule, { elements }, `${elements.length} of 9 have no owner`)),
  ),
  { maxLength: 12 },
);

describe('a baseline', () => {
  it('knows everything it was made from, in any order and at any line, today and tomorrow', () => {
    fc.assert(
      fc.property(findings, fc.nat(5), (all, shift) => {
        const baseline = read(baselineText(entriesOf(all)));
        const later = [...all].reverse().map((d) => ({
          ...d,
          message: d.message.replace(/\d+ days/, `${shift + 7} days`),
          range: { ...d.range, line: d.range.line + shift },
        }));
        const { fresh, known, gone } = compare(later, baseline, any);
        expect(fresh).toEqual([]);
        expect(known).toHaveLength(all.length);
        expect(gone).toBe(0);
      }),
    );
  });
  it('never grows by itself: what is left knows nothing that the old one did not know', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const old = entriesOf(before);
        const first = compare(now, old, any);
        const second = compare(now, first.left, any);
        expect(second.known).toEqual(first.known);
        expect(second.gone).toBe(0);
        expect(first.known.length + first.fresh.length).toBe(now.length);
      }),
    );
  });
  it('knows all once what is new was added', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const { left, fresh } = compare(now, entriesOf(before), any);
        expect(compare(now, read(baselineText(joined(left, entriesOf(fresh)))), any).fresh).toEqual([]);
      }),
    );
  });
  it('tells a second finding of the same kind from the first', () => {
    const one = finding('r', { element: 'a' });
    const { fresh, known } = compare([one, finding('r', { element: 'a' }, 'has no owner', 9)], entriesOf([one]), any);
    expect([known.length, fresh.length]).toEqual([1, 1]);
  });
  it('does not care whether a lack is told once for many elements or for each', () => {
    const many = finding('r', { elements: ['a', 'b', 'c'] }, '3 of 4 servers have no owner');
    const each = ['a', 'b'].map((element) => finding('r', { element }));
    const fromMany = compare(each, entriesOf([many]), any);
    expect(fromMany).toMatchObject({ fresh: [], gone: 1, left: [{ rule: 'r', elements: ['a', 'b'] }] });
    const fromEach = compare([finding('r', { elements: ['a', 'b'] })], entriesOf(each), any);
    expect(fromEach).toMatchObject({ fresh: [], gone: 0 });
    expect(fromEach.left).toHaveLength(2);
  });
  it('has one more element in it: that is a new finding', () => {
    const three = finding('r', { elements: ['a', 'b', 'c'] });
    expect(compare([{ ...three, elements: ['a', 'b', 'c', 'd'] }], entriesOf([three]), any).fresh).toHaveLength(1);
    expect(compare([{ ...three, elements: ['a', 'b'] }], entriesOf([three]), any).fresh).toHaveLength(0);
  });
  it('hides neither what is waived, nor information, nor what may not be hidden', () => {
    const may = canBeKnown(new Set(['schema-invalid']));
    expect(may(finding('r', {}))).toBe(true);
    expect(may(finding('schema-invalid', {}))).toBe(false);
    expect(may({ ...finding('r', {}), severity: 'info' })).toBe(false);
    expect(may({ ...finding('r', {}), waived: { reason: 'known' } })).toBe(false);
    const bad = finding('schema-invalid', { element: 'a' });
    expect(compare([bad], entriesOf([bad]), may).fresh).toEqual([bad]);
  });
  it('is one finding a line, sorted', () => {
    const text = baselineText(
      entriesOf([
        finding('s', { element: 'b' }),
        finding('r', { elements: ['z', 'y'] }),
        finding('s', { element: 'a' }),
      ]),
    );
    expect(text).toBe(`{"schema":"drplan/baseline/1"}
{"rule":"r","elements":["y","z"]}
{"rule":"s","about":"a","says":"has no owner","count":1}
{"rule":"s","about":"b","says":"has no owner","count":1}
`);
  });
  it.each([
    ['', 1, 'the file is empty'],
    ['{"rule":"r"}', 1, 'expected {"schema":"drplan/baseline/1"} in the first line'],
    ['{"schema":"drplan/baseline/2"}', 1, 'expected {"schema":"drplan/baseline/1"}'],
    ['{"schema":"drplan/baseline/1"}\n\n<<<<<<< HEAD\n', 3, 'this is no JSON'],
    ['{"schema":"drplan/baseline/1"}\n[]', 2, 'expected an object'],
    ['{"schema":"drplan/baseline/1"}\n{"rule":"r","about":"a","says":"x","count":0}', 2, 'expected "count", from 1'],
    ['{"schema":"drplan/baseline/1"}\n{"rule":"r","about":"a"}', 2, 'expected "says"'],
    ['{"schema":"drplan/baseline/1"}\n{"rule":"r"}', 2, 'expected "about"'],
    ['{"schema":"drplan/baseline/1"}\n{"rule":"r","elements":[1]}', 2, 'expected "elements"'],
    ['{"schema":"drplan/baseline/1"}\n{"rule":"r","lines":[1]}', 2, '"lines" is unknown here'],
    ['{"schema":"drplan/baseline/1"}\n{"about":"r"}', 2, 'expected "rule"'],
  ])('names the line that it cannot read: %j', (text, line, problem) => {
    expect(readBaseline(text)).toEqual({ line, problem: expect.stringContaining(problem) });
  });
});
