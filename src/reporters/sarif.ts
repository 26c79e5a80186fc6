import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.ts';
import { fingerprints } from '../diagnostics/fingerprint.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import type { Range } from '../diagnostics/location.ts';
import { printable } from '../diagnostics/printable.ts';
import type { Report, Reporter, RuleInfo } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A path as a relative reference (RFC 3986): what is no plain letter, digit or mark is percent-encoded. */
const asUri = (path: string): string =>
  path
    .split('/')
    // Lone surrogates have no UTF-8 form: they appear as they do everywhere else.
    .map((part) => encodeURIComponent(printable(part)).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`))
    .join('/');

/** Our last column is included, theirs is the one behind it (SARIF 2.1.0, 3.30.8). */
const region = (range: Range) => ({
  startLine: range.line,
  startColumn: range.column,
  endLine: range.endLine,
  endColumn: range.endColumn + 1,
});

const physical = (prefix: string, file: string, range: Range) => ({
  artifactLocation: { uri: asUri(`${prefix}${file}`), uriBaseId: '%SRCROOT%' },
  region: region(range),
});

const relatedLocation = (prefix: string, { message, file, range }: RelatedPlace, id: number) => ({
  id,
  physicalLocation: physical(prefix, file, range),
  message: { text: printable(message) },
});

const descriptor = ({ id, severity, summary, why, source }: RuleInfo) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: `${summary} ${why}` },
  help: {
    text: `${why}\nSource: ${source}\nMore: drplan explain ${id}`,
    markdown: `${why}\n\n**Source:** ${source}\n\n\`drplan explain ${id}\``,
  },
  defaultConfiguration: { level: levels[severity] },
});

function result(d: Diagnostic, prefix: string, ruleIndex: number | undefined, fingerprint: string) {
  const hint = d.hint ? `. ${d.hint}` : '';
  return {
    ruleId: d.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[d.severity],
    message: { text: printable(`${d.message}${hint}`) },
    locations: [
      {
        physicalLocation: physical(prefix, d.file, d.range),
        ...(d.element === undefined
          ? {}
          : { logicalLocations: [{ name: printable(d.element), fullyQualifiedName: printable(d.element) }] }),
      },
    ],
    ...(d.related?.length ? { relatedLocations: d.related.map((r, i) => relatedLocation(prefix, r, i)) } : {}),
    partialFingerprints: { 'drplan/v1': fingerprint },
    ...(d.waived
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: printable(d.waived.reason) }] }
      : {}),
  };
}

function render({ header, diagnostics, prefix, rules, hash }: Report): string {
  const indexOf = new Map(rules.map((rule, i) => [rule.id, i]));
  const names = fingerprints(diagnostics, hash);
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: header.tool.name, semanticVersion: header.tool.version, rules: rules.map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => result(d, prefix, indexOf.get(d.rule), names.get(d) ?? '')),
      },
    ],
  };
  return jsonText(document);
}

/** SARIF 2.1.0 (OASIS): code scanning of GitHub and others. Waived findings are suppressed results. */
export const sarif: Reporter = { name: 'sarif', description: 'SARIF 2.1.0, for code scanning', render };
