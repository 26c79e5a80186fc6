import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { diagnostics, read } from '../support/plan.ts';

/** Lines of an example that must be flagged. */
const marked = (yaml: string): number[] =>
  yaml.split('\n').flatMap((line, i) => (/# <--\s*$/.test(line) ? [i + 1] : []));

/** An example, with the backup runs that lie beside it. */
const withEvidence = (yaml: string, runs: string | undefined) => ({
  'drplan.yaml': yaml,
  ...(runs === undefined ? {} : { 'evidence/runs.jsonl': runs }),
});

/** Examples show one thing; that what they name is in no backup is shown by these. */
const aboutEveryPlan = new Set(['backup-coverage-gap', 'backup-solution-none']);

/** Lines that a rule flags; what it only informs about (a decision was recorded) counts for rules that only inform. */
const flagged = (yaml: string, { id, severity, profiles }: (typeof rules)[number], evidence?: string): number[] => {
  const counts = (s: string): boolean => s !== 'info' || severity === 'info';
  const found = diagnostics(read(withEvidence(yaml, evidence)), profiles).filter(
    (d) => d.rule === id && !d.waived && counts(d.severity),
  );
  return [...new Set(found.map((d) => d.range.line))].sort((a, b) => a - b);
};

describe('rules by their own examples', () => {
  it('leaves out only what cannot be shown as text; the reader has tests of its own for these', () => {
    const unshown = rules.filter((r) => r.bad === '').map((r) => r.id);
    expect(unshown).toEqual(['file-unreadable', 'yaml-encoding', 'yaml-limit', 'yaml-empty', 'paper-copy-stale']);
  });
  for (const rule of rules.filter((r) => r.bad !== '')) {
    it(`${rule.id} flags exactly the marked lines`, () => {
      const bad = rule.bad.trimStart();
      expect(marked(bad).length).toBeGreaterThan(0);
      expect(flagged(bad, rule, rule.evidence?.bad)).toEqual(marked(bad));
    });
    it(`${rule.id} is silent about its good example, and so are the others`, () => {
      const good = rule.good.trimStart();
      const loud = diagnostics(read(withEvidence(good, rule.evidence?.good)), ['start']).filter(
        (d) => !d.waived && !aboutEveryPlan.has(d.rule),
      );
      expect(flagged(good, rule, rule.evidence?.good)).toEqual([]);
      expect(loud.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([]);
    });
  }
});

describe('the registry', () => {
  it('holds every rule file, each id once, named in kebab case', () => {
    const ids = rules.map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    const folder = new URL('../../src/rules/', import.meta.url);
    const themes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = themes.flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, folder)).map((f) => f.replace('.ts', '')),
    );
    for (const file of files.filter((f) => f !== 'reading')) expect(ids).toContain(file);
  });
  it('says of every rule what, why and on which ground', () => {
    for (const rule of rules) {
      for (const text of [rule.summary, rule.why, rule.source]) expect(text.length, rule.id).toBeGreaterThan(10);
      expect(rule.profiles.length, rule.id).toBeGreaterThan(0);
    }
  });
});

describe('profiles', () => {
  it('hold the rules of the texts they stand for', () => {
    for (const { id, source, profiles } of rules) {
      if (/NIS2/.test(source)) expect(profiles, id).toContain('nis2');
      if (/DORA/.test(source)) expect(profiles, id).toContain('dora');
      if (/\bM 6\.|ISO 27002|incident response course|BSI|CON\.3|DER\./.test(source))
        expect(profiles, id).toContain('grundschutz');
    }
  });
  const text = (policy: string) =>
    `drplan: 1\nplan: {name: X}\nservers: {a: {dependsOn: [b]}, b: {}}\nroles: {r: {holders: [p]}}\npeople: {p: {}}\n${policy}`;
  const foundBy = (policy: string) => new Set(diagnostics(read({ 'drplan.yaml': text(policy) })).map((d) => d.rule));
  it('are combined: each says what it says alone, and no more; start is what a plan has that names none', () => {
    const [nis2, dora, both] = ['[nis2]', '[dora]', '[nis2, dora]'].map((p) => foundBy(`policy: {profiles: ${p}}\n`));
    expect(both).toEqual(new Set([...(nis2 ?? []), ...(dora ?? [])]));
    expect(both).toContain('backup-solution-none');
    expect(foundBy('')).toEqual(foundBy('policy: {profiles: [start]}\n'));
    expect(foundBy('policy: {profiles: []}\n')).toEqual(new Set());
    const all = foundBy('policy: {profiles: [full]}\n');
    for (const rule of foundBy('policy: {profiles: [start, grundschutz, nis2, dora]}\n')) expect(all).toContain(rule);
  });
  it('may be left out by rule, and a rule may be taken from another', () => {
    expect(foundBy('')).toContain('backup-solution-none');
    expect(foundBy('policy: {severities: {backup-solution-none: off}}\n')).not.toContain('backup-solution-none');
    expect(foundBy('')).not.toContain('asset-purpose-missing');
    expect(foundBy('policy: {severities: {asset-purpose-missing: info}}\n')).toContain('asset-purpose-missing');
  });
  it('are known by their names, rules too: what is none is said with the nearest one', () => {
    const said = (policy: string) =>
      diagnostics(read({ 'drplan.yaml': text(policy) }))
        .filter((d) => d.file === 'drplan.yaml' && d.range.line === 6)
        .map((d) => [d.rule, d.hint]);
    expect(said('policy: {profiles: [start, nis3]}\n')).toEqual([['schema-invalid', 'did you mean "nis2"?']]);
    expect(said('policy: {severities: {asset-orfan: off}}\n')).toEqual([
      ['rule-unknown', 'did you mean "asset-orphan"?'],
    ]);
  });
});

