import type { Element, Model, Node } from '../model/model.ts';
import { type BackupCoverage, mediaOf, targetOf } from './backup-coverage.ts';
import { idsIn } from './carry.ts';
import { placesOf } from './select.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Elements whose only copies are lost together with them. */
export interface SharedLoss {
  readonly backup: Element<'backup'>;
  /** The system or room that holds both. */
  readonly with: string;
  /** What is then lost for good, sorted. */
  readonly elements: readonly string[];
}

/** What one loss takes together with its backups: of a system, of a room. */
export interface BackupSurvival {
  readonly sharedSystems: readonly SharedLoss[];
  /** Without what already shares a system. */
  readonly sharedRooms: readonly SharedLoss[];
}

/** A relation entry that names one element; of alternatives each holds a copy, and one loss is not the end. */
const definite = (value: unknown): readonly string[] =>
  ([value ?? []].flat() as unknown[]).flatMap((entry) =>
    typeof entry === 'string' || 'id' in Object(entry) ? idsIn([entry]) : [],
  );

/** The systems with which the data of an element is lost: its stores (where it names none, its host), and what these are built into. */
function bearersOf(model: Model, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...ids];
  for (const id of queue) {
    const node = model.node(id);
    if (!node || found.has(id)) continue;
    // Of a farm, one host is not the end.
    if (node.kind !== 'cluster') found.add(id);
    const data = node.data as Fields;
    const stores = definite(data['storedOn']);
    const hosts = stores.length > 0 || node.kind === 'cluster' ? [] : definite(data['placedOn'] ?? data['runsOn']);
    queue.push(...stores, ...hosts, ...definite(data['partOf']));
  }
  return found;
}

/** A room, a rack, or a place of which nothing more is known. */
const isRoom = (model: Model, id: string): boolean => {
  const type = (model.node(id)?.data as Fields)?.['type'];
  return type === 'room' || type === 'rack' || type === undefined;
};

/**
 * For every saved element: is there one system, or one room, whose loss takes the data and every copy? A copy survives
 * where its medium does, or where the store of the medium is itself saved to one that does.
 */
export function backupSurvival(model: Model, { backupsOf }: BackupCoverage): BackupSurvival {
  const placesOfIds = (ids: Iterable<string>): string[] =>
    [...ids].flatMap((id) => {
      const node = model.node(id);
      return node ? placesOf(model, node) : [];
    });
  /** What the medium is lost with: systems, and places. */
  const fates = new Map<string, { readonly systems: ReadonlySet<string>; readonly places: ReadonlySet<string> }>();
  const fateOf = (target: Element<'backupTarget'>) => {
    const known = fates.get(target.id);
    if (known) return known;
    const place = target.data.in;
    const at = place === undefined ? [] : [place, ...placesOfIds([place])];
    // What is disconnected and kept elsewhere outlives the machine that wrote it.
    const apart = target.data.offline === true && place !== undefined;
    const systems = apart ? new Set<string>() : bearersOf(model, mediaOf(target));
    const fate = { systems, places: new Set([...at, ...placesOfIds(systems)]) };
    fates.set(target.id, fate);
    return fate;
  };
  const survives = (backup: Element<'backup'>, lost: string, seen: readonly string[] = []): boolean => {
    const target = targetOf(model, backup);
    if (!target) return true;
    const { systems, places } = fateOf(target);
    if (!systems.has(lost) && !places.has(lost)) return true;
    const onward = mediaOf(target).flatMap((id) => backupsOf(id));
    return onward.some((b) => b !== backup && !seen.includes(b.id) && survives(b, lost, [...seen, backup.id]));
  };
  const sharedSystems = new Map<string, SharedLoss & { elements: string[] }>();
  const sharedRooms: typeof sharedSystems = new Map();
  const note = (into: typeof sharedSystems, backup: Element<'backup'>, lost: string, node: Node): void => {
    const key = `${backup.id} ${lost}`;
    const known = into.get(key);
    if (known) known.elements.push(node.id);
    else into.set(key, { backup, with: lost, elements: [node.id] });
  };
  for (const node of model.nodes) {
    const ways = node.kind === 'backup' || node.external ? [] : backupsOf(node.id);
    const [first] = ways;
    if (!first) continue;
    const bearers = bearersOf(model, [node.id]);
    // A backup of a store brings back what the store held, whoever lay on it.
    const lostAt = (lost: string): boolean =>
      ![...ways, ...(bearers.has(lost) ? backupsOf(lost) : [])].some((b) => survives(b, lost));
    const system = [...bearers].find(lostAt);
    const room = [...new Set(placesOfIds(bearers))].filter((place) => isRoom(model, place) && lostAt(place)).at(-1);
    if (system !== undefined) note(sharedSystems, first, system, node);
    else if (room !== undefined) note(sharedRooms, first, room, node);
  }
  const sorted = (all: typeof sharedSystems): readonly SharedLoss[] =>
    [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, loss]) => loss);
  return { sharedSystems: sorted(sharedSystems), sharedRooms: sorted(sharedRooms) };
}
