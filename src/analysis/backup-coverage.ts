import { type Level, levels, type Objective } from '../inventory/index.ts';
import type { Element, Model, Node } from '../model/model.ts';
import { entriesIn, idsIn } from './carry.ts';
import type { Needs } from './protection-needs.ts';
import type { TimeObjectives } from './time-objectives.ts';

type Backup = Element<'backup'>;
type Fields = Readonly<Record<string, unknown>>;

/** A system that others need to run or to serve, whose data or configuration no backup saves. */
export interface UnsavedDependency {
  readonly node: Node;
  /** One that needs it, the first by id. */
  readonly neededBy: string;
}

/** What is saved by which backup, and what by none. */
export interface BackupCoverage {
  /** Those that save something: not the ones that say that there is no solution. Sorted by id. */
  readonly backups: readonly Backup[];
  /** The backups an element is restored from: those that name it, else those that save every store it lies on. */
  readonly backupsOf: (id: string) => readonly Backup[];
  /** What a backup answers for: what it names, and what lies on the stores it names. */
  readonly savedBy: (backup: Backup) => readonly Node[];
  /** The highest effective need of what a backup answers for. */
  readonly need: (backup: Backup, objective: Objective) => Level;
  /** Whether a loss of it hurts soon: availability or integrity high or above, or an RTO of at most a day. */
  readonly isPressing: (backup: Backup) => boolean;
  /** Servers, virtual machines and data that lose something and are in no backup; images have a rule of their own. */
  readonly unsaved: readonly Node[];
  /** Hosts, stores and network devices below them; telephony is judged by rules of its own. */
  readonly unsavedDependencies: readonly UnsavedDependency[];
  /** What would be lost without backups: servers, virtual machines and data that are ours and not stateless. */
  readonly worthSaving: readonly Node[];
}

const dayMinutes = 1440;
const working = new Set(['server', 'virtualMachine', 'data']);
const below = new Set(['hypervisor', 'storage', 'networkDevice']);
/** A line or a virtual network keeps no settings that its devices do not have. */
const withoutSettings = new Set(['vlan', 'wan-link']);

const isStateless = (node: Node): boolean =>
  (node.data as { recovery?: { stateless?: boolean } }).recovery?.stateless === true;

/** The systems that a backup medium lies on or runs on. */
export const mediaOf = (target: Element<'backupTarget'> | undefined): readonly string[] =>
  target ? [...idsIn(target.data.storedOn), ...idsIn(target.data.runsOn)] : [];

/** The medium a backup is written to, where the plan knows it. */
export function targetOf(model: Model, backup: Backup): Element<'backupTarget'> | undefined {
  const found = model.elements.get(backup.data.target ?? '');
  return found?.kind === 'backupTarget' ? (found as Element<'backupTarget'>) : undefined;
}

/** The higher of levels; `normal` for none. */
const highest = (all: readonly Level[]): Level =>
  levels[Math.max(0, ...all.map((level) => levels.indexOf(level)))] as Level;

/** Who saves what. Needs and times are asked for only by rules that weigh them. */
export function backupCoverage(model: Model, needs: () => Needs, times: () => TimeObjectives): BackupCoverage {
  const naming = new Map<string, Backup[]>();
  const backups = model.of('backup').filter((b) => b.data.solution !== 'none');
  for (const backup of backups) {
    for (const id of new Set(backup.data.covers)) naming.set(id, [...(naming.get(id) ?? []), backup]);
  }
  const storesOf = (id: string): readonly string[] => idsIn((model.elements.get(id)?.data as Fields)?.['storedOn']);
  const backupsOf = (id: string): readonly Backup[] => {
    const own = naming.get(id);
    if (own) return own;
    const entries = entriesIn((model.elements.get(id)?.data as Fields)?.['storedOn']);
    // Of stores that each hold a copy, saving one is enough.
    const isWhole = entries.every(({ ids, needed }) => ids.filter((store) => naming.has(store)).length >= needed);
    return isWhole ? [...new Set(storesOf(id).flatMap((store) => naming.get(store) ?? []))] : [];
  };
  const lyingOn = new Map<string, Node[]>();
  for (const node of model.nodes) {
    for (const store of storesOf(node.id)) lyingOn.set(store, [...(lyingOn.get(store) ?? []), node]);
  }
  const savedBy = (backup: Backup): readonly Node[] => {
    const all = backup.data.covers.flatMap((id) => [model.node(id), ...(lyingOn.get(id) ?? [])]);
    return [...new Set(all)].filter((node) => node !== undefined);
  };
  const need = (backup: Backup, objective: Objective): Level =>
    highest(savedBy(backup).map((node) => needs().effective(node.index, objective)));
  const isSaved = (node: Node): boolean => backupsOf(node.id).length > 0;
  const mediaHere = new Set(model.of('backupTarget').flatMap(mediaOf));
  const loses = (node: Node): boolean => !node.external && !isStateless(node);
  // A store is as good as saved when all that lies on it is; one for backups holds copies only.
  const isJustCopies = (node: Node): boolean => {
    const there = lyingOn.get(node.id) ?? [];
    return (
      node.kind === 'storage' &&
      (mediaHere.has(node.id) || there.length > 0) &&
      there.every((n) => isSaved(n) || !loses(n))
    );
  };
  const worthSaving = model.nodes.filter((node) => working.has(node.kind) && loses(node));
  const unsaved = worthSaving.filter((node) => !isSaved(node) && (node.data as Fields)['class'] !== 'image');
  const neededBy = new Map<string, string>();
  for (const { from, of, when } of model.requirements) {
    if (when !== 'run' && when !== 'serve') continue;
    for (const id of of) if (!neededBy.has(id) && model.node(from)?.kind !== 'backup') neededBy.set(id, from);
  }
  const unsavedDependencies = model.nodes
    .filter((node) => below.has(node.kind) && loses(node) && !isSaved(node) && !isJustCopies(node))
    .filter((node) => !withoutSettings.has(String((node.data as Fields)['type'])))
    .flatMap((node) => {
      const by = neededBy.get(node.id);
      return by === undefined ? [] : [{ node, neededBy: by }];
    });
  return {
    backups,
    backupsOf,
    savedBy,
    need,
    isPressing: (backup) =>
      need(backup, 'availability') !== 'normal' ||
      need(backup, 'integrity') !== 'normal' ||
      savedBy(backup).some((n) => (times().rto.effective(n.index) ?? Number.POSITIVE_INFINITY) <= dayMinutes),
    unsaved,
    unsavedDependencies,
    worthSaving,
  };
}