describe('evidence', () => {
  it('speaks of backups of the plan: what it names else is found where it stands', () => {
    const found = diagnostics(
      read({
        'drplan.yaml': 'drplan: 1\nplan: {name: X}\nservers: {s: {}}\nbackups: {nightly: {covers: [s]}}\n',
        'evidence/runs.jsonl': `${['nightly', 'nigthly', 's'].map((b) => `{"result": "ok", "backup": "${b}", "started": "2026-11-22T22:00:00Z"}`).join('\n')}\n`,
      }),
    ).filter((d) => d.file === 'evidence/runs.jsonl');
    expect(found.map((d) => [d.rule, d.range.line, d.range.column, d.hint])).toEqual([
      ['reference-unknown', 2, 28, 'did you mean "nightly"?'],
      ['reference-kind-wrong', 3, 28, undefined],
    ]);
  });
});

describe('policy and waivers', () => {
  it('know a rule by all its names', () => {
    const text = (rule: string) =>
      `drplan: 1\nplan: {name: X}\nservers: {s: {}}\nbackups: {b: {covers: [s], automated: false}}\npeople: {p: {}}\nwaivers: [{rule: ${rule}, reason: ok, by: p, until: 2027-01-01}]\n`;
    const waived = (rule: string) =>
      diagnostics(read({ 'drplan.yaml': text(rule) }), ['full'])
        .filter((d) => d.rule === 'backup-not-automated')
        .map((d) => d.waived?.reason);
    expect(waived('backup-not-automated')).toEqual(['ok']);
    expect(waived('backup-manual')).toEqual(['ok']);
    expect(waived('asset-orphan')).toEqual([undefined]);
  });
  const orphan = 'drplan: 1\nplan: {name: X}\nservers: {a: {recovery: {stateless: true}}}\n';
  it('sets the severity of a rule, and silences it', () => {
    const of = (policy: string) =>
      diagnostics(read({ 'drplan.yaml': `${orphan}policy: {severities: {asset-orphan: ${policy}}}\n` }));
    expect(of('error').map((d) => d.severity)).toEqual(['error']);
    expect(of('off')).toEqual([]);
  });
  it('takes a finding out of the verdict only with a reason and until its day', () => {
    const waive = (fields: string) =>
      diagnostics(
        read({
          'drplan.yaml': `${orphan}people: {p: {}}\nwaivers: [{rule: asset-orphan, elements: [a], ${fields}}]\n`,
        }),
      )
        .filter((d) => d.rule === 'asset-orphan')
        .map((d) => d.waived?.reason);
    expect(waive('reason: ok, by: p, until: 2027-01-01')).toEqual(['ok']);
    expect(waive('reason: ok, by: p, until: 2026-11-23')).toEqual(['ok']);
    expect(waive('reason: ok, by: p, until: 2026-11-22')).toEqual([undefined]);
    expect(waive('by: p, until: 2027-01-01')).toEqual([undefined]);
  });
  it('says once what more than half of a kind lacks', () => {
    const servers = Array.from({ length: 10 }, (_, i) => `  s${i}: {purpose: x, dependsOn: [s${(i + 1) % 10}]}`).join(
      '\n',
    );
    const found = diagnostics(read({ 'drplan.yaml': `drplan: 1\nplan: {name: X}\nservers:\n${servers}\n` }), [
      'grundschutz',
    ]);
    const owner = found.filter((d) => d.rule === 'asset-owner-missing');
    expect(owner).toHaveLength(1);
    expect(owner[0]?.elements).toHaveLength(10);
  });
  it('never shows the secret it reports', () => {
    const text =
      'drplan: 1\nplan: {name: X}\nservers: {a: {description: "password: Sommer2026x", dependsOn: [b]}, b: {}}\n';
    const found = diagnostics(read({ 'drplan.yaml': text })).filter((d) => d.rule === 'secret-in-plan');
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('Sommer2026x');
  });
});
