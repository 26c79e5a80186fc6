import type { Binder, BinderInput, BinderMeta, Section, SectionBuilder } from './binder.ts';
import { backups } from './sections/backups.ts';
import { callList } from './sections/call-list.ts';
import { control } from './sections/control.ts';
import { elementIndex } from './sections/element-index.ts';
import { emergencyCard } from './sections/emergency-card.ts';
import { protectionNeeds } from './sections/protection-needs.ts';
import { recoveryOrder } from './sections/recovery-order.ts';
import { roles } from './sections/roles.ts';
import { runbooks } from './sections/runbooks.ts';
import { supplies } from './sections/supplies.ts';
import { systems } from './sections/systems.ts';

export type { Binder, BinderInput, BinderMeta, Section } from './binder.ts';

/** All sections, in the order in which they are bound. */
export const sections: readonly SectionBuilder[] = [
  emergencyCard,
  control,
  callList,
  roles,
  recoveryOrder,
  runbooks,
  systems,
  backups,
  protectionNeeds,
  supplies,
  elementIndex,
];

/** The day a year (or the plan's own interval) after the last review. */
function validUntil(
  review: { every?: { months: number; minutes: number } | undefined; last?: string | undefined } | undefined,
): string {
  if (!review?.last) return '';
  const day = new Date(`${review.last}T00:00:00Z`);
  const every = review.every ?? { months: 12, minutes: 0 };
  day.setUTCMonth(day.getUTCMonth() + every.months);
  return new Date(day.getTime() + every.minutes * 60_000).toISOString().slice(0, 10);
}

function bannerOf({ facts, diagnostics }: BinderInput): string {
  const errors = diagnostics.filter((d) => d.severity === 'error' && !d.waived).length;
  const lost = facts.model.problems.leftOut.length;
  const said = [
    errors === 0 ? '' : `THE PLAN HAS ${errors} ERROR${errors === 1 ? '' : 'S'}`,
    lost === 0 ? '' : `${lost} PART${lost === 1 ? '' : 'S'} OF IT COULD NOT BE USED`,
  ].filter(Boolean);
  return said.length === 0 ? '' : `${said.join('; ')}: see "Control of this binder"`;
}

function metaOf(input: BinderInput): BinderMeta {
  const { facts, fingerprint, revision, toolVersion, binderId } = input;
  const { plan } = facts.model;
  const binder = facts.model.of('binder').find((b) => b.id === binderId);
  const planName = plan?.name ?? 'Emergency plan';
  return {
    title: binder?.data.title ?? binder?.data.name ?? 'Emergency binder',
    planName,
    organisation: plan?.organisation ?? '',
    version: plan?.version ?? '',
    classification: plan?.classification ?? '',
    fingerprint: fingerprint.slice(0, 8),
    revision: revision.slice(0, 10),
    printedOn: facts.today,
    validUntil: validUntil(plan?.review),
    language: binder?.data.language ?? plan?.language ?? 'en',
    tool: `drplan ${toolVersion}`,
    author: plan?.organisation ?? planName,
    banner: bannerOf(input),
  };
}

/** The binder of a plan: the sections it asks for (default: all), the empty ones named. */
export function composeBinder(input: BinderInput): Binder {
  const meta = metaOf(input);
  const binder = input.facts.model.of('binder').find((b) => b.id === input.binderId);
  const wanted = binder?.data.sections;
  const composed: Section[] = [];
  const leftOut: string[] = [];
  for (const { name, build } of sections) {
    if (wanted && !wanted.includes(name)) continue;
    const draft = build(input, meta);
    if (!draft) {
      leftOut.push(name);
      continue;
    }
    const { title, entries = [], content } = draft;
    const fingerprint = input.hash(JSON.stringify([title, content])).slice(0, 8);
    composed.push({ name, title, fingerprint, entries, content });
  }
  const known = new Set(sections.map((s) => s.name));
  for (const name of wanted ?? []) if (!known.has(name)) leftOut.push(`${name} (drplan has no section of this name)`);
  return { meta, sections: composed, leftOut };
}
