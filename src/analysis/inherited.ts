import type { Element, Model } from '../model/model.ts';

/** Fields that an element takes over where it does not state them itself. */
export interface Inherited {
  readonly owner: (id: string) => string | undefined;
  readonly administrators: (id: string) => readonly string[] | undefined;
  readonly contracts: (id: string) => readonly string[] | undefined;
  readonly spares: (id: string) => readonly string[] | undefined;
  readonly lastVerified: (id: string) => string | undefined;
  /** The element that says when it was last compared with reality; undefined: the plan, the policy or nobody. */
  readonly lastVerifiedBy: (id: string) => Element | undefined;
  /** The system or service that watches it. */
  readonly monitoring: (id: string) => string | undefined;
}

type Inheritable = 'owner' | 'administrators' | 'contracts' | 'spares' | 'lastVerified' | 'monitoring';
type Fields = Readonly<Record<string, unknown>>;

const first = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  return (
    (one as { id?: string; anyOf?: readonly string[] } | undefined)?.id ?? (one as { anyOf?: string[] })?.anyOf?.[0]
  );
};

/** Where an element takes things from, nearest first: its cluster or host, then its location and the ones around it. */
function* ancestors(model: Model, element: Element): Generator<Element> {
  const seen = new Set([element.id]);
  const queue: Element[] = [element];
  for (let i = 0; i < queue.length; i++) {
    const { placedOn, runsOn, partOf, in: place } = (queue[i] as Element).data as Fields;
    for (const next of [first(placedOn), first(runsOn), first(partOf), first(place)]) {
      const found = next === undefined || seen.has(next) ? undefined : model.elements.get(next);
      if (!found) continue;
      seen.add(found.id);
      queue.push(found);
      yield found;
    }
  }
}

/** The nearest element that says the field, beginning with the element itself. */
function sayerOf(model: Model, id: string, field: Inheritable): Element | undefined {
  const element = model.elements.get(id);
  if (!element) return undefined;
  for (const one of [element, ...ancestors(model, element)]) {
    if ((one.data as Fields)[field] !== undefined) return one;
  }
  return undefined;
}

function lookUp(model: Model, id: string, field: Inheritable): unknown {
  const element = model.elements.get(id);
  if (!element) return undefined;
  const sayer = sayerOf(model, id, field);
  if (sayer) return (sayer.data as Fields)[field];
  const forKind = (model.policy.defaults as Readonly<Record<string, Fields>> | undefined)?.[element.kind]?.[field];
  return forKind ?? (model.plan as Fields | undefined)?.[field];
}

/**
 * Element, else cluster or host, else location, else `policy.defaults.<kind>`, else plan (model.md, "Fields every
 * recoverable element may have").
 */
export function inheritedFields(model: Model): Inherited {
  return {
    owner: (id) => lookUp(model, id, 'owner') as string | undefined,
    administrators: (id) => lookUp(model, id, 'administrators') as readonly string[] | undefined,
    contracts: (id) => lookUp(model, id, 'contracts') as readonly string[] | undefined,
    spares: (id) => lookUp(model, id, 'spares') as readonly string[] | undefined,
    lastVerified: (id) => lookUp(model, id, 'lastVerified') as string | undefined,
    lastVerifiedBy: (id) => sayerOf(model, id, 'lastVerified'),
    monitoring: (id) => {
      const by = lookUp(model, id, 'monitoring') as string | { readonly by?: string } | undefined;
      return typeof by === 'object' ? by.by : by;
    },
  };
}
