import type { Element, Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';
import type { Inherited } from './inherited.ts';

/** Where the replacement of a machine can come from. */
export interface Replacement {
  readonly from: string;
  /** Minutes until it is there; undefined: nobody has said. */
  readonly minutes: number | undefined;
}

const physical = new Set(['server', 'hypervisor', 'storage', 'networkDevice', 'voipDevice', 'facility']);

/** Whether an element is hardware of ours that can break. */
export function isHardware(node: Node): boolean {
  const data = node.data as { runsOn?: unknown };
  return physical.has(node.kind) && node.nature === 'system' && !node.external && data.runsOn === undefined;
}

function timeOf(element: Element | undefined): number | undefined {
  if (element?.kind === 'spare') {
    const { count, leadTime } = (element as Element<'spare'>).data;
    return (count ?? 1) > 0 ? 0 : leadTime;
  }
  return element?.kind === 'contract' ? (element as Element<'contract'>).data.repairTime : undefined;
}

/** The spares, contracts and suppliers that can replace each element, looked up by its id. */
export function replacements(model: Model, inherited: Inherited): (id: string) => readonly Replacement[] {
  const byElement = new Map<string, string[]>();
  const note = (id: string, from: string): void => {
    byElement.set(id, [...(byElement.get(id) ?? []), from]);
  };
  for (const spare of model.of('spare')) for (const id of spare.data.fits ?? []) note(id, spare.id);
  for (const contract of model.of('contract')) for (const id of contract.data.covers ?? []) note(id, contract.id);
  return (id) => {
    const data = model.elements.get(id)?.data as { recovery?: { replace?: { from?: unknown } } } | undefined;
    const sources = [
      ...(byElement.get(id) ?? []),
      ...(inherited.contracts(id) ?? []),
      ...(inherited.spares(id) ?? []),
      ...idsIn(data?.recovery?.replace?.from),
    ];
    return [...new Set(sources)].map((from) => ({ from, minutes: timeOf(model.elements.get(from)) }));
  };
}
