import type { Period } from '../../inventory/index.ts';
import type { Element, Model } from '../../model/model.ts';
import type { BackupCoverage } from '../backup-coverage.ts';
import { yearly } from '../due.ts';
import { isFailed, newestTest, openTests } from '../restore-trials.ts';
import type { VoipDevice } from '../voip-devices.ts';
import { type Duty, type Interval, keeper, placeOf, repeated } from './duty.ts';

/** How often the integrity of a backup is checked where the plan does not say. */
const monthly: Period = { months: 1, minutes: 0, text: '1mo' };

/** What recurs for every backup, whatever it saves. */
function* recurring(model: Model, backup: Element<'backup'>): Generator<Duty> {
  const { integrityCheck, logReview, evaluation, responsible, monitoredBy } = backup.data;
  const of = (what: Duty['what'], last: string | undefined, every: Interval, field: string, who?: string): Duty => ({
    what,
    element: backup.id,
    ...repeated(last, every, 'never done'),
    ...keeper(model, who, responsible),
    at: last === undefined ? placeOf(backup) : placeOf(backup, field, 'last'),
  });
  const integrity = { written: integrityCheck?.every, usual: monthly };
  yield of('integrity-check', integrityCheck?.last, integrity, 'integrityCheck');
  const logs = logReview?.every ?? model.policy.backup?.logReview;
  if (logs) yield of('log-review', logReview?.last, { written: logs, usual: logs }, 'logReview', monitoredBy);
  yield of('evaluation', evaluation?.last, { written: evaluation?.every, usual: yearly }, 'evaluation');
  for (const [i, { text, due, done }] of (evaluation?.actions ?? []).entries()) {
    if (done !== undefined) continue;
    yield {
      what: 'evaluation-action',
      element: backup.id,
      detail: text,
      stated: true,
      ...(due === undefined ? { reason: 'no day is set until which it is done' } : { dueOn: due }),
      ...keeper(model, responsible),
      at: placeOf(backup, 'evaluation', 'actions', i),
    };
  }
}

function* restores(model: Model, backup: Element<'backup'>, pressing: boolean): Generator<Duty> {
  const who = keeper(model, backup.data.responsible);
  const interval = { written: model.policy.backup?.restoreTest, usual: yearly };
  const { index, test } = newestTest(backup) ?? {};
  // What may be missing for long is restored on trial when its owners like (M 6.41 asks for what is important).
  if (pressing) {
    yield {
      what: 'restore-test',
      element: backup.id,
      ...repeated(test?.date, interval, 'never restored on trial'),
      ...who,
      at: index === undefined ? placeOf(backup) : placeOf(backup, 'restoreTests', index),
    };
  }
  for (const open of openTests(backup)) {
    yield {
      what: 'restore-test-finding',
      element: backup.id,
      detail: open.test.finding ?? `restore test of ${open.test.date}`,
      last: open.test.date,
      stated: true,
      reason: isFailed(open.test) ? 'it failed and was not repeated' : 'its finding is open',
      ...who,
      at: placeOf(backup, 'restoreTests', open.index),
    };
  }
}

/** Bringing back the settings of telephony, where the restore tests of pressing backups do not cover it. */
function* telephony(
  model: Model,
  { isPressing }: BackupCoverage,
  devices: readonly VoipDevice[],
  today: string,
): Generator<Duty> {
  const interval = { written: model.policy.backup?.restoreTest, usual: yearly };
  for (const backup of new Set(devices.flatMap((v) => v.backups))) {
    if (isPressing(backup)) continue;
    const rollbacks = devices.filter((v) => v.backups.includes(backup)).flatMap((v) => v.rollbacks);
    const practised = model
      .of('exercise')
      .filter((e) => e.data.of?.some((id) => id === backup.id || rollbacks.includes(id)))
      .flatMap((e) => e.data.records ?? []);
    const last = [...(backup.data.restoreTests ?? []), ...practised]
      .map((r) => r.date)
      .filter((date) => date <= today)
      .sort()
      .at(-1);
    yield {
      what: 'telephony-restore',
      element: backup.id,
      ...repeated(last, interval, 'never practised'),
      ...keeper(model, backup.data.responsible),
      at: placeOf(backup),
    };
  }
}

/** All that is due about backups. */
export function* backupDuties(
  model: Model,
  coverage: BackupCoverage,
  devices: readonly VoipDevice[],
  today: string,
): Generator<Duty> {
  for (const backup of coverage.backups) {
    yield* recurring(model, backup);
    yield* restores(model, backup, coverage.isPressing(backup));
  }
  yield* telephony(model, coverage, devices, today);
}
