import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { parse as parseJunit } from 'junit2json';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { fingerprints } from '../../src/diagnostics/fingerprint.ts';
import { printable } from '../../src/diagnostics/printable.ts';
import { type Report, reporters } from '../../src/reporters/index.ts';
import { emptyReport, sha } from './report.ts';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04') as typeof import('ajv-draft-04').default;
const addFormats = require('ajv-formats') as typeof import('ajv-formats').default;
const reporter = (name: string) => {
  const found = reporters.find((r) => r.name === name);
  if (!found) throw new Error(name);
  return (report: Report): string => found.render(report);
};

/** Any text that a plan, a file system or an attacker may come up with. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '\n',
      '\r',
      '\0',
      '\u202e',
      '\ud800',
      '|',
      '`',
      ']]>',
      '%0A',
      '::',
      '<b>',
      '&amp;',
      '@me',
      '#1',
      ',',
      '\\',
      '"',
      "'",
      ' ',
      '-->',
      'https://a.b',
      'www.a.b',
      '\ufffe',
      '漢',
      '\t',
    ),
    maxLength: 12,
  }),
);
const place = fc
  .record({
    line: fc.integer({ min: 1, max: 999 }),
    column: fc.integer({ min: 1, max: 99 }),
    lines: fc.integer({ min: 0, max: 2 }),
    width: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ line, column, lines, width }) => ({ line, column, endLine: line + lines, endColumn: column + width }));
const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record({
    rule: fc.constantFrom('reference-unknown', 'asset-orphan', 'review-overdue'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: hostile,
    file: hostile.map((name) => name.replaceAll('/', '') || 'a.yaml'),
    range: place,
    hint: fc.option(hostile, { nil: undefined }),
    element: fc.option(hostile, { nil: undefined }),
    waived: fc.option(fc.record({ reason: hostile }), { nil: undefined, freq: 4 }),
    related: fc.option(fc.array(fc.record({ message: hostile, file: hostile, range: place }), { maxLength: 2 }), {
      nil: undefined,
    }),
  })
  .map(
    (d) => Object.fromEntries(Object.entries(d).filter(([, value]) => value !== undefined)) as unknown as Diagnostic,
  );
const reports = fc.array(diagnostic, { maxLength: 6 }).map((diagnostics) => ({
  ...emptyReport,
  diagnostics,
  paths: [...new Set(['clean.yaml', ...diagnostics.map((d) => d.file)])],
  rules: ['asset-orphan', 'reference-unknown', 'review-overdue'].map((id) => ({
    id,
    severity: 'error' as const,
    summary: 'S.',
    why: 'W.',
    source: 'Text',
  })),
}));
const runs = { numRuns: 2000 };
// biome-ignore lint/suspicious/noControlCharactersInRegex: none may come through.
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** Held against every format: whatever the plan says, no byte that controls a terminal or a log comes through. */
it.each(reporters.filter((r) => r.name !== 'text').map((r) => [r.name, r] as const))(
  '%s has no control characters',
  (_, { render }) => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(render(report)).not.toMatch(raw);
      }),
      runs,
    );
  },
);

describe('SARIF', () => {
  // The official schema, as the test tools of its authors ship it.
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv as never);
  const validate = ajv.compile(schema);
  it('is valid by its schema for any findings, and finds the schema able to refuse', () => {
    fc.assert(
      fc.property(reports, (report) => {
        validate(JSON.parse(reporter('sarif')(report)));
        expect(validate.errors ?? []).toEqual([]);
      }),
      runs,
    );
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });
  it('names every rule it uses, and every place by a path that leads back to the file', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const [run] = JSON.parse(reporter('sarif')({ ...report, prefix: 'a b/#/' })).runs;
        report.diagnostics.forEach((d, i) => {
          const result = run.results[i];
          expect(run.tool.driver.rules[result.ruleIndex].id).toBe(d.rule);
          const { artifactLocation, region } = result.locations[0].physicalLocation;
          expect(artifactLocation.uri).toMatch(/^[\w%./~-]*$/);
          expect(decodeURIComponent(artifactLocation.uri)).toBe(`a b/#/${printable(d.file)}`);
          expect([region.startLine, region.startColumn, region.endLine, region.endColumn - 1]).toEqual([
            d.range.line,
            d.range.column,
            d.range.endLine,
            d.range.endColumn,
          ]);
          expect(result.suppressions !== undefined).toBe(d.waived !== undefined);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('fingerprints', () => {
  it('differ within a run and stay when lines move, files are reordered, and other findings come and go', () => {
    fc.assert(
      fc.property(fc.array(diagnostic, { maxLength: 8 }), fc.integer({ min: 0, max: 50 }), (found, by) => {
        const before = fingerprints(found, sha);
        expect(new Set(before.values()).size).toBe(found.length);
        const moved = found.map((d) => ({
          ...d,
          range: { ...d.range, line: d.range.line + by, endLine: d.range.endLine + by },
        }));
        expect([...fingerprints(moved, sha).values()]).toEqual([...before.values()]);
        const alone = found.filter(
          (d, i) =>
            found.findIndex(
              (o) => o.rule === d.rule && o.message === d.message && (o.element ?? o.file) === (d.element ?? d.file),
            ) === i,
        );
        const fewer = alone.slice(1);
        for (const d of fewer) expect(fingerprints(fewer, sha).get(d)).toBe(before.get(d));
      }),
      { numRuns: 500 },
    );
  });
});

describe('JUnit', () => {
  it('is well-formed XML 1.0 that a reader of reports counts as we do', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        const text = reporter('junit')(report);
        const errors: Error[] = [];
        const parser = new SaxesParser({ xmlns: false });
        parser.on('error', (e) => errors.push(e));
        parser.write(text).close();
        expect(errors).toEqual([]);
        const suites = await parseJunit(text);
        if (!suites || !('testsuite' in suites)) throw new Error('no suites');
        const cases = suites.testsuite?.[0]?.testcase ?? [];
        const pairs = new Set(report.diagnostics.map((d) => JSON.stringify([d.file, d.rule])));
        const clean = report.paths.filter((p) => !report.diagnostics.some((d) => d.file === p));
        expect(cases).toHaveLength(pairs.size + clean.length);
        const failing = new Set(
          report.diagnostics
            .filter((d) => d.severity === 'error' && !d.waived)
            .map((d) => JSON.stringify([d.file, d.rule])),
        );
        expect([suites.tests, suites.failures]).toEqual([cases.length, failing.size]);
        expect(cases.filter((c) => c.failure !== undefined)).toHaveLength(failing.size);
      }),
      { numRuns: 500 },
    );
  });
});

