import type { Element, Model } from '../model/model.ts';
import type { ProcedureUses } from './procedure-uses.ts';

/** A procedure that serves several operating systems with the same steps. */
export interface SameSteps {
  readonly procedure: Element<'procedure'>;
  /** The operating systems without steps of their own, each with the elements that have it; two or more, sorted. */
  readonly systems: readonly { readonly os: string; readonly elements: readonly string[] }[];
}

/** Actions that are done in the operating system itself; cutting off and replacing are done from outside. */
const inside = new Set(['restart', 'restore', 'rebuild', 'shutdown', 'verify', 'rollback']);

const families: readonly (readonly [string, RegExp])[] = [
  ['windows', /windows|\bwin(?:\d|srv)/],
  ['esxi', /esxi?|vsphere|vmware/],
  ['proxmox', /proxmox|\bpve\b/],
  ['linux', /linux|debian|ubuntu|centos|fedora|rhel|red ?hat|suse|sles|rocky|alma|alpine|arch\b|mint/],
  ['bsd', /bsd|opnsense|pfsense|truenas core/],
  ['macos', /mac ?os|os x/],
];

/** What versions and distributions have in common: "Windows Server 2022" and "windows" take the same steps. */
export function osFamily(os: string): string {
  const text = os.trim().toLowerCase();
  return families.find(([, pattern]) => pattern.test(text))?.[0] ?? text;
}

/**
 * Procedures whose author did not say what differs between operating systems. An empty list of variants says that nothing
 * does (M 6.96: different approaches for different operating systems).
 */
export function sameStepsForAll(model: Model, uses: ProcedureUses): readonly SameSteps[] {
  return model.of('procedure').flatMap((procedure) => {
    const { variants } = procedure.data;
    if (variants?.length === 0) return [];
    const own = new Set((variants ?? []).map((v) => osFamily(v.os)));
    const systems = new Map<string, Set<string>>();
    for (const { element, action } of uses.of(procedure.id)) {
      const { os } = (model.node(element)?.data ?? {}) as { os?: string };
      const family = os === undefined ? '' : osFamily(os);
      if (!inside.has(action) || family === '' || own.has(family)) continue;
      systems.set(family, (systems.get(family) ?? new Set()).add(element));
    }
    if (systems.size < 2) return [];
    const sorted = [...systems].sort(([a], [b]) => (a < b ? -1 : 1));
    return [{ procedure, systems: sorted.map(([os, ids]) => ({ os, elements: [...ids].sort() })) }];
  });
}
