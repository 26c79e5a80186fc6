import type { Location } from '../diagnostics/location.ts';
import type { Element, Requirement } from './model.ts';
import { asWritten } from './written.ts';

const passes = ['confidentiality', 'integrity'] as const;

/**
 * What a restore needs. A covered element needs one of its backups; a backup needs its server, the places its medium
 * lies on, and one holder of its key. Holders that are no nodes (an envelope, a person) cannot fail with the systems.
 * The backup is a node between the two, since "one of several backups" is an alternative of whole chains.
 */
export function backupRequirements(
  backups: readonly Element<'backup'>[],
  elements: ReadonlyMap<string, Element>,
  isNode: (id: string) => boolean,
): Requirement[] {
  const found: Requirement[] = [];
  const coveredBy = new Map<string, { ids: string[]; at: Location }>();
  for (const backup of backups) {
    const need = (relation: string, ids: readonly (string | undefined)[], path: readonly string[]): void => {
      const of = [...new Set(ids)].filter((id): id is string => id !== undefined && isNode(id));
      if (of.length === 0) return;
      const at = { ...backup.at, path: [...backup.at.path, ...path] };
      found.push({ from: backup.id, of, atLeast: 1, when: 'run', relation, lost: 'waits', passes, at });
    };
    need('backups.server', [backup.data.server], ['server']);
    const target = elements.get(backup.data.target ?? '') as Element<'backupTarget'> | undefined;
    if (target?.kind === 'backupTarget') {
      for (const place of placesOf(target)) need('backups.target', place, ['target']);
    }
    const holders = backup.data.encryption?.keyHeldBy ?? [];
    if (holders.length > 0 && holders.every(isNode)) need('backups.keyHeldBy', holders, ['encryption', 'keyHeldBy']);
    backup.data.covers.forEach((id, i) => {
      if (!isNode(id)) return;
      const known = coveredBy.get(id);
      if (known) known.ids.push(backup.id);
      else
        coveredBy.set(id, {
          ids: [backup.id],
          at: { ...backup.at, path: [...backup.at.path, ...asWritten(['covers', i], backup.dropped)] },
        });
    });
  }
  for (const [from, { ids, at }] of coveredBy) {
    found.push({ from, of: ids, atLeast: 1, when: 'restore', relation: 'backups.covers', lost: 'waits', passes, at });
  }
  return found;
}

/** Each place the medium needs, with its alternatives. */
function placesOf(target: Element<'backupTarget'>): readonly (readonly string[])[] {
  const entries = [target.data.runsOn, ...(target.data.storedOn ?? [])];
  return entries
    .filter((e) => e !== undefined)
    .map((e) => (typeof e === 'string' ? [e] : (e.anyOf ?? e.of ?? (e.id === undefined ? [] : [e.id]))));
}
