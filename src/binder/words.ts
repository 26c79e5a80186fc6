/** Words, dates and numbers as they stand on paper. */
import type { Facts } from '../analysis/index.ts';
import type { Element, Requirement } from '../model/model.ts';

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

const kindWords: Readonly<Record<string, string>> = {
  virtualMachine: 'Virtual machine',
  networkDevice: 'Network device',
  voipDevice: 'VoIP device',
};
/** A kind as a heading. */
export const kindWord = (kind: string): string => kindWords[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);

/** `mail (Mail server)`, or the id alone where the name adds nothing. */
export const idAndName = (element: Element): string =>
  element.name === element.id ? element.id : `${element.id} (${element.name})`;

/** The name of what an id leads to, or the id. */
export const nameOf = (facts: Facts, id: string | undefined): string =>
  id === undefined ? '' : (facts.model.elements.get(id)?.name ?? id);

/** A procedure is called by its title. */
export const titleOf = (element: Element | undefined): string =>
  element === undefined ? '' : ((element.data as { title?: string }).title ?? element.name);

const whenWords: Readonly<Record<string, string>> = {
  start: 'to start',
  serve: 'to serve',
  later: 'later on',
  restore: 'for a restore',
};

/** "1 of dc-01, dc-02 (to start)". */
export function requirementText(requirement: Requirement): string {
  const { of, atLeast, when, grace } = requirement;
  const what = of.length > 1 ? `${atLeast} of ${of.join(', ')}` : (of[0] ?? '');
  const how = [whenWords[when], grace === undefined ? undefined : `goes on ${span(grace)} without`].filter(Boolean);
  return how.length > 0 ? `${what} (${how.join(', ')})` : what;
}

/** A list as one line; empty stays empty. */
export const commas = (items: readonly (string | undefined)[] | undefined): string =>
  (items ?? []).filter(Boolean).join(', ');
