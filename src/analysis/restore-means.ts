import type { Element, Model } from '../model/model.ts';
import { mediaOf, targetOf } from './backup-coverage.ts';
import type { RequirementGraph } from './graph.ts';
import { impactOf } from './impact.ts';

type Backup = Element<'backup'>;

/** Whether a restore finds what it needs besides the copy: the key, the instructions. */
export interface RestoreMeans {
  /** `unnamed`: nobody is said to have the key; `unreachable`: every holder is down with what is restored. */
  readonly key: 'none' | 'reachable' | 'unnamed' | 'unreachable';
  /** Systems that hold the instructions and are down then; empty: they can be had elsewhere, or nothing is said of them. */
  readonly instructionsOnlyOn: readonly string[];
}

/** The worst day for a backup: all it saves is gone, and with it the machine that makes it, and on request its medium. */
function downThen(model: Model, graph: RequirementGraph, backup: Backup, withMedium: boolean): ReadonlySet<string> {
  const media = withMedium ? mediaOf(targetOf(model, backup)) : [];
  const ids = [...backup.data.covers, ...(backup.data.server === undefined ? [] : [backup.data.server]), ...media];
  const failures = ids.map((element) => ({ element, effect: 'outage' }) as const);
  return new Set(impactOf(model, graph, failures).down.map((d) => d.id));
}

/** Whether a paper, a person or a system can be had while these are down. What a plan does not say counts as yes. */
function isReachable(model: Model, id: string, down: ReadonlySet<string>): boolean {
  const holder = model.elements.get(id);
  if (holder?.kind !== 'document') return !down.has(id);
  const forms = (holder as Element<'document'>).data.forms ?? [];
  return forms.length === 0 || forms.some((f) => f.form !== 'electronic' || f.at === undefined || !down.has(f.at));
}

/** What a restore from this backup needs besides the copy (CON.3.A6, CON.3.A13). One or two impact runs. */
export function restoreMeans(model: Model, graph: RequirementGraph, backup: Backup): RestoreMeans {
  const { encryption, document } = backup.data;
  const isEncrypted = encryption !== undefined && encryption.method !== 'none';
  const holders = encryption?.keyHeldBy ?? [];
  const key = (): RestoreMeans['key'] => {
    if (!isEncrypted) return 'none';
    if (holders.length === 0) return 'unnamed';
    const isFree = holders.some((id) => ['person', 'role'].includes(model.elements.get(id)?.kind ?? ''));
    if (isFree) return 'reachable';
    const down = downThen(model, graph, backup, false);
    return holders.some((id) => isReachable(model, id, down)) ? 'reachable' : 'unreachable';
  };
  const instructions = (): readonly string[] => {
    const forms = (model.elements.get(document ?? '') as Element<'document'> | undefined)?.data.forms ?? [];
    const places = forms.flatMap((f) => (f.form === 'electronic' && f.at !== undefined ? [f.at] : []));
    if (forms.length === 0 || places.length < forms.length) return [];
    const down = downThen(model, graph, backup, true);
    return places.every((id) => down.has(id)) ? places : [];
  };
  return { key: key(), instructionsOnlyOn: instructions() };
}
