import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { analyse } from '../../src/pipeline.ts';
import { check, rules } from '../../src/rules/index.ts';
import { resolve } from '../../src/source/index.ts';
import { read, today } from '../support/plan.ts';
import { root } from '../support/program.ts';

/** One way to get a plan wrong: where it can be planted, what is then written, and what must be underlined. */
interface Defect {
  readonly kind: string;
  readonly rule: string;
  /** Every match is a place; what it matches is replaced. */
  readonly at: RegExp;
  readonly write: (match: RegExpExecArray) => string;
  /** The text of the reported range. */
  readonly token: (match: RegExpExecArray, written: string) => string;
}

const part = (match: RegExpExecArray, n: number): string => match[n] ?? '';
const unknown = (field: string): Defect => ({
  kind: `an unknown id in ${field}`,
  rule: 'reference-unknown',
  at: new RegExp(`(?<=[ {]${field}: \\[?)([a-z][a-z0-9-]+)(?=[\\],}\\n])`, 'g'),
  write: (m) => `zz-${part(m, 1)}`,
  token: (_, written) => written,
});
const wrongKind = (field: string, id: string): Defect => ({
  kind: `the wrong kind of element in ${field}`,
  rule: 'reference-kind-wrong',
  at: new RegExp(`(?<=[ {]${field}: \\[?)([a-z][a-z0-9-]+)(?=[\\],}\\n])`, 'g'),
  write: () => id,
  token: () => id,
});
const value = (
  kind: string,
  rule: string,
  before: string,
  pattern: string,
  written: (text: string) => string,
): Defect => ({
  kind,
  rule,
  at: new RegExp(`(?<=[ {]${before}: )(${pattern})(?=[\\],}\\n])`, 'g'),
  write: (m) => written(part(m, 1)),
  token: (_, text) => text,
});
const withoutUnit = (field: string): Defect =>
  value(`a duration without a unit in ${field}`, 'unit-ambiguous', field, '\\d+(?:m|h|d)', (t) => t.replace(/\D/g, ''));
const notAllowed = (field: string, good: string, bad: string): Defect =>
  value(`a misspelt word in ${field}`, 'schema-invalid', field, good, () => bad);
const inFuture = (field: string): Defect =>
  value(`a day in the future in ${field}`, 'date-in-future', field, '20\\d\\d-\\d\\d-\\d\\d', () => '2031-01-01');
const syntax = (kind: string, at: RegExp, write: Defect['write'], token: string, rule = 'yaml-syntax'): Defect => ({
  kind,
  rule,
  at,
  write,
  token: () => token,
});

