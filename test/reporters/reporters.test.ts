import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/cli/commands/validate.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { noPaint, type Report, reporters, summaryLine, validateOutput } from '../../src/reporters/index.ts';
import { emptyReport } from './report.ts';

const range = (line: number, column: number, endLine: number, endColumn: number) => ({
  line,
  column,
  endLine,
  endColumn,
});
const diagnostics: readonly Diagnostic[] = [
  {
    rule: 'reference-unknown',
    severity: 'error',
    message: '"srv-dbb" is not in the plan',
    file: 'plan/a.yaml',
    range: range(14, 17, 14, 23),
    frame: ['    dependsOn: [srv-dbb]'],
    label: 'no element has this id',
    hint: 'did you mean "srv-db"?',
    element: 'web',
    related: [{ message: '"srv-db" is here', file: 'plan/s.yaml', range: range(8, 3, 8, 8) }],
  },
  {
    rule: 'wide',
    severity: 'warning',
    message: 'wide letters and a tab',
    file: 'plan/b.yaml',
    range: range(3, 9, 3, 10),
    frame: ['\t漢字😀: 漢字 x'],
    label: 'here',
  },
  {
    rule: 'many-lines',
    severity: 'warning',
    message: 'a place of several lines',
    file: 'plan/b.yaml',
    range: range(9, 3, 15, 4),
    frame: ['  a:', '    b: 1', '    c: 2', '    d: 3', '    e: 4'],
    source: 'BSI-Standard 200-4, 5.2',
  },
  {
    rule: 'decided',
    severity: 'info',
    message: 'a decision that was recorded: nothing is wrong here',
    file: 'plan/c.yaml',
    range: range(3, 1, 3, 4),
    frame: ['a: b'],
  },
  {
    rule: 'hostile',
    severity: 'error',
    message: 'found "\u001b[2J\u202e"',
    file: 'plan/\u001b]0;x.yaml',
    range: range(1, 4, 1, 7),
    frame: ['a: \u001b[2J'],
    hint: 'delete\u0007 it',
  },
  {
    rule: 'waived',
    severity: 'error',
    message: 'nobody owns it',
    file: 'plan/z.yaml',
    range: range(2, 1, 2, 1),
    waived: { reason: 'leased until May', by: 'anna', until: '2027-05-01' },
  },
];
const report: Report = {
  ...emptyReport,
  baselined: [],
  first: [],
  diagnostics,
  prefix: 'emergency/',
  paths: ['plan/a.yaml', 'plan/clean.yaml'],
  rules: [
    {
      id: 'reference-unknown',
      severity: 'error',
      summary: 'Every reference leads to an element.',
      why: 'What is missing is not started.',
      source: 'Soundness of the plan',
    },
  ],
};

/** Compares with a file beside the test; a missing one is written once and must then be read by a person. */
function golden(name: string, actual: string): void {
  const url = new URL(`./golden/${name}`, import.meta.url);
  if (process.env.UPDATE_GOLDEN) writeFileSync(url, actual);
  expect(existsSync(url), `${name} is missing; run with UPDATE_GOLDEN=1`).toBe(true);
  expect(actual).toBe(readFileSync(url, 'utf8'));
}

describe('reporters', () => {
  it.each(reporters.map((r) => [r.name, r] as const))('%s', (name, reporter) => {
    golden(`report.${name}.txt`, reporter.render(report));
  });

  it('wraps for a narrow terminal, only ids and paths may be longer', () => {
    const out = (reporters[0] as (typeof reporters)[number]).render(
      { ...report, diagnostics: diagnostics.slice(0, 1) },
      { width: 10 },
    );
    golden('narrow.text.txt', out);
  });

  it('shows 50 and counts the rest; JSON has all', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      ...(diagnostics[0] as Diagnostic),
      range: range(i + 1, 1, i + 1, 1),
    }));
    const [text, concise, json] = reporters.map((r) => r.render({ ...report, diagnostics: many }));
    expect(text?.match(/^error\[/gm)).toHaveLength(50);
    expect(text).toContain('… and 9,950 more findings');
    expect(concise?.trimEnd().split('\n')).toHaveLength(10_000);
    expect((JSON.parse(json ?? '') as { diagnostics: unknown[] }).diagnostics).toHaveLength(10_000);
  });

  it('sums up in one line', () => {
    expect(summaryLine(report)).toBe('checked 12 files, 340 elements: 2 errors, 2 warnings, 1 info, 1 finding waived');
    expect(summaryLine({ ...report, files: 1, elements: 1, diagnostics: [] })).toBe(
      'checked 1 file, 1 element: nothing found',
    );
  });

  it('are the choices of the command', () => {
    expect(formats).toEqual(reporters.map((r) => r.name));
  });

  it('JSON keeps to its own schema', () => {
    expect(validateOutput.safeParse(JSON.parse(reporters[2]?.render(report) ?? '')).error).toBeUndefined();
  });

  it('paints only by the painter', () => {
    const paint = { ...noPaint, error: (t: string) => `<e>${t}</e>` };
    expect(reporters[0]?.render(report, { paint })).toContain('<e>error[reference-unknown]</e>');
  });

  it('lets no control byte of the data through', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the test.
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(any, any, any, any, fc.nat(40), fc.nat(40), (message, hint, file, line, from, length) => {
        const d: Diagnostic = {
          rule: 'r',
          severity: 'error',
          message,
          hint,
          label: hint,
          file,
          range: range(1, from + 1, 1, from + length + 1),
          frame: [line],
          source: hint,
          related: [{ message, file, range: range(1, 1, 1, 1) }],
        };
        for (const r of reporters.slice(0, 2)) expect(r.render({ ...report, diagnostics: [d] })).not.toMatch(control);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
