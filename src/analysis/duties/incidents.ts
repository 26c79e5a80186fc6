import type { Location } from '../../diagnostics/location.ts';
import type { Period } from '../../inventory/index.ts';
import type { Model } from '../../model/model.ts';
import { dueOn } from '../due.ts';
import { type Duty, keeper, repeated } from './duty.ts';

/** So long after an incident it should have been looked back on. */
const month: Period = { months: 1, minutes: 0, text: '1mo' };

/** Practising the incident response, looking back on incidents, and what was learned. */
export function* incidentDuties(model: Model): Generator<Duty> {
  const { incidentResponse: incident, incidentResponseAt: at } = model;
  if (!incident || !at) return;
  const who = keeper(model, incident.team?.lead);
  const place = (...path: readonly (string | number)[]): Location => ({ ...at, path: [...at.path, ...path] });
  const { tested, lessonsLearned } = incident;
  if (tested?.every) {
    const days = repeated(tested.last, { written: tested.every, usual: tested.every }, 'never practised');
    yield { what: 'incident-exercise', ...days, ...who, at: place('tested') };
  }
  if (lessonsLearned?.every) {
    const days = repeated(
      lessonsLearned.last,
      { written: lessonsLearned.every, usual: lessonsLearned.every },
      'never done',
    );
    yield { what: 'incident-review', ...days, ...who, at: place('lessonsLearned') };
  }
  for (const [i, record] of (incident.records ?? []).entries()) {
    const about = { stated: true, last: record.date, ...keeper(model, record.by, incident.team?.lead) };
    if (!record.lessons) {
      const detail = record.what ?? record.class ?? record.date;
      const limit = dueOn(record.date, month);
      yield { what: 'incident-lookback', detail, ...about, dueOn: limit, at: place('records', i) };
    }
    for (const [k, { text, due, done }] of (record.lessons ?? []).entries()) {
      if (done !== undefined) continue;
      const until = due === undefined ? { reason: 'no day is set until which it is done' } : { dueOn: due };
      yield { what: 'incident-lesson', detail: text, ...about, ...until, at: place('records', i, 'lessons', k) };
    }
  }
}
