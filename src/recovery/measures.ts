import type { Element, Model } from '../model/model.ts';

/** Something a scenario says is to be done besides bringing systems back. */
export interface Measure {
  readonly do: string;
  readonly procedure?: string;
  /** A role or a person. */
  readonly by?: string;
  /** Minutes after the alarm. */
  readonly within?: number;
}

/** Who is told what. */
export interface Message {
  readonly audience: string;
  readonly channel?: string;
  readonly by?: string;
  readonly within?: number;
  readonly message?: string;
}

/** What the plan says of an event beyond the order of its systems. */
export interface Measures {
  readonly immediate: readonly Measure[];
  readonly actions: readonly Measure[];
  readonly messages: readonly Message[];
  readonly alternatives: readonly string[];
}

type Written =
  | string
  | { readonly do?: string; readonly procedure?: string; readonly by?: string; readonly within?: number };

/** Left-out fields, not undefined ones: they are written to JSON. */
function measureOf(model: Model, written: Written): Measure {
  if (typeof written === 'string') return { do: written };
  const { procedure, by, within } = written;
  const { title } = (model.elements.get(procedure ?? '')?.data ?? {}) as { title?: string };
  return {
    do: written.do ?? title ?? procedure ?? '',
    ...(procedure === undefined ? {} : { procedure }),
    ...(by === undefined ? {} : { by }),
    ...(within === undefined ? {} : { within }),
  };
}

/** The measures of a scenario; undefined where the event is none or says nothing. */
export function measuresOf(model: Model, scenario: string | null): Measures | undefined {
  const element = scenario === null ? undefined : model.elements.get(scenario);
  if (element?.kind !== 'scenario') return undefined;
  const { immediateMeasures, actions, communication, alternatives } = (element as Element<'scenario'>).data;
  const all = (list: readonly unknown[] | undefined) => (list ?? []).map((m) => measureOf(model, m as Written));
  const found: Measures = {
    immediate: all(immediateMeasures),
    actions: all(actions),
    messages: (communication ?? []).map(
      (m) => Object.fromEntries(Object.entries(m).filter(([, v]) => v !== undefined)) as unknown as Message,
    ),
    alternatives: [alternatives ?? []].flat(),
  };
  const isEmpty = Object.values(found).every((list: readonly unknown[]) => list.length === 0);
  return isEmpty ? undefined : found;
}
