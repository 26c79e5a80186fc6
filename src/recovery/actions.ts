import type { Effect } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import type { Action } from './recovery.ts';
import { recoveryOf } from './times.ts';

/** The order in which the actions of one element are done, whatever its effects. */
const sequence: readonly Action[] = [
  'isolate',
  'wait',
  'replace',
  'rebuild',
  'restore',
  'failover',
  'verify',
  'restart',
];

/** Runs on something else, so nobody carries a part to it. */
const isVirtual = (node: Node): boolean =>
  node.kind === 'virtualMachine' || (node.data as { runsOn?: unknown }).runsOn !== undefined;

function ofDestroyed(node: Node, imaged: boolean): readonly Action[] {
  const recovery = recoveryOf(node);
  const physical = !isVirtual(node) && node.kind !== 'application';
  const anew: readonly Action[] =
    physical && (recovery.replace || !recovery.rebuild)
      ? ['wait', 'replace']
      : physical
        ? ['wait', 'rebuild']
        : // The image brings the machine itself: there is nothing to set up before it is restored.
          imaged && !recovery.stateless
          ? []
          : ['rebuild'];
  return recovery.stateless ? [...anew, 'restart'] : [...anew, 'restore', 'restart'];
}

function ofCompromised(node: Node): readonly Action[] {
  return recoveryOf(node).stateless
    ? ['isolate', 'rebuild', 'verify', 'restart']
    : ['isolate', 'rebuild', 'restore', 'verify', 'restart'];
}

function ofEffect(node: Node, effect: Effect, imaged: boolean): readonly Action[] {
  switch (effect) {
    case 'outage':
      return ['restart'];
    case 'data-loss':
      return ['restore', 'restart'];
    case 'destroyed':
      return ofDestroyed(node, imaged);
    case 'compromised':
      return ofCompromised(node);
    case 'disclosed':
      return [];
  }
}

/** What has happened to an element, its own and what was carried to it. */
export interface Fate {
  readonly effects: readonly Effect[];
  /** Went down over a requirement that stops it, without an effect of its own. */
  readonly stopped: boolean;
  /** Keeps running but must be looked at before it counts as trusted. */
  readonly suspect: boolean;
  /** A back-up holds an image of it. */
  readonly imaged: boolean;
  /** A service that lost its first provider and does not fail over by itself. */
  readonly failsOver: boolean;
}

/** The actions of an element, each once, in the order they are done (model.md, "Actions"). */
export function actionsOf(node: Node, fate: Fate): readonly Action[] {
  if (node.external) return [];
  if (node.nature === 'data') {
    return fate.effects.some((e) => e !== 'outage' && e !== 'disclosed') ? ['restore'] : [];
  }
  if (node.nature === 'derived') return fate.failsOver ? ['failover'] : [];
  const wanted = new Set<Action>(fate.effects.flatMap((effect) => [...ofEffect(node, effect, fate.imaged)]));
  if (fate.stopped) wanted.add('restart');
  if (fate.suspect) wanted.add('verify');
  return sequence.filter((action) => wanted.has(action));
}

/** The actions of what cannot be restored: it is set up anew, and its data are lost. */
export const withoutRestore = (actions: readonly Action[]): readonly Action[] =>
  sequence.filter((a) =>
    a === 'rebuild' ? actions.includes('restore') || actions.includes(a) : a !== 'restore' && actions.includes(a),
  );

/** What some back-up holds an image of. */
export const imagedIn = (model: Model): ReadonlySet<string> =>
  new Set(model.of('backup').flatMap(({ data }) => (data.method === 'image' ? data.covers : [])));

/** Steps that read back-ups: the only ones that `restore` requirements bind. */
export const isRestoring = (action: Action): boolean => action === 'restore' || action === 'rebuild';

const place = new Set(['runsOn', 'storedOn', 'partOf', 'poweredBy', 'connectedTo', 'members']);

/**
 * Whether a requirement binds a step: `restore` ones only the steps that restore or rebuild; the place something is at
 * all but isolating and waiting; every other start or run requirement only the last step.
 */
export function binds(
  requirement: { readonly when: string; readonly relation: string },
  action: Action,
  isLast: boolean,
): boolean {
  if (requirement.when === 'restore') return isRestoring(action);
  if (requirement.when !== 'start' && requirement.when !== 'run') return false;
  if (place.has(requirement.relation)) return action !== 'isolate' && action !== 'wait';
  return isLast;
}
