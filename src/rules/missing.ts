import type { Location } from '../diagnostics/location.ts';
import { pluralOf } from '../inventory/index.ts';
import type { Element } from '../model/model.ts';
import type { Judgement } from './rule.ts';

/** The words and the place of a lack that most elements of a kind may share. */
interface Lack<E> {
  /** "has no owner", after the element's id; a function where it differs from element to element. */
  readonly one: string | ((element: E) => string);
  /** "have no owner", after "53 of 60 virtual machines". */
  readonly many: string;
  readonly hint: string;
  /** Short words for the underline in the code frame. */
  readonly label?: string;
  /** The place of it within the element; absent: the element's key. */
  readonly at?: (element: E) => Location;
}

/**
 * One finding per element that lacks something; where more than half of a kind lack it, one finding for the kind, at
 * its first element: an old inventory must not drown what matters (rules.md, "An old inventory of sixty systems").
 */
export function* missing<E extends Element>(
  elements: readonly E[],
  lack: Lack<E>,
  lacks: (element: E) => boolean,
): Generator<Judgement> {
  const kinds = new Map<string, E[]>();
  for (const element of elements) {
    const group = kinds.get(element.kind);
    if (group) group.push(element);
    else kinds.set(element.kind, [element]);
  }
  for (const [kind, all] of kinds) {
    const without = all.filter(lacks);
    const first = without[0];
    if (!first) continue;
    if (without.length > 3 && without.length * 2 > all.length) {
      yield {
        message: `${without.length} of ${all.length} ${pluralOf(kind)} ${lack.many}`,
        hint: lack.hint,
        location: { ...first.at, onKey: true },
        elements: without.map((e) => e.id),
      };
    } else {
      for (const element of without) {
        yield {
          message: `${element.id} ${typeof lack.one === 'string' ? lack.one : lack.one(element)}`,
          hint: lack.hint,
          location: lack.at?.(element) ?? { ...element.at, onKey: true },
          element: element.id,
          ...(lack.label === undefined ? {} : { label: lack.label }),
        };
      }
    }
  }
}

/** The same, an error where it weighs heavily and a warning elsewhere; each of the two is grouped for itself. */
export function* missingWeighed<E extends Element>(
  elements: readonly E[],
  lack: Lack<E>,
  lacks: (element: E) => boolean,
  isGrave: (element: E) => boolean,
): Generator<Judgement> {
  for (const severity of ['error', 'warning'] as const) {
    const some = elements.filter((e) => isGrave(e) === (severity === 'error'));
    for (const one of missing(some, lack, lacks)) yield { ...one, severity };
  }
}
