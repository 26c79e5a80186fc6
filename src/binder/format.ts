/** Times, sizes and names as they stand on paper, in every language alike. */
import type { Facts } from '../analysis/index.ts';
import type { Entry } from '../inventory/index.ts';
import type { Element, Requirement } from '../model/model.ts';
import type { CommonWords } from './words/common.ts';

/** Where an element's sheet, a person's entry or a procedure stands in the binder. */
export const anchorOf = (id: string): string => `e-${id}`;

/** Minutes on a clock: `0:05`, `26:10`. */
export const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, '0')}`;

/** Minutes as a duration: `45 min`, `4 h`, `1 h 30 min`, `3 d`. */
export function span(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor((minutes % 1440) / 60), 'h'],
    [Math.round(minutes % 60), 'min'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`);
  return said.length > 0 ? said.join(' ') : '0 min';
}

/** Bytes as `64 GiB`. */
export function bytes(n: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, n)) / 10)));
  const value = n / 1024 ** step;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[step]}`;
}

/** A period as the author wrote it. */
export const periodText = (period: { readonly text: string } | undefined): string => period?.text ?? '';

/** `mail (Mail server)`, or the id alone where the name adds nothing. */
export const idAndName = (element: Element): string =>
  element.name === element.id ? element.id : `${element.id} (${element.name})`;

/** The name of what an id leads to, or the id. */
export const nameOf = (facts: Facts, id: string | undefined): string =>
  id === undefined ? '' : (facts.model.elements.get(id)?.name ?? id);

/** A procedure is called by its title. */
export const titleOf = (element: Element | undefined): string =>
  element === undefined ? '' : ((element.data as { title?: string }).title ?? element.name);

/** "1 of dc-01, dc-02 (to start)". */
export function requirementText(requirement: Requirement, common: CommonWords): string {
  const { of, atLeast, when, grace } = requirement;
  const what = of.length > 1 ? common.of(atLeast, of.join(', ')) : (of[0] ?? '');
  const how = [common.whens[when], grace === undefined ? undefined : common.goesOn(span(grace))].filter(Boolean);
  return how.length > 0 ? `${what} (${how.join(', ')})` : what;
}

/** An entry of a relation as the author wrote it: an id, one of several, so many of several. */
export function entryText(entry: Entry, common: CommonWords): string {
  if (typeof entry === 'string') return entry;
  if (entry.id !== undefined) return entry.id;
  const all = entry.anyOf ?? entry.of ?? [];
  return all.length < 2 ? (all[0] ?? '') : common.of(entry.atLeast ?? 1, all.join(', '));
}

/** A list as one line; empty stays empty. */
export const commas = (items: readonly (string | undefined)[] | undefined): string =>
  (items ?? []).filter(Boolean).join(', ');
