import type { Model } from '../../model/model.ts';
import { yearly } from '../due.ts';
import type { ScenarioPreparedness } from '../scenario-preparedness.ts';
import { type Duty, keeper, placeOf, repeated } from './duty.ts';

/** Exercises, scenarios that were never practised, and what exercises have shown. */
export function* exerciseDuties(
  model: Model,
  { planned, exercised }: ScenarioPreparedness,
  today: string,
): Generator<Duty> {
  const who = keeper(model);
  for (const scenario of model.of('scenario')) {
    if (exercised.has(scenario.id)) continue;
    const reason = planned.has(scenario.id)
      ? 'never practised: its exercise has no record'
      : 'never practised: no exercise names it';
    const stated = planned.has(scenario.id);
    yield { what: 'exercise', element: scenario.id, stated, reason, ...who, at: placeOf(scenario) };
  }
  for (const exercise of model.of('exercise')) {
    const records = [...(exercise.data.records ?? []).entries()];
    const [index, last] =
      records.filter(([, r]) => r.date <= today).sort(([, a], [, b]) => (a.date < b.date ? 1 : -1))[0] ?? [];
    // An exercise that was never held and is of scenarios that were never practised is listed with these.
    const listed = exercise.data.of?.some((id) => model.elements.get(id)?.kind === 'scenario' && !exercised.has(id));
    if (last !== undefined || !listed) {
      yield {
        what: 'exercise',
        element: exercise.id,
        ...repeated(
          last?.date,
          { written: exercise.data.every ?? model.policy.exercise?.every, usual: yearly },
          'never held',
        ),
        ...who,
        at: index === undefined ? placeOf(exercise) : placeOf(exercise, 'records', index),
      };
    }
    for (const [r, record] of records) {
      for (const [f, { text, due, done }] of (record.findings ?? []).entries()) {
        if (done !== undefined) continue;
        yield {
          what: 'exercise-finding',
          element: exercise.id,
          detail: text,
          last: record.date,
          stated: true,
          ...(due === undefined ? { reason: 'no day is set until which it is mended' } : { dueOn: due }),
          ...who,
          at: placeOf(exercise, 'records', r, 'findings', f),
        };
      }
    }
  }
}
