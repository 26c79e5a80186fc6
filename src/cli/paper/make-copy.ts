import type { Facts } from '../../analysis/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../errors.ts';
import type { CopyPage, CopySection, PaperCopy, TodaysPaper } from '../../paper/index.ts';
import { analyse, judge } from '../../pipeline.ts';
import type { PdfPrinter, PrintedPage } from '../../ports.ts';
import type { Context } from '../command.ts';
import { eventOf } from '../event.ts';
import { hashOf } from '../hash.ts';
import { type Loaded, loadPlan, refuseEmpty } from '../load.ts';
import { composed, type Made, makeBinder } from '../make-binder.ts';

/** Fingerprint of what a page says: eight characters, short enough to be typed from paper. */
export const pageFingerprint = (said: string): string => hashOf(said).slice(0, 8);

/** The plan as all papers of one run are made from it. */
export interface PlanOfPaper {
  readonly loaded: Loaded;
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the plan once for all copies. */
export async function planOfPaper(context: Context): Promise<PlanOfPaper> {
  const loaded = await loadPlan(context);
  refuseEmpty(loaded);
  const facts = analyse(loaded.reading, context.global.today);
  return { loaded, facts, diagnostics: judge(loaded.reading, facts) };
}

/** A copy as the register knows it: what was printed, and what stands at the foot of its pages. */
export type Copied = Pick<PaperCopy, 'request' | 'copy' | 'holder' | 'place'>;

/** What a binder is composed from, for a copy. @throws UserError (usage) when the plan no longer has its parts. */
function wantedOf({ loaded, facts, diagnostics }: PlanOfPaper, { request, copy, holder, place }: Copied) {
  const { binder, paper, duplex, template, scenario, role, element, failed, select } = request;
  const given = <K extends string, T>(key: K, value: T | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;
  const event = eventOf(facts, {
    ...given('scenario', scenario),
    ...given('failed', failed),
    ...given('select', select),
  });
  const options = {
    ...given('binder', binder === '' ? undefined : binder),
    ...given('scenario', scenario),
    ...given('role', role),
    ...given('element', element),
    ...given('template', template),
    paper,
    simplex: !duplex,
    copy: { number: String(copy), holder, place },
  };
  return { facts, event, diagnostics, loaded, options };
}

/** The paper of a copy as today's plan makes it. @throws UserError (usage) when the plan no longer has its parts. */
export const makeCopy = (plan: PlanOfPaper, copied: Copied, { ports }: Context): Promise<Made> =>
  makeBinder({ ...wantedOf(plan, copied), ports });

/** The sections of a paper, as the register keeps them. */
export const sectionsOf = ({ binder }: Pick<Made, 'binder'>): readonly CopySection[] =>
  binder.sections.map(({ name, title, fingerprint }) => ({ name, title, fingerprint }));

/** The pages of a paper, as the register keeps them. */
export const pagesOf = (leaves: readonly PrintedPage[]): readonly CopyPage[] =>
  leaves.map(({ fingerprint, section }) => ({ fingerprint, section }));

/** Undefined when the plan no longer has what was asked for. */
function ifStillThere<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The sections that would be printed today, without a browser; undefined when the plan no longer has its parts. */
export function todaysSections(plan: PlanOfPaper, copied: Copied): TodaysPaper | undefined {
  const binder = ifStillThere(() => composed(wantedOf(plan, copied)));
  return binder && { sections: sectionsOf({ binder }), pages: undefined };
}

/** What would be printed today, page by page; undefined when the plan no longer has its parts. */
export async function todaysPaper(
  plan: PlanOfPaper,
  copied: Copied,
  printer: PdfPrinter,
  context: Context,
): Promise<TodaysPaper | undefined> {
  const binder = ifStillThere(() => composed(wantedOf(plan, copied)));
  if (!binder) return undefined;
  const made = await makeBinder({ ...wantedOf(plan, copied), ports: context.ports }, binder);
  const job = { ...made.job, html: made.html('print'), fingerprint: pageFingerprint };
  const { leaves } = await printer.layout(job);
  return { sections: sectionsOf(made), pages: pagesOf(leaves) };
}
