import { words } from '../language.ts';

/** Words of the section about the way back. */
const en = {
  title: 'Return to normal, lessons learned',
  explain: 'The emergency is over when normal operation is back, not when systems run. Tick, then deactivate the plan.',
  general: 'For everything',
  checks:
    'Every process works again; those who use it say so.\nWhat was written on paper meanwhile is entered, and somebody else has checked it.\nEmergency accounts and passwords are changed, sealed envelopes are new.\nWays round and temporary openings (firewall, remote access) are closed.\nBackups run again; the first one after the outage was looked at.\nRedundancy is whole again: standby, spare paths, spare parts reordered.\nEverybody who was told that it began was told that it is over.\nWhoever worked at night has gone home.',
  byProcedure: 'What single procedures leave behind',
  procedure: 'Procedure',
  back: 'Back to normal',
  lessons: 'Lessons that are still open',
  lesson: 'What was learned',
  action: 'What is done about it',
  until: 'Until',
  form: 'Looking back: within a week, with everybody who was there',
  rows: {
    what: 'What happened, in two sentences',
    cause: 'Cause, as far as it is known',
    well: 'What went well and is kept',
    badly: 'What went wrong or took too long',
    binder: 'What was wrong or missing in this binder',
    luck: 'Where we were only lucky',
  } as Readonly<Record<string, string>>,
  actions: 'What is done about it',
  who: 'By whom',
  done: 'Done on',
};

export type ReturnToNormalWords = typeof en;

export const returnToNormalWords = words<ReturnToNormalWords>({
  en,
  de: {
    title: 'Rückkehr zum Normalbetrieb, Auswertung',
    explain:
      'Der Notfall ist vorbei, wenn der Normalbetrieb zurück ist, nicht wenn Systeme laufen. Abhaken, dann den Plan deaktivieren.',
    general: 'Für alles',
    checks:
      'Jeder Geschäftsprozess geht wieder; wer ihn nutzt, bestätigt es.\nWas inzwischen auf Papier stand, ist nachgetragen und von jemand anderem geprüft.\nNotfallkonten und Passwörter sind geändert, versiegelte Umschläge erneuert.\nUmgehungen und vorläufige Öffnungen (Firewall, Fernzugriff) sind geschlossen.\nSicherungen laufen wieder; die erste danach wurde angesehen.\nRedundanz ist wieder vollständig: Reserve, Zweitwege, Ersatzteile nachbestellt.\nAllen, denen der Beginn gesagt wurde, wurde das Ende gesagt.\nWer nachts gearbeitet hat, ist nach Hause gegangen.',
    byProcedure: 'Was einzelne Anleitungen hinterlassen',
    procedure: 'Anleitung',
    back: 'Zurück zum Normalbetrieb',
    lessons: 'Noch offene Lehren',
    lesson: 'Was gelernt wurde',
    action: 'Was dagegen getan wird',
    until: 'Bis',
    form: 'Rückblick: binnen einer Woche, mit allen, die dabei waren',
    rows: {
      what: 'Was geschah, in zwei Sätzen',
      cause: 'Ursache, soweit bekannt',
      well: 'Was gelang und beibehalten wird',
      badly: 'Was misslang oder zu lange dauerte',
      binder: 'Was in diesem Ordner falsch war oder fehlte',
      luck: 'Wo nur Glück geholfen hat',
    },
    actions: 'Was dagegen getan wird',
    who: 'Von wem',
    done: 'Erledigt am',
  },
});
