import { words } from '../language.ts';

/** Words of the section about who is told what. */
const en = {
  title: 'Communication and reporting',
  rules:
    'Only those who are named here talk to people outside. One message, the same for everybody; no guesses about causes and ends.',
  told: 'Who is told',
  audience: 'Who is told',
  by: 'By',
  within: 'Within',
  channel: 'How',
  fallback: 'if that is down:',
  doneAt: 'Told at',
  duties: 'Reports that are due',
  dutiesText: 'The clock runs from when the incident was noticed. Write both times down at once.',
  noticed: 'Incident noticed on (date, time)',
  to: 'To',
  law: 'Demanded by',
  where: 'Where',
  dueAt: 'Report by: noticed plus',
  reportedAt: 'Reported at, by',
  noDuties: 'The plan names no reports that are due.',
  byScenario: 'What is said, by what has happened',
  message: 'Say',
  numbers: 'All telephone numbers',
};

export type CommunicationWords = typeof en;

export const communicationWords = words<CommunicationWords>({
  en,
  de: {
    title: 'Kommunikation und Meldungen',
    rules:
      'Nur wer hier genannt ist, spricht mit Außenstehenden. Eine Botschaft, für alle dieselbe; keine Vermutungen über Ursache und Ende.',
    told: 'Wer informiert wird',
    audience: 'Wer informiert wird',
    by: 'Durch',
    within: 'Binnen',
    channel: 'Wie',
    fallback: 'wenn das ausgefallen ist:',
    doneAt: 'Informiert um',
    duties: 'Fällige Meldungen',
    dutiesText: 'Die Frist läuft ab dem Bekanntwerden des Vorfalls. Beide Zeiten sofort aufschreiben.',
    noticed: 'Vorfall bemerkt am (Datum, Uhrzeit)',
    to: 'An',
    law: 'Grundlage',
    where: 'Wohin',
    dueAt: 'Melden bis: bemerkt plus',
    reportedAt: 'Gemeldet um, von',
    noDuties: 'Der Plan nennt keine fälligen Meldungen.',
    byScenario: 'Was gesagt wird, je nachdem, was geschehen ist',
    message: 'Text',
    numbers: 'Alle Telefonnummern',
  },
});
