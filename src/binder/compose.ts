import { dueOn } from '../analysis/index.ts';
import type { Period } from '../inventory/index.ts';
import type { Binder, BinderInput, BinderMeta, Section, SectionBuilder, SectionInput, SectionWords } from './binder.ts';
import { anchorOf, nameOf } from './format.ts';
import { dayIn, type Language } from './language.ts';
import { pictureWords } from './pictures/texts.ts';
import { commonWords } from './words/common.ts';
import { type FrameWords, frameWords } from './words/frame.ts';

const aYear = { months: 12, minutes: 0, text: '1y' };

/** The day a year (or the plan's own interval) after the last review; empty: it was never reviewed. */
const validUntil = (review: { readonly every?: Period | undefined; readonly last?: string | undefined } | undefined) =>
  review?.last === undefined ? '' : dueOn(review.last, review.every ?? aYear);

function bannerOf({ facts, diagnostics }: BinderInput, say: FrameWords, control: string): string {
  const errors = diagnostics.filter((d) => d.severity === 'error' && !d.waived).length;
  const lost = facts.model.problems.leftOut.length;
  const said = [errors === 0 ? '' : say.hasErrors(errors), lost === 0 ? '' : say.hasDamage(lost)].filter(Boolean);
  return said.length === 0 ? '' : `${said.join('; ')}: ${say.seeControl(control)}`;
}

/** What is cut out of the whole, in words. */
function extractOf({ facts, scope }: BinderInput, say: FrameWords): string {
  const names = scope.ids.map((id) => nameOf(facts, id)).join(', ');
  if (scope.extract === undefined) return '';
  return say[scope.extract](scope.extract === 'element' ? scope.ids.join(', ') : names);
}

const binderOf = ({ facts, binderId }: BinderInput) => facts.model.of('binder').find((b) => b.id === binderId);

/** The language of the paper: the binder's, else the plan's, else English. */
export const languageOf = (input: BinderInput): Language =>
  binderOf(input)?.data.language ?? input.facts.model.plan?.language ?? 'en';

/** Number, holder and place of the copy: what was said for this print, else what the plan says of this number. */
function copyOf(input: BinderInput): BinderMeta['copy'] {
  const { facts, copy } = input;
  if (copy?.number === undefined) return { number: '', holder: '', place: '' };
  const known = (binderOf(input)?.data.copies ?? []).find((c) => String(c.number ?? '') === copy.number);
  return {
    number: copy.number,
    holder: copy.holder ?? nameOf(facts, known?.holder),
    place: copy.place ?? nameOf(facts, known?.in),
  };
}

function metaOf(input: BinderInput, language: Language, controlTitle: string): BinderMeta {
  const { facts, fingerprint, revision, toolVersion } = input;
  const { plan } = facts.model;
  const binder = binderOf(input);
  const say = frameWords[language];
  const planName = plan?.name ?? say.emergencyPlan;
  return {
    title: binder?.data.title ?? binder?.data.name ?? say.emergencyBinder,
    planName,
    organisation: plan?.organisation ?? '',
    version: plan?.version ?? '',
    classification: plan?.classification ?? '',
    fingerprint: fingerprint.slice(0, 8),
    revision: revision.slice(0, 10),
    printedOn: dayIn(language, facts.today),
    validUntil: dayIn(language, validUntil(plan?.review)),
    language,
    tool: `drplan ${toolVersion}`,
    author: plan?.organisation ?? planName,
    banner: bannerOf(input, say, controlTitle),
    copy: copyOf(input),
    extract: extractOf(input, say),
  };
}

/** The sections that are asked for: by the binder of the plan, or by the extract. The cover is always there. */
function wantedOf(input: BinderInput, all: readonly SectionBuilder[]): readonly SectionBuilder[] {
  const { extract } = input.scope;
  const named = binderOf(input)?.data.sections;
  return all.filter(({ name, extracts, onRequest }) => {
    if (name === 'cover') return true;
    if (extract !== undefined) return extracts.includes(extract);
    return named === undefined ? onRequest !== true : named.includes(name);
  });
}

/** What a section says, without what changes with every print. */
const lasting = (content: unknown): string =>
  JSON.stringify(content, (_key, value) =>
    (value as { isVolatile?: boolean } | null)?.isVolatile === true ? { ...value, value: '' } : value,
  );

/** The texts among the words: functions are for the builder alone. */
const textsOf = (words: SectionWords): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Where every id has its place, by the sections that are in. */
function placesOf(input: BinderInput, wanted: readonly SectionBuilder[]): ReadonlySet<string> {
  const names = new Set(wanted.map((s) => s.name));
  const includes = (name: string): boolean => names.has(name);
  return new Set(wanted.flatMap(({ shows }) => [...(shows?.({ ...input, includes }) ?? [])]));
}

/** The binder of a plan: the sections it asks for (default: all), the empty ones named. */
export function composeBinder(input: BinderInput, all: readonly SectionBuilder[]): Binder {
  const language = languageOf(input);
  const say = frameWords[language];
  const common = commonWords[language];
  const control = all.find((s) => s.name === 'control')?.words[language].title ?? '';
  const meta = metaOf(input, language, control);
  const wanted = wantedOf(input, all);
  const places = placesOf(input, wanted);
  const drafted = (sections: readonly SectionBuilder[]): readonly Section[] => {
    const names = new Set(sections.map((s) => s.name));
    const given: SectionInput = {
      ...input,
      meta,
      language,
      common,
      day: (date) => dayIn(language, date),
      linkTo: (id) => (id !== undefined && places.has(id) ? anchorOf(id) : ''),
      includes: (name) => names.has(name),
    };
    let number = 0;
    return sections.flatMap((builder) => {
      const words = builder.words[language];
      const draft = builder.build(given, words);
      if (!draft) return [];
      const { title = words.title, entries = [], content, pictures = [] } = draft;
      const fingerprint = input.hash(lasting([title, content, pictures])).slice(0, 8);
      const texts = { ...textsOf(common as unknown as SectionWords), ...textsOf(words) };
      const place = builder.name === 'cover' ? '' : String(++number);
      const drawn = { pictures, pictureTexts: pictureWords[language] };
      return [{ name: builder.name, number: place, title, fingerprint, entries, words: texts, content, ...drawn }];
    });
  };
  // Drafted once to see which have something to say, so that no section refers to one that is left out.
  const first = drafted(wanted);
  const full = new Set(first.map((s) => s.name));
  const kept = wanted.filter((s) => full.has(s.name));
  const sections = kept.length === wanted.length ? first : drafted(kept);
  const known = new Set(all.map((s) => s.name));
  const unknown = (binderOf(input)?.data.sections ?? []).filter((name) => !known.has(name)).map(say.unknownSection);
  const empty = wanted.filter((s) => !full.has(s.name)).map((s) => s.words[language].title);
  return {
    meta,
    sections,
    leftOut: [...empty, ...(input.scope.extract === undefined ? unknown : [])],
    words: textsOf(say as unknown as SectionWords),
  };
}