describe('GitHub', () => {
  /** What the runner reads out of a line (actions/runner, ActionCommand): properties, then data, unescaped. */
  const read = (line: string) => {
    const found = /^::(\w+) (.*?)::(.*)$/.exec(line);
    if (!found) throw new Error(line);
    const [, command, properties = '', data = ''] = found;
    const un = (t: string) =>
      t
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    return {
      command,
      properties: Object.fromEntries(
        properties.split(',').map((p) => [p.slice(0, p.indexOf('=')), un(p.slice(p.indexOf('=') + 1))]),
      ),
      data: un(data),
    };
  };
  it('is one command a finding, the most severe first, read back as it was written', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const lines = reporter('github')(report).split('\n').slice(0, -1);
        const open = report.diagnostics.filter((d) => !d.waived);
        const rank = { error: 0, notice: 2, warning: 1 } as Record<string, number>;
        const commands = lines.map(read);
        expect(commands.map((c) => rank[c.command ?? ''])).toEqual(
          [...commands.map((c) => rank[c.command ?? ''])].sort(),
        );
        const said = commands.map((c) => [c.properties['file'], c.properties['line'], c.data]);
        const expected = open.map((d) => [
          printable(d.file),
          String(d.range.line),
          [d.message, ...(d.hint ? [d.hint] : [])].map(printable).join('\n'),
        ]);
        expect(said.map(String).sort()).toEqual(expected.map(String).sort());
      }),
      runs,
    );
  });
  it('escapes as the toolkit of its makers does', async () => {
    const { issueCommand } = await import('@actions/core/lib/command.js');
    const { commandData, commandProperty } = await import('../../src/reporters/github.ts');
    const written: string[] = [];
    const write = process.stdout.write;
    fc.assert(
      fc.property(hostile, hostile, (message, title) => {
        process.stdout.write = ((text: string) => written.push(text)) as never;
        try {
          issueCommand('error', { title: `t${printable(title)}` }, printable(message));
        } finally {
          process.stdout.write = write;
        }
        expect(`::error title=${commandProperty(`t${title}`)}::${commandData(message)}\n`).toBe(written.pop());
      }),
      runs,
    );
  });
});

describe('GitLab', () => {
  it('has every field it documents, with fingerprints that differ', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const entries = JSON.parse(reporter('gitlab')(report)) as Record<string, never>[];
        expect(entries).toHaveLength(report.diagnostics.filter((d) => !d.waived).length);
        expect(new Set(entries.map((e) => e['fingerprint'])).size).toBe(entries.length);
        for (const entry of entries) {
          expect(entry).toEqual({
            description: expect.any(String),
            check_name: expect.any(String),
            fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
            severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
            location: { path: expect.any(String), lines: { begin: expect.any(Number), end: expect.any(Number) } },
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('Markdown', () => {
  const shown = (html: string): string =>
    html
      .replace(/<br>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replaceAll('\u2060', '');
  const trimmed = (t: string): string => t.replace(/[ \t]+/g, ' ').trim();
  it('is a table that says what was found and nothing else: no markup, link, mention or HTML of the plan', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const source = reporter('markdown')(report);
        const html = micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
        const rows = [...html.matchAll(/<tr>\n((?:<td>.*<\/td>\n)+)<\/tr>/g)].map((m) =>
          [...(m[1] ?? '').matchAll(/<td>(.*)<\/td>/g)].map((c) => c[1] ?? ''),
        );
        const open = report.diagnostics.filter((d) => !d.waived);
        expect(rows).toHaveLength(open.length);
        const said = rows.map(([, where = '', what = '', rule = '']) =>
          [shown(where), shown(what), shown(rule)].map(trimmed),
        );
        const expected = open.map((d) =>
          [
            `${printable(d.file)}:${d.range.line}`,
            [d.message, ...(d.hint ? [d.hint] : [])].map((t) => printable(t)).join('\n'),
            d.rule,
          ].map(trimmed),
        );
        expect(said.map(String).sort()).toEqual(expected.map(String).sort());
        // What stands in cells is text and our own line breaks.
        for (const cell of rows.flat()) expect(cell.replaceAll('<br>', '')).not.toMatch(/<|(?<![\w])@\w|#\d/);
      }),
      runs,
    );
  });
});
