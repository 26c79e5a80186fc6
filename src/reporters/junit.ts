import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Report, Reporter } from './report.ts';

/** Not allowed in XML 1.0 even as a reference, though no control character: two non-characters. */
const notInXml = /[\ufffe\uffff]/g;

/** Text as XML 1.0 content and attribute value: marks as entities, control characters as drplan shows them. */
export const xml = (text: string): string =>
  printable(text)
    .replace(notInXml, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const line = (d: Diagnostic): string =>
  xml(`${d.file}:${d.range.line}:${d.range.column}: ${d.message}${d.hint ? `; ${d.hint}` : ''}`);

/** One test case: a file held against a rule. Only errors fail it; warnings and information are its output. */
function testCase(file: string, rule: string, found: readonly Diagnostic[]): string {
  const open = found.filter((d) => !d.waived);
  const errors = open.filter((d) => d.severity === 'error');
  const others = open.filter((d) => d.severity !== 'error');
  const [first] = found;
  const at = first ? ` file="${xml(file)}" line="${first.range.line}"` : ` file="${xml(file)}"`;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const parts = [
    ...(errors[0]
      ? [
          `      <failure type="error" message="${xml(`${errors[0].message}`)}${more}">${errors.map(line).join('\n')}</failure>`,
        ]
      : []),
    ...(open.length === 0 && first?.waived
      ? [`      <skipped message="${xml(`waived: ${first.waived.reason}`)}"/>`]
      : []),
    ...(others.length > 0
      ? [`      <system-out>${others.map((d) => `${d.severity}: ${line(d)}`).join('\n')}</system-out>`]
      : []),
  ];
  const start = `    <testcase classname="${xml(file)}" name="${xml(rule)}"${at}`;
  return parts.length === 0 ? `${start}/>` : `${start}>\n${parts.join('\n')}\n    </testcase>`;
}

function render({ diagnostics, prefix, paths }: Report): string {
  const cases = new Map<string, Map<string, Diagnostic[]>>(paths.map((path) => [path, new Map()]));
  for (const d of diagnostics) {
    const rules = cases.get(d.file) ?? new Map<string, Diagnostic[]>();
    cases.set(d.file, rules.set(d.rule, [...(rules.get(d.rule) ?? []), d]));
  }
  const all = [...cases].flatMap(([file, rules]) =>
    rules.size === 0
      ? [{ file, rule: 'all rules', found: [] as Diagnostic[] }]
      : [...rules].map(([rule, found]) => ({ file, rule, found })),
  );
  const isFailure = (found: readonly Diagnostic[]): boolean => found.some((d) => !d.waived && d.severity === 'error');
  const isSkipped = (found: readonly Diagnostic[]): boolean => found.length > 0 && found.every((d) => d.waived);
  const counts = `tests="${all.length}" failures="${all.filter((c) => isFailure(c.found)).length}" errors="0" skipped="${all.filter((c) => isSkipped(c.found)).length}"`;
  const lines = all.map((c) => testCase(`${prefix}${c.file}`, c.rule, c.found));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="drplan" ${counts}>`,
    `  <testsuite name="drplan validate" ${counts}>`,
    ...lines,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** JUnit XML as Jenkins and GitLab read it: one test case per file and rule, one for a file without findings. */
export const junit: Reporter = { name: 'junit', description: 'JUnit XML, for test reports', render };
