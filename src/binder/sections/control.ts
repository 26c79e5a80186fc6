import type { BinderMeta, SectionBuilder } from '../binder.ts';
import { commas, idAndName, nameOf } from '../words.ts';

const copies = ({ facts, binderId }: Parameters<SectionBuilder['build']>[0]) => {
  const binders = facts.model.of('binder').filter((b) => binderId === undefined || b.id === binderId);
  return binders.flatMap((b) =>
    (b.data.copies ?? []).map((copy) => ({
      binder: b.name,
      number: String(copy.number ?? ''),
      holder: nameOf(facts, copy.holder),
      place: nameOf(facts, copy.in),
    })),
  );
};

/** Page two: what this paper is, who approved it, who has it, what is not in it. */
export const control: SectionBuilder = {
  name: 'control',
  build: (input, meta: BinderMeta) => {
    const { facts, diagnostics } = input;
    const { plan, problems } = facts.model;
    const errors = diagnostics.filter((d) => d.severity === 'error' && !d.waived);
    const facts_ = [
      ['Plan', meta.planName],
      ['Organisation', meta.organisation],
      ['Version', meta.version],
      ['Classification', meta.classification],
      ['Fingerprint of the plan', meta.fingerprint],
      ['Revision', meta.revision],
      ['Printed on', meta.printedOn],
      ['Valid until (next review)', meta.validUntil],
      ['Answers for it', nameOf(facts, plan?.owner)],
      ['Initiates preparedness', nameOf(facts, plan?.responsibility?.initiate)],
      ['Implements it', nameOf(facts, plan?.responsibility?.implement)],
      ['Purpose', plan?.purpose ?? ''],
      ['Scope', plan?.scope ?? ''],
      ['Part of', plan?.partOf?.title ?? nameOf(facts, plan?.partOf?.document)],
      ['Printed by', meta.tool],
    ].map(([label, value]) => ({ label: label as string, value: value || 'not recorded' }));
    return {
      title: 'Control of this binder',
      content: {
        facts: facts_,
        approvals: (plan?.approvals ?? []).map((a) => ({
          version: a.version ?? '',
          by: nameOf(facts, a.by),
          date: a.date ?? '',
        })),
        copies: copies(input),
        errors: errors.slice(0, 30).map((d) => ({ place: `${d.file}:${d.range.line}`, message: d.message })),
        moreErrors: errors.length > 30 ? `and ${errors.length - 30} more` : '',
        damage: problems.leftOut.map((l) => ({ what: l.id ?? l.file, reason: l.reason })),
        activation: commas(plan?.activation?.criteria) || 'none recorded',
        decides: commas((plan?.activation?.decidedBy ?? []).map((id) => nameOf(facts, id))) || 'none recorded',
        deactivation: commas(plan?.activation?.deactivation) || 'none recorded',
        documents: facts.model.of('document').map((d) => ({
          name: idAndName(d),
          forms: (d.data.forms ?? []).map((f) => commas([f.form, nameOf(facts, f.at), nameOf(facts, f.by)])).join('; '),
        })),
      },
    };
  },
};
