import { words } from '../language.ts';

/** Words of the section about working without. */
const en = {
  title: 'Workarounds',
  explain:
    'How the work goes on while systems are down. Begin when the outage is expected to outlast what people can wait.',
  instead: 'What is done instead',
  lasts: 'How long one can live with it',
  least: 'The least that must work',
  mtpd: 'Longest tolerable outage',
  howTo: 'Instructions',
  who: 'Whom to call',
  none: 'NO WORKAROUND RECORDED',
  noNumber: 'no number recorded',
  begun: 'Begun (date, time)',
  ended: 'Ended (date, time)',
  papers: 'Where the papers are that must be entered later',
};

export type WorkaroundsWords = typeof en;

export const workaroundsWords = words<WorkaroundsWords>({
  en,
  de: {
    title: 'Ersatzverfahren',
    explain:
      'Wie die Arbeit weitergeht, während Systeme ausgefallen sind. Beginnen, wenn der Ausfall länger dauern wird, als gewartet werden kann.',
    instead: 'Was stattdessen getan wird',
    lasts: 'Wie lange das durchzuhalten ist',
    least: 'Was mindestens gehen muss',
    mtpd: 'Längster tragbarer Ausfall',
    howTo: 'Anleitung',
    who: 'Wen anrufen',
    none: 'KEIN ERSATZVERFAHREN HINTERLEGT',
    noNumber: 'keine Nummer hinterlegt',
    begun: 'Begonnen (Datum, Uhrzeit)',
    ended: 'Beendet (Datum, Uhrzeit)',
    papers: 'Wo die Papiere liegen, die nachzutragen sind',
  },
});
