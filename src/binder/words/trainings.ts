import { words } from '../language.ts';

/** Words of the section about trainings. */
const en = {
  title: 'Training',
  people: 'Who was trained in what',
  person: 'Who',
  roles: 'Fills',
  topic: 'Topic',
  attended: 'Attended',
  validUntil: 'Counts until',
  lacking: 'Not yet had',
  noLimit: 'no limit given',
  attendance: 'Attendance list',
  rows: { topic: 'Topic', date: 'Date, place', by: 'Held by', about: 'Contents in key words' } as Readonly<
    Record<string, string>
  >,
  name: 'Name',
  signature: 'Signature',
};

export type TrainingsWords = typeof en;

export const trainingsWords = words<TrainingsWords>({
  en,
  de: {
    title: 'Schulung',
    people: 'Wer worin geschult ist',
    person: 'Wer',
    roles: 'Besetzt',
    topic: 'Thema',
    attended: 'Besucht',
    validUntil: 'Gilt bis',
    lacking: 'Fehlt noch',
    noLimit: 'keine Grenze angegeben',
    attendance: 'Teilnahmeliste',
    rows: { topic: 'Thema', date: 'Datum, Ort', by: 'Gehalten von', about: 'Inhalte in Stichworten' },
    name: 'Name',
    signature: 'Unterschrift',
  },
});
