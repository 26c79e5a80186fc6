import type { FieldPage } from '../../inventory/index.ts';
import { wrap } from '../terminal.ts';

/** What a page shows of a rule. */
export interface ExplainedRule {
  readonly id: string;
  readonly alsoKnownAs?: readonly string[];
  readonly severity: string;
  readonly profiles: readonly string[];
  readonly summary: string;
  readonly why: string;
  readonly source: string;
  readonly bad: string;
  readonly good: string;
  readonly evidence?: { readonly bad?: string; readonly good?: string };
}

/** Where the evidence of an example would lie. */
const beside = 'Beside it, in evidence/runs.jsonl:';

const indented = (yaml: string): string[] =>
  yaml
    .trim()
    .split('\n')
    .map((line) => `    ${line}`);

const evidenceText = (runs: string | undefined): string[] =>
  runs === undefined ? [] : ['', beside, '', ...indented(runs)];

const evidenceMarkdown = (runs: string | undefined): string[] =>
  runs === undefined ? [] : [beside.replace(/(evidence\S+jsonl)/, '`$1`'), '', '```json', runs.trim(), '```', ''];

/** The page of a rule for a terminal. */
export function rulePage(rule: ExplainedRule, width: number): string {
  const lines = [
    `${rule.id} (${rule.severity})`,
    '',
    ...wrap(rule.summary, width, ''),
    ...(rule.alsoKnownAs ? wrap(`Also asked for as ${rule.alsoKnownAs.join(', ')}.`, width, '') : []),
    '',
    ...wrap(`Why: ${rule.why}`, width, ''),
    ...wrap(`Source: ${rule.source}.`, width, ''),
    ...wrap(`Profiles: ${rule.profiles.join(', ')}, full.`, width, ''),
    ...(rule.bad === ''
      ? []
      : [
          '',
          'Flagged, at the lines with "<--":',
          '',
          ...indented(rule.bad),
          ...evidenceText(rule.evidence?.bad),
          '',
          'Not flagged:',
          '',
          ...indented(rule.good),
          ...evidenceText(rule.evidence?.good),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

function ruleMarkdown(rule: ExplainedRule, output: string): string {
  return [
    `## ${rule.id}`,
    '',
    `**${rule.severity}** · profiles: ${rule.profiles.join(', ')}, full`,
    '',
    rule.summary,
    '',
    ...(rule.alsoKnownAs ? [`Also asked for as \`${rule.alsoKnownAs.join('`, `')}\`.`, ''] : []),
    `*Why.* ${rule.why}`,
    '',
    `*Source.* ${rule.source}.`,
    '',
    ...(rule.bad === ''
      ? []
      : [
          'Flagged, at the lines with `<--`:',
          '',
          '```yaml',
          rule.bad.trim(),
          '```',
          '',
          ...evidenceMarkdown(rule.evidence?.bad),
          ...(output === '' ? [] : ['What `validate` says:', '', '```text', output, '```', '']),
          'Not flagged:',
          '',
          '```yaml',
          rule.good.trim(),
          '```',
          '',
          ...evidenceMarkdown(rule.evidence?.good),
        ]),
  ].join('\n');
}

/** The pages of all rules, as `docs/rules.md`; `outputOf` answers what is printed for a rule's bad example. */
export function rulesMarkdown<R extends ExplainedRule>(rules: readonly R[], outputOf: (rule: R) => string): string {
  const head = [
    '# The rules of `drplan validate`',
    '',
    'Written by `drplan explain --all`; do not edit. The severity of each rule can be set in `policy.severities`; which',
    'rules apply follows from `policy.profiles`.',
    '',
    ...rules.map((rule) => `- [${rule.id}](#${rule.id}): ${rule.summary}`),
    '',
  ];
  return `${head.join('\n')}\n${rules.map((rule) => ruleMarkdown(rule, outputOf(rule))).join('\n')}`;
}

/** The page of a field for a terminal. */
export function fieldPage(field: FieldPage, width: number): string {
  const lines = [
    field.path,
    '',
    ...wrap(field.description, width, ''),
    '',
    ...wrap(`Value: ${field.type}.`, width, '  ', ''),
    ...(field.examples.length > 0 ? wrap(`Examples: ${field.examples.join(', ')}`, width, '  ', '') : []),
    ...(field.fields.length > 0 ? wrap(`Fields: ${field.fields.join(', ')}`, width, '  ', '') : []),
    ...wrap(`In: ${field.collections.join(', ')}`, width, '  ', ''),
    ...(field.others.length > 0 ? wrap(`Other fields of this name: ${field.others.join(', ')}`, width, '  ', '') : []),
  ];
  return `${lines.join('\n')}\n`;
}
