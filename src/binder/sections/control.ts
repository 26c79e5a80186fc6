import { type SectionInput, section } from '../binder.ts';
import { commas, idAndName, nameOf } from '../format.ts';
import { flag, group, list, text } from '../view.ts';
import { controlWords } from '../words/control.ts';

type Say = (typeof controlWords)['en'];

const view = {
  facts: list(
    group(
      {
        label: text('What it is.'),
        value: text('The value.'),
        isVolatile: flag('Whether it changes with every print, and so does not make the page another one.'),
      },
      'A fact about this paper.',
    ),
    'What this paper is.',
  ),
  approvals: list(
    group({ version: text('Version.'), by: text('Who.'), date: text('When.') }, 'An approval.'),
    'Who approved which version.',
  ),
  documents: list(
    group({ name: text('Id and name.'), forms: text('Where, in which form.') }, 'A document.'),
    'Documents.',
  ),
  errors: list(
    group({ place: text('File and line.'), message: text('What is wrong.') }, 'An error.'),
    'Errors of the plan, the first ones.',
  ),
  moreErrors: text('How many more errors there are; empty: none.'),
  damage: list(group({ what: text('Id or file.'), reason: text('Why.') }, 'A part.'), 'Parts that could not be used.'),
};

/** Enough to see what is wrong; `drplan validate` lists the rest. */
const mostErrors = 30;

function factsOf({ facts, meta }: SectionInput, say: Say, notRecorded: string) {
  const { plan } = facts.model;
  const fixed: readonly (readonly [string, string, boolean?])[] = [
    [say.plan, meta.planName],
    [say.organisation, meta.organisation],
    [say.version, meta.version],
    [say.classification, meta.classification],
    [say.fingerprint, meta.fingerprint, true],
    [say.revision, meta.revision, true],
    [say.printedOn, meta.printedOn, true],
    [say.validUntil, meta.validUntil],
    [say.owner, nameOf(facts, plan?.owner)],
    [say.initiates, nameOf(facts, plan?.responsibility?.initiate)],
    [say.implements, nameOf(facts, plan?.responsibility?.implement)],
    [say.purpose, plan?.purpose ?? ''],
    [say.scope, plan?.scope ?? ''],
    [say.audience, commas(plan?.audience)],
    [say.partOf, commas([plan?.partOf?.title ?? nameOf(facts, plan?.partOf?.document), plan?.partOf?.section])],
    [say.printedBy, meta.tool, true],
  ];
  return fixed.map(([label, value, isVolatile = false]) => ({ label, value: value || notRecorded, isVolatile }));
}

/** Page two: what this paper is, who approved it, what is wrong with it. */
export const control = section({
  name: 'control',
  page: 'P1',
  extracts: [],
  words: controlWords,
  view,
  build: (input, say) => {
    const { facts, diagnostics, day, common } = input;
    const { plan, problems } = facts.model;
    const errors = diagnostics.filter((d) => d.severity === 'error' && !d.waived);
    return {
      content: {
        facts: factsOf(input, say, common.notRecorded),
        approvals: (plan?.approvals ?? []).map((a) => ({
          version: a.version ?? '',
          by: nameOf(facts, a.by),
          date: day(a.date),
        })),
        documents: facts.model.of('document').map((d) => ({
          name: idAndName(d),
          forms: (d.data.forms ?? [])
            .map((f) => commas([say.forms[f.form], nameOf(facts, f.at), nameOf(facts, f.by)]))
            .join('; '),
        })),
        errors: errors.slice(0, mostErrors).map((d) => ({ place: `${d.file}:${d.range.line}`, message: d.message })),
        moreErrors: errors.length > mostErrors ? common.more(errors.length - mostErrors) : '',
        damage: problems.leftOut.map((l) => ({ what: l.id ?? l.file, reason: l.reason })),
      },
    };
  },
});
