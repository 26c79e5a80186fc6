import { aboutBackups } from '../../analysis/index.ts';
import { at, ours, type Things, those } from './thing.ts';

export const exercises: Things = {
  words: 'exercises that were held',
  of: ({ model, today }) =>
    model
      .of('exercise')
      .flatMap((e) =>
        (e.data.records ?? []).flatMap((r, i) =>
          r.date <= today ? [{ id: e.id, text: `exercise of ${r.date}`, at: at(e, 'records', i) }] : [],
        ),
      ),
};
export const scenarios = ours('scenarios', 'scenario');
export const scenariosWithActions = those('scenarios that say what is done', 'scenario', ({ data: s }) =>
  Boolean(s.actions?.length || s.immediateMeasures?.length),
);
export const procedures = ours('procedures', 'procedure');
export const variants = those(
  'procedures with a word on other operating systems',
  'procedure',
  ({ data: p }) => p.variants !== undefined,
);
export const roles = ours('roles', 'role');
export const people = ours('people', 'person');
export const supplies = ours('spares or contracts', 'spare', 'contract');
export const suppliers = ours('suppliers', 'supplier');
export const channels = ours('channels of communication', 'channel');
const trainingsIn = (words: string, isTopic: (topic: string) => boolean): Things => ({
  words,
  of: ({ model }) =>
    model.of('person').flatMap((p) =>
      (p.data.trainings ?? []).flatMap(({ topic, date }, i) => {
        const text = `training in ${topic}${date === undefined ? '' : ` of ${date}`}`;
        return isTopic(topic) ? [{ id: p.id, text, at: at(p, 'trainings', i) }] : [];
      }),
    ),
});
export const trainings = trainingsIn('trainings', () => true);
export const backupTrainings = trainingsIn('trainings in backup or restore', aboutBackups);
