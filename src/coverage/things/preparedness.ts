import { aboutBackups } from '../../analysis/index.ts';
import { germanDay, type Said, said } from '../said.ts';
import { at, ours, type Things, those } from './thing.ts';

export const exercises: Things = {
  words: said('exercises that were held', 'abgehaltenen Übungen'),
  of: ({ model, today }) =>
    model.of('exercise').flatMap((e) =>
      (e.data.records ?? []).flatMap((r, i) =>
        r.date <= today
          ? [
              {
                id: e.id,
                text: said(`exercise of ${r.date}`, `Übung vom ${germanDay(r.date)}`),
                at: at(e, 'records', i),
              },
            ]
          : [],
      ),
    ),
};
export const scenarios = ours(said('scenarios', 'Szenarien'), 'scenario');
export const scenariosWithActions = those(
  said('scenarios that say what is done', 'Szenarien, die sagen, was zu tun ist'),
  'scenario',
  ({ data: s }) => Boolean(s.actions?.length || s.immediateMeasures?.length),
);
export const procedures = ours(said('procedures', 'Anleitungen'), 'procedure');
export const variants = those(
  said('procedures with a word on other operating systems', 'Anleitungen mit einem Wort zu anderen Betriebssystemen'),
  'procedure',
  ({ data: p }) => p.variants !== undefined,
);
export const roles = ours(said('roles', 'Rollen'), 'role');
export const people = ours(said('people', 'Personen'), 'person');
export const supplies = ours(said('spares or contracts', 'Ersatzteile oder Verträge'), 'spare', 'contract');
export const suppliers = ours(said('suppliers', 'Dienstleister'), 'supplier');
export const channels = ours(said('channels of communication', 'Kommunikationswege'), 'channel');
const trainingsIn = (words: Said, isTopic: (topic: string) => boolean): Things => ({
  words,
  of: ({ model }) =>
    model.of('person').flatMap((p) =>
      (p.data.trainings ?? []).flatMap(({ topic, date }, i) => {
        const text =
          date === undefined
            ? said(`training in ${topic}`, `Schulung: ${topic}`)
            : said(`training in ${topic} of ${date}`, `Schulung vom ${germanDay(date)}: ${topic}`);
        return isTopic(topic) ? [{ id: p.id, text, at: at(p, 'trainings', i) }] : [];
      }),
    ),
});
export const trainings = trainingsIn(said('trainings', 'Schulungen'), () => true);
export const backupTrainings = trainingsIn(
  said('trainings in backup or restore', 'Schulungen in Sicherung oder Wiederherstellung'),
  aboutBackups,
);
