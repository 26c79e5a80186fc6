import type { BackupRun } from '../inventory/index.ts';
import type { Element, Model, Node } from '../model/model.ts';
import { idsIn } from './carry.ts';
import type { Impact } from './impact.ts';
import { minutesOf } from './time-objectives.ts';

/** What an element that must be restored loses. */
export interface DataLoss {
  readonly id: string;
  /** At most so many minutes of work; null: everything, since no usable backup is known. */
  readonly upToMinutes: number | null;
  /** How that is known: the interval of the backup, the newest run in the evidence, or nothing. */
  readonly basis: 'schedule' | 'evidence' | 'none';
  /** The backup it is restored from. */
  readonly backup: string | undefined;
  /** The machine it runs on: what many lose at once. */
  readonly host: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const needsRestore = new Set(['data-loss', 'destroyed', 'compromised']);
const dayMinutes = 1440;
const keepsNothing = new Set(['location', 'facility', 'backup']);

/** Whether what a backup was written to is destroyed, or has lost its data. */
function isGone(model: Model, impact: Impact, backup: Element<'backup'>): boolean {
  const target = model.elements.get(backup.data.target ?? '');
  if (target?.kind !== 'backupTarget') return false;
  const data = target.data as Fields;
  if (data['offline'] === true && data['in'] === undefined) return false;
  const lost = (id: string): boolean => {
    const node = model.node(id);
    const effects = node ? (impact.nodes[node.index]?.effects ?? []) : [];
    return effects.includes('destroyed') || effects.includes('data-loss');
  };
  // A medium that lies elsewhere survives the machine it was written with.
  if (data['offline'] === true) return lost(data['in'] as string);
  return [...idsIn(data['storedOn']), ...idsIn(data['runsOn']), ...idsIn(data['in'])].some(lost);
}

/** The newest run that can be relied on and began before the compromise, in minutes before the end of the day. */
function ageOf(runs: readonly BackupRun[], end: number, newestBefore: number): number | undefined {
  const good = runs.filter((r) => r.result === 'ok').map((r) => Date.parse(r.started));
  const usable = good.filter((t) => t <= newestBefore);
  return usable.length === 0 ? undefined : Math.max(0, Math.ceil((end - Math.max(...usable)) / 60_000));
}

/**
 * What is lost in an event: for each element that has to be restored the age of its newest usable backup, from the
 * evidence beside the plan where it has runs of that backup, else at most its interval (analysis.md §1). Ages are
 * counted to the end of `today` (UTC): the worst moment of the day. Sorted by id.
 * @param since milliseconds since the epoch: backups made later are not trusted (a compromise)
 */
export function dataLossOf(
  model: Model,
  impact: Impact,
  runs: readonly BackupRun[],
  today: string,
  since?: number,
): readonly DataLoss[] {
  const end = Date.parse(`${today}T00:00:00Z`) + dayMinutes * 60_000;
  const backups = model.of('backup').filter((b) => !isGone(model, impact, b));
  const coverers = new Map<string, Element<'backup'>[]>();
  for (const backup of backups) {
    for (const id of new Set(backup.data.covers)) coverers.set(id, [...(coverers.get(id) ?? []), backup]);
  }
  const runsOf = new Map<string, BackupRun[]>();
  for (const run of runs) runsOf.set(run.backup, [...(runsOf.get(run.backup) ?? []), run]);
  const lossBy = (backup: Element<'backup'>, compromised: boolean): { minutes: number; basis: DataLoss['basis'] } => {
    const newest = compromised && since !== undefined ? Math.min(since, end) : end;
    const known = runsOf.get(backup.id);
    const age = known && ageOf(known, end, newest);
    if (age !== undefined) return { minutes: age, basis: 'evidence' };
    if (known || !backup.data.every) return { minutes: Number.POSITIVE_INFINITY, basis: 'none' };
    const late = Math.ceil((end - newest) / 60_000);
    return { minutes: minutesOf(backup.data.every) + late, basis: 'schedule' };
  };
  const found: DataLoss[] = [];
  for (const node of model.nodes) {
    const effects: readonly string[] = impact.nodes[node.index]?.effects ?? [];
    const stateless = (node.data as { recovery?: { stateless?: boolean } }).recovery?.stateless === true;
    if (keepsNothing.has(node.kind) || node.external || stateless || !effects.some((e) => needsRestore.has(e)))
      continue;
    if (node.nature === 'derived') continue;
    const data = node.data as Fields;
    // An image of the store it lies on is a backup too, where it has none of its own.
    const own = coverers.get(node.id);
    const from = own ?? idsIn(data['storedOn']).flatMap((id) => coverers.get(id) ?? []);
    const ways = from.map((backup) => ({ backup, ...lossBy(backup, effects.includes('compromised')) }));
    const best = ways.sort((a, b) => a.minutes - b.minutes || (a.backup.id < b.backup.id ? -1 : 1))[0];
    const usable = best && best.minutes !== Number.POSITIVE_INFINITY ? best : undefined;
    found.push({
      id: node.id,
      upToMinutes: usable ? usable.minutes : null,
      basis: usable ? usable.basis : 'none',
      backup: usable?.backup.id,
      host: hostOf(model, node),
    });
  }
  return found;
}

/** The machine or farm something runs on, the usual host first. */
function hostOf(model: Model, node: Node): string | undefined {
  const data = node.data as Fields;
  const [host] = idsIn(data['placedOn'] ?? data['runsOn']);
  return host !== undefined && model.node(host) ? host : undefined;
}

/** The losses of all elements of one host together: what consolidation adds up. */
export interface HostLoss {
  readonly host: string;
  readonly elements: readonly string[];
  /** The sum of their minutes, without those that lose everything. */
  readonly sumMinutes: number;
  readonly worstMinutes: number;
  /** Elements that lose everything. */
  readonly withoutBackup: readonly string[];
}

/** Losses by host, the largest sum first. */
export function lossByHost(losses: readonly DataLoss[]): readonly HostLoss[] {
  const hosts = new Map<string, DataLoss[]>();
  for (const loss of losses) {
    if (loss.host !== undefined) hosts.set(loss.host, [...(hosts.get(loss.host) ?? []), loss]);
  }
  return [...hosts]
    .map(([host, all]) => ({
      host,
      elements: all.map((l) => l.id),
      sumMinutes: all.reduce((sum, l) => sum + (l.upToMinutes ?? 0), 0),
      worstMinutes: Math.max(...all.map((l) => l.upToMinutes ?? 0)),
      withoutBackup: all.filter((l) => l.upToMinutes === null).map((l) => l.id),
    }))
    .sort((a, b) => b.sumMinutes - a.sumMinutes || (a.host < b.host ? -1 : 1));
}