const defects: readonly Defect[] = [
  ...['poweredBy', 'connectedTo', 'in', 'owner', 'procedure', 'responsible', 'target', 'covers', 'holders'].map(
    unknown,
  ),
  ...['contracts', 'from', 'runsOn', 'storedOn', 'supplier'].map(unknown),
  wrongKind('poweredBy', 'bsi-person'),
  wrongKind('holders', 'bsi-server'),
  wrongKind('target', 'bsi-person'),
  wrongKind('procedure', 'bsi-server'),
  ...['takes', 'rto', 'runtime', 'leadTime', 'travelTime'].map(withoutUnit),
  value('a unit that does not exist', 'schema-invalid', 'takes', '\\d+(?:m|h|d)', (t) => `${t}x`),
  value('a negative duration', 'schema-invalid', 'takes', '\\d+(?:m|h|d)', (t) => `-${t}`),
  value('a month 13', 'schema-invalid', 'verified', '20\\d\\d-\\d\\d-\\d\\d', () => '2026-13-01'),
  value('a 30th of February', 'schema-invalid', 'last', '20\\d\\d-\\d\\d-\\d\\d', () => '2026-02-30'),
  value('a day as people write it', 'schema-invalid', 'verified', '20\\d\\d-\\d\\d-\\d\\d', () => '1.10.2026'),
  inFuture('verified'),
  inFuture('last'),
  notAllowed('need', 'high', 'hihg'),
  notAllowed('effect', 'destroyed', 'destroied'),
  notAllowed('medium', 'disk', 'disc'),
  notAllowed('extent', 'whole', 'hole'),
  notAllowed('automated', 'true', 'yes'),
  notAllowed('offline', 'true', 'on'),
  {
    kind: 'a misspelt field',
    rule: 'schema-invalid',
    at: /(?<=[ {])purpose(?=: )/g,
    write: () => 'purpoze',
    token: () => 'purpoze',
  },
  {
    kind: 'a misspelt collection',
    rule: 'schema-invalid',
    at: /^(?!drplan|plan|include)([a-z][A-Za-z]+)(?=:\n)/gm,
    write: (m) => `${part(m, 1)}x`,
    token: (_, written) => written,
  },
  {
    kind: 'a map for a text',
    rule: 'schema-invalid',
    at: /(?<=[ {]name: )([A-Z][A-Za-z ]+)(?=[,}\n])/g,
    write: () => '{a: b}',
    token: () => '{a: b}',
  },
  {
    kind: 'a key written twice',
    rule: 'yaml-duplicate-key',
    at: /(?<=\{name: [A-Z][A-Za-z ]+, )(?=[a-z])/g,
    write: () => 'name: Again, ',
    token: () => 'name',
  },
  syntax('a bracket that is never closed', /(?<=connectedTo: \[[a-z0-9, -]+)\](?=\n)/g, () => '', '['),
  syntax('a tab in the indentation', /(?<=\n) {2}(?= {2}[a-z]+: )/g, () => '\t', '\t'),
  syntax('no space after a colon', /(?<=\n {4}purpose:) /g, () => '', 'purpose:'),
  syntax('an alias of nothing', /(?<=purpose: )[^,}\n"{[]+(?=[,}\n])/g, () => '*nowhere', '*nowhere'),
  syntax('a tag', /(?<=purpose: )(?=[A-Z])/g, () => '!text ', '!text'),
  syntax('a quote that is never closed', /(?<=\n {4}purpose: )(?=[A-Z])/g, () => '"', '"'),
  {
    kind: 'a password',
    rule: 'secret-in-plan',
    at: /(?<=purpose: )[^,}\n"{[]+(?=[,}\n])/g,
    write: () => 'Log in with Sommer first (password=Winter2026!)',
    token: () => 'Winter2026!',
  },
  value('a waiver that is over', 'waiver-expired', 'until', '20\\d\\d-\\d\\d-\\d\\d', () => '2026-11-22'),
  {
    kind: 'a waiver of a rule that does not exist',
    rule: 'rule-unknown',
    at: /(?<=- rule: )([a-z-]+)(?=\n)/g,
    write: (m) => `${part(m, 1)}s`,
    token: (_, written) => written,
  },
  {
    kind: 'more providers asked for than named',
    rule: 'requirement-impossible',
    at: /(?<=poweredBy: )\[([a-z][a-z0-9-]+)\]/g,
    write: (m) => `[{atLeast: 2, of: [${part(m, 1)}]}]`,
    token: (_, written) => written.slice(1, -1),
  },
  value(
    'a contract that is over',
    'maintenance-contract-expired',
    'validUntil',
    '20\\d\\d-\\d\\d-\\d\\d',
    () => '2026-11-22',
  ),
  {
    kind: 'a training that is over',
    rule: 'training-expired',
    at: /(?<=trainings: \[)\{topic: ([^{},]+), date: [\d-]+[^{}]*\}(?=\])/g,
    write: (m) => `{topic: ${part(m, 1)}, date: 2019-01-01, validFor: 2y}`,
    token: (_, written) => written,
  },
  {
    kind: 'an RTO longer than the MTPD',
    rule: 'rto-exceeds-mtpd',
    at: /(?<=\n {4}rto: )\d+h(?=\n {4}rpo: [^\n]+\n {4}mtpd)/g,
    write: () => '900d',
    token: () => '900d',
  },
  {
    kind: 'a contact that nobody has checked for years',
    rule: 'contact-unverified',
    at: /(?<=\n {2})([a-z-]+)(:\n {4}name: [^\n]+\n(?: {4}customerNumber: [^\n]+\n)? {4}contacts: \[\{[^}\]]*verified: )20\d\d-\d\d-\d\d(?=\}\])/g,
    write: (m) => `${part(m, 1)}${part(m, 2)}2020-01-01`,
    token: (m) => part(m, 1),
  },
  {
    kind: 'a vague step',
    rule: 'procedure-step-vague',
    at: /(?<=- )\{do: [^,"'{}]+, (expect: [^"'{}]+\})/g,
    write: (m) => `{do: Proceed as usual, ${part(m, 1)}`,
    token: (_, written) => written,
  },
];

/** Two elements that no field of the list takes. */
const strangers = 'people: {bsi-person: {}}\nservers: {bsi-server: {purpose: Tests, recovery: {stateless: true}}}\n';

function example(name: string): Readonly<Record<string, string>> {
  const dir = join(root, 'examples', name);
  const files = readdirSync(dir).filter((f) => f.endsWith('.yaml'));
  return Object.fromEntries(files.map((f) => [f, readFileSync(join(dir, f), 'utf8')]));
}

/** The text of a range, as an editor would mark it. */
function marked(text: string, { range }: Diagnostic): string {
  const lines = text.split('\n').slice(range.line - 1, range.endLine);
  const last = lines.length - 1;
  return lines
    .map((line, i) => line.slice(i === 0 ? range.column - 1 : 0, i === last ? range.endColumn : undefined))
    .join('\n');
}

/** What the reader and one rule find. */
function found(files: Readonly<Record<string, string>>, id: string): readonly Diagnostic[] {
  const reading = read({ ...files, 'strangers.yaml': strangers });
  const asked = rules.filter((rule) => rule.id === id);
  const findings = [...reading.findings, ...check(analyse(reading, today), asked, ['full'], rules)];
  return resolve(
    findings.filter((f) => f.rule === id),
    reading.parsed,
  );
}
const key = (d: Diagnostic): string => `${d.rule} ${d.message}`;

describe.each(['small-office', 'two-sites'])('defects planted in %s', (name) => {
  const files = example(name);
  for (const defect of defects) {
    const places = Object.entries(files).flatMap(([file, text]) =>
      [...text.matchAll(defect.at)].map((match) => ({ file, text, match: match as RegExpExecArray })),
    );
    // Three places of each kind, spread over the plan by a number that depends on the kind alone.
    const step = Math.max(1, Math.floor(places.length / 3));
    const chosen = places.filter((_, i) => i % step === defect.kind.length % step).slice(0, 3);
    const before = new Set(found(files, defect.rule).map(key));
    // What an example does not have is planted in the other one; the last test sees to it.
    if (places.length === 0) continue;
    it(`${defect.kind}: found where it stands, at ${chosen.length} places`, () => {
      for (const { file, text, match } of chosen) {
        const written = defect.write(match);
        const broken = text.slice(0, match.index) + written + text.slice(match.index + match[0].length);
        const line = text.slice(0, match.index).split('\n').length;
        const now = found({ ...files, [file]: broken }, defect.rule);
        const hits = now.filter((d) => d.file === file && !before.has(key(d)));
        const where = `${file}:${line}: ${broken.split('\n')[line - 1]?.slice(0, 120)}`;
        if (!defect.token) expect(hits, where).not.toEqual([]);
        else
          expect(
            hits.map((d) => marked(broken, d)),
            where,
          ).toContain(defect.token(match, written));
      }
    });
  }
});

it('forty kinds of defects and more are planted in one example at the least', () => {
  const texts = ['small-office', 'two-sites'].flatMap((name) => Object.values(example(name)));
  const planted = defects.filter((d) => texts.some((text) => text.search(d.at) >= 0));
  expect(new Set(planted.map((d) => d.kind)).size).toBe(defects.length);
  expect(defects.length).toBeGreaterThanOrEqual(40);
});
