import type { Location } from '../../diagnostics/location.ts';
import type { Model } from '../../model/model.ts';
import type { ConfigurationDocuments } from '../configuration-documents.ts';
import { yearly } from '../due.ts';
import { type Duty, keeper, placeOf, repeated } from './duty.ts';

/** What has changed since a day, with the day of the first of these changes. */
function changesSince(model: Model, ids: readonly string[], day: string) {
  const later = ids.flatMap((id) => {
    const { lastChanged } = (model.elements.get(id)?.data ?? {}) as { readonly lastChanged?: string };
    return lastChanged !== undefined && lastChanged > day ? [{ id, lastChanged }] : [];
  });
  return { ids: later.map((l) => l.id), first: later.map((l) => l.lastChanged).sort()[0] };
}

/** The day before: a document must be right from the day on which what it describes has changed. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Documents on configurations: their period, and the changes of what they describe. */
function* documents(model: Model, { subjects }: ConfigurationDocuments): Generator<Duty> {
  const interval = { written: model.policy.review?.documents, usual: yearly };
  for (const document of model.of('document')) {
    if (document.data.kind !== 'configuration') continue;
    const { updated } = document.data;
    const holder = document.data.forms?.find((f) => f.by !== undefined)?.by;
    const of = { what: 'document-review', element: document.id, ...keeper(model, holder) } as const;
    if (updated === undefined) {
      const days = repeated(undefined, interval, 'no day says when it was last brought up to date');
      yield { ...of, ...days, at: placeOf(document) };
      continue;
    }
    const at = placeOf(document, 'updated');
    const changed = changesSince(model, subjects(document), updated);
    const days = repeated(updated, interval, '');
    if (changed.first === undefined) {
      yield { ...of, ...days, at };
    } else {
      const limits = [dayBefore(changed.first), days.dueOn as string].sort();
      yield { ...of, ...days, dueOn: limits[0] as string, reason: `changed since: ${changed.ids.join(', ')}`, at };
    }
  }
}

/** Reviews of the plan, its procedures, its documents and its backup concept; contracts and waivers that end. */
export function* paperDuties(model: Model, configurations: ConfigurationDocuments): Generator<Duty> {
  const { plan, planAt, policy } = model;
  const at = (...path: readonly string[]): Location => ({
    ...(planAt as Location),
    path: [...(planAt?.path ?? []), ...path],
  });
  const limit = { written: policy.review?.documents, usual: yearly };
  if (plan && planAt) {
    const every = { written: plan.review?.every ?? policy.review?.plan, usual: yearly };
    const days = repeated(plan.review?.last, every, 'no day says when it was last reviewed');
    const place = plan.review ? at('review') : { ...planAt, onKey: true };
    yield { what: 'plan-review', ...days, ...keeper(model), at: place };
    const { reviewed, document } = plan.backupConcept ?? {};
    if (reviewed !== undefined) {
      const about = document === undefined ? {} : { element: document };
      const whole = { what: 'backup-concept-review', ...about, ...repeated(reviewed, limit, '') } as const;
      yield { ...whole, ...keeper(model), at: at('backupConcept', 'reviewed') };
    }
  }
  for (const procedure of model.of('procedure')) {
    // A review of the plan covers procedures that have no date of their own.
    const { lastVerified, owner } = procedure.data;
    if (lastVerified === undefined) continue;
    const days = repeated(lastVerified, limit, '');
    const place = placeOf(procedure, 'lastVerified');
    yield { what: 'procedure-review', element: procedure.id, ...days, ...keeper(model, owner), at: place };
  }
  yield* documents(model, configurations);
  for (const contract of model.of('contract')) {
    const { validUntil } = contract.data;
    if (validUntil === undefined) continue;
    const place = placeOf(contract, 'validUntil');
    yield { what: 'contract-end', element: contract.id, stated: true, dueOn: validUntil, ...keeper(model), at: place };
  }
  for (const { data, at: place } of model.waivers) {
    if (data.until === undefined) continue;
    yield {
      what: 'waiver-end',
      detail: [data.rule, ...(data.elements?.length ? [`(${data.elements.join(', ')})`] : [])].join(' '),
      stated: true,
      dueOn: data.until,
      ...keeper(model, data.by),
      at: { ...place, path: [...place.path, 'until'] },
    };
  }
}
