import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ordered, severities } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { countsOf, type First, type Report, type Reporter } from './report.ts';

const place = {
  file: z.string().meta({ description: 'Path in the plan folder, with /.' }),
  line: z.int().positive().meta({ description: 'First line, from 1.' }),
  column: z.int().positive().meta({ description: 'First column, from 1, in UTF-16 code units.' }),
  endLine: z.int().positive().meta({ description: 'Last line.' }),
  endColumn: z.int().positive().meta({ description: 'Last column, included.' }),
};

const diagnostic = z.strictObject({
  rule: z.string().meta({ description: 'Id of the rule.' }),
  severity: z.enum(severities).meta({ description: 'How bad it is.' }),
  message: z.string().meta({ description: 'What was found.' }),
  hint: z.string().optional().meta({ description: 'What helps.' }),
  element: z.string().optional().meta({ description: 'Id of the element concerned.' }),
  elements: z.array(z.string()).optional().meta({ description: 'Ids of all elements concerned, when there are many.' }),
  ...place,
  related: z
    .array(z.strictObject({ message: z.string().meta({ description: 'What is there.' }), ...place }))
    .optional()
    .meta({ description: 'Other places that belong to it.' }),
  source: z.string().optional().meta({ description: 'The sentence of the standard behind it.' }),
  waived: z
    .strictObject({
      reason: z.string().meta({ description: 'Why.' }),
      by: z.string().optional().meta({ description: 'Who decided.' }),
      until: z.string().optional().meta({ description: 'Last day, YYYY-MM-DD.' }),
    })
    .optional()
    .meta({ description: 'Set when the plan waives it.' }),
  baselined: z
    .literal(true)
    .optional()
    .meta({ description: 'Set when the baseline knows it: it is not counted and fails nothing.' }),
});

const number = z.int().nonnegative();

/** What `drplan validate --format json` prints; its JSON Schema is committed under `schemas/`. */
export const validateOutput = z.strictObject({
  schema: z.literal('drplan/validate/1').meta({ description: 'Name and version of this shape.' }),
  tool: z.strictObject({ name: z.string(), version: z.string() }).meta({ description: 'The program.' }),
  plan: z
    .strictObject({
      name: z.string().nullable(),
      version: z.string().nullable(),
      fingerprint: z.string().nullable(),
      revision: z.string().nullable(),
    })
    .meta({ description: 'The plan; null where it does not say.' }),
  today: z.string().meta({ description: 'The day the plan was checked for, YYYY-MM-DD.' }),
  summary: z
    .strictObject({
      files: number,
      elements: number,
      errors: number,
      warnings: number,
      infos: number,
      waived: number,
      baselined: number,
      first: z
        .array(
          z.strictObject({
            rule: z.string(),
            message: z.string(),
            file: z.string(),
            line: z.int().positive(),
            others: number.meta({ description: 'How many more the same rule found.' }),
          }),
        )
        .meta({ description: 'What to mend first: of each rule the finding that weighs most, at most ten.' }),
    })
    .meta({ description: 'Counts; waived findings are not among errors, warnings and infos.' }),
  diagnostics: z.array(diagnostic).meta({ description: 'Sorted by file, line and column.' }),
});

function entry(d: Diagnostic): z.input<typeof diagnostic> {
  const { range, related, rule, severity, message, hint, element, elements, file, source, waived } = d;
  return {
    rule,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(element === undefined ? {} : { element }),
    ...(elements === undefined ? {} : { elements: [...elements] }),
    file,
    ...range,
    ...(related === undefined
      ? {}
      : { related: related.map((r) => ({ message: r.message, file: r.file, ...r.range })) }),
    ...(source === undefined ? {} : { source }),
    ...(waived === undefined ? {} : { waived: { ...waived } }),
  };
}

const ranked = ({ diagnostic: { rule, message, file, range }, others }: First) => ({
  rule,
  message,
  file,
  line: range.line,
  others,
});

function render(report: Report): string {
  const { header, files, elements, baselined, diagnostics } = report;
  const { tool, plan, today } = header;
  const known = new Set(baselined);
  const all = known.size === 0 ? diagnostics : ordered([...diagnostics, ...baselined]);
  const document: z.input<typeof validateOutput> = {
    schema: 'drplan/validate/1',
    tool,
    plan,
    today,
    summary: {
      files,
      elements,
      ...countsOf(diagnostics),
      baselined: baselined.length,
      first: report.first.map(ranked),
    },
    diagnostics: all.map((d) => (known.has(d) ? { ...entry(d), baselined: true } : entry(d))),
  };
  return jsonText(document);
}

/** One JSON document with all findings. */
export const json: Reporter = { name: 'json', description: 'one JSON document, for programs', render };
