import { type Exchange, exchangeOf, stalePages } from './compare.ts';
import type { CopyPage, CopySection, PaperCopy } from './register.ts';

/** What would be printed today. */
export interface TodaysPaper {
  readonly sections: readonly CopySection[];
  /** Undefined where no browser laid them out. */
  readonly pages: readonly CopyPage[] | undefined;
}

/** What has become of a section since a copy was printed. */
export interface SectionChange {
  readonly title: string;
  readonly change: 'changed' | 'new' | 'gone';
}

/** A copy held against what would be printed today. */
export interface CopyStatus {
  readonly copy: PaperCopy;
  /** Lost and destroyed copies are not compared. */
  readonly state: 'current' | 'stale' | 'lost' | 'destroyed';
  readonly sections: readonly SectionChange[];
  /** Pages of the copy that say something else now; undefined where no browser could tell. */
  readonly stalePages: readonly number[] | undefined;
  readonly exchange: Exchange | undefined;
}

/** Sections that say something else, in the order of today's paper, gone ones last. */
export function sectionChanges(then: readonly CopySection[], now: readonly CopySection[]): readonly SectionChange[] {
  const before = new Map(then.map((s) => [s.name, s]));
  const names = new Set(now.map((s) => s.name));
  return [
    ...now.flatMap(({ name, title, fingerprint }): SectionChange[] => {
      const old = before.get(name);
      if (!old) return [{ title, change: 'new' }];
      return old.fingerprint === fingerprint ? [] : [{ title, change: 'changed' }];
    }),
    ...then.filter((s) => !names.has(s.name)).map(({ title }): SectionChange => ({ title, change: 'gone' })),
  ];
}

/** Whether a copy says what would be printed today: page by page where pages are known, else section by section. */
export function statusOf(copy: PaperCopy, today: TodaysPaper | undefined): CopyStatus {
  const nothing = { copy, sections: [], stalePages: undefined, exchange: undefined };
  if (copy.state !== 'in-use') return { ...nothing, state: copy.state };
  // What it was printed from is no longer in the plan: nothing of it is valid.
  if (!today) return { ...nothing, state: 'stale' };
  const sections = sectionChanges(copy.sections, today.sections);
  if (today.pages === undefined) {
    return { ...nothing, sections, state: sections.length === 0 ? 'current' : 'stale' };
  }
  const exchange = exchangeOf(copy.pages, today.pages, copy.request.duplex);
  const stale = exchange.takeOut.length + exchange.putIn.length > 0;
  return {
    copy,
    sections,
    stalePages: stalePages(copy.pages, today.pages),
    exchange,
    state: stale ? 'stale' : 'current',
  };
}
