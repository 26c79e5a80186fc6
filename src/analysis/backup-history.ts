import type { BackupRun } from '../inventory/index.ts';
import type { Element, Model } from '../model/model.ts';
import { minutesOf } from './time-objectives.ts';

/** What the evidence says of one backup. */
export interface BackupHistory {
  /** The oldest first. */
  readonly runs: readonly BackupRun[];
  /** The newest that can be relied on. */
  readonly lastGood: BackupRun | undefined;
  /** Failed or partial runs since then which nobody has marked as resolved. */
  readonly openErrors: readonly BackupRun[];
  /** Runs at which something was noticed that nobody has marked as resolved; without `openErrors`. */
  readonly openFindings: readonly BackupRun[];
  /** Failed or partial runs whose error nobody can look up. */
  readonly withoutCode: readonly BackupRun[];
  /** Minutes from the last run until the day of the check, where more than its interval allows. */
  readonly overdueMinutes: number | undefined;
  /** Runs that did not come when they should have, between two that did. */
  readonly gaps: readonly { readonly after: string; readonly before: string; readonly runs: number }[];
  /** Runs that ended after the window. */
  readonly overruns: readonly BackupRun[];
}

const minute = 60_000;
/** A scheduler may be a little late; a run that is missing leaves a hole of a whole interval. */
const tolerance = 1.1;
/** Older holes are history: nobody can run a backup of last year. */
const lookBack = 90 * 1440 * minute;

const isBad = (run: BackupRun): boolean => run.result !== 'ok';
/** `resolved` may be the day on which it was mended. */
const isResolved = ({ resolved }: BackupRun): boolean =>
  resolved === true || (typeof resolved === 'string' && resolved !== '');

/** Minutes after midnight on the clock of the wall; without a zone, of the clock the time was written with. */
function wallMinutes(time: string, zone: string | undefined): number {
  const [, hours, minutes] = /T(\d{2}):(\d{2})/.exec(time) as RegExpExecArray;
  const written = Number(hours) * 60 + Number(minutes);
  if (zone === undefined) return written;
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .format(Date.parse(time))
      .split(':');
    return Number(parts[0]) * 60 + Number(parts[1]);
  } catch {
    return written;
  }
}

/** Minutes from the beginning of a window to its end, over midnight if need be. */
export const windowLength = ({ from, to }: { readonly from: number; readonly to: number }): number =>
  (to - from + 1440) % 1440 || 1440;

type Schedule = Pick<Element<'backup'>['data'], 'every' | 'window'>;

function isOverrun({ window }: Schedule, { started, finished }: BackupRun, zone: string | undefined): boolean {
  if (window?.from === undefined || window.to === undefined || finished === undefined) return false;
  const length = windowLength({ from: window.from, to: window.to });
  const into = (wallMinutes(started, zone) - window.from + 1440) % 1440;
  const took = (Date.parse(finished) - Date.parse(started)) / minute;
  // Begun by hand outside the window: only its length can be judged.
  return into < length ? into + took > length : took > length;
}

function historyOf(
  schedule: Schedule,
  all: readonly BackupRun[],
  today: string,
  zone: string | undefined,
): BackupHistory {
  const runs = [...all].sort((a, b) => Date.parse(a.started) - Date.parse(b.started));
  const goodAt = runs.findLastIndex((r) => r.result === 'ok');
  const openErrors = runs.slice(goodAt + 1).filter((r) => isBad(r) && !isResolved(r));
  const open = (r: BackupRun): boolean => r.finding !== undefined && !isResolved(r) && !openErrors.includes(r);
  // What runs every hour of a window rests for the remainder of the day.
  const { window, every } = schedule;
  const rest =
    window?.from === undefined || window.to === undefined
      ? 0
      : 1440 - windowLength({ from: window.from, to: window.to });
  const usual = every ? minutesOf(every) : Number.POSITIVE_INFINITY;
  const allowed = usual < 1440 ? usual + rest : usual;
  const limit = allowed * tolerance;
  const morning = Date.parse(`${today}T00:00:00Z`);
  const newest = runs.at(-1);
  const since = newest === undefined ? undefined : (morning - Date.parse(newest.started)) / minute;
  const gaps = runs.slice(1).flatMap((run, i) => {
    const previous = runs[i] as BackupRun;
    const apart = (Date.parse(run.started) - Date.parse(previous.started)) / minute;
    const missing = Math.round(apart / allowed) - 1;
    if (morning - Date.parse(run.started) > lookBack || missing < 1) return [];
    return [{ after: previous.started, before: run.started, runs: missing }];
  });
  return {
    runs,
    lastGood: runs[goodAt],
    openErrors,
    openFindings: runs.filter(open),
    withoutCode: runs.filter((r) => isBad(r) && r.errorCode === undefined),
    overdueMinutes: since !== undefined && since > limit ? since : undefined,
    gaps,
    overruns: runs.filter((r) => isOverrun(schedule, r, zone)),
  };
}

/** The evidence by backup; a backup without any run is not in it. Ages count to the morning (UTC) of `today`. */
export function backupHistories(
  model: Model,
  runs: readonly BackupRun[],
  today: string,
): ReadonlyMap<string, BackupHistory> {
  const byBackup = new Map<string, BackupRun[]>();
  for (const run of runs) byBackup.set(run.backup, [...(byBackup.get(run.backup) ?? []), run]);
  const found = new Map<string, BackupHistory>();
  for (const backup of model.of('backup')) {
    const own = byBackup.get(backup.id);
    if (own) found.set(backup.id, historyOf(backup.data, own, today, model.plan?.timezone));
  }
  return found;
}
