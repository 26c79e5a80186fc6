import { words } from '../language.ts';

/** Words of the log form. */
const en = {
  title: 'Incident log',
  rules:
    'Write with a pen, never a pencil. Nothing is erased: strike it out so that it can still be read.\nEvery line has a time. What was seen, what was decided, what was done, by whom.\nFacts, no guesses: “the screen is black”, not “the server is dead”.\nPages full? Copy an empty one, number it on. Nothing is thrown away.',
  where: 'Where the log is kept',
  incident: 'Incident',
  page: 'page',
  logPage: 'Log page',
  keeper: 'Kept by',
  timeOf: 'Date, time',
  event: 'What was seen, decided, done',
  who: 'Who',
};

export type IncidentLogWords = typeof en;

export const incidentLogWords = words<IncidentLogWords>({
  en,
  de: {
    title: 'Protokoll',
    rules:
      'Mit Kugelschreiber schreiben, nie mit Bleistift. Nichts wird gelöscht: durchstreichen, so dass es lesbar bleibt.\nJede Zeile hat eine Uhrzeit. Was beobachtet, entschieden, getan wurde, von wem.\nTatsachen, keine Vermutungen: „der Bildschirm ist schwarz“, nicht „der Server ist tot“.\nSeiten voll? Eine leere kopieren, weiterzählen. Nichts wird weggeworfen.',
    where: 'Wo das Protokoll geführt wird',
    incident: 'Vorfall',
    page: 'Seite',
    logPage: 'Protokollseite',
    keeper: 'Geführt von',
    timeOf: 'Datum, Uhrzeit',
    event: 'Was beobachtet, entschieden, getan wurde',
    who: 'Wer',
  },
});
