import { words } from '../language.ts';

/** Words of the section about when the plan begins and ends. */
const en = {
  title: 'Activation and deactivation',
  when: 'The plan is activated when',
  decides: 'Who decides: call from the top, the first who answers decides',
  decidesAlone: 'Nobody can be reached? Whoever reads this activates the plan. Too early is better than too late.',
  announced: 'How it is announced',
  announce:
    'Say the same sentence to everybody: “The emergency plan is activated since (time). (Name) leads. Do nothing on your own. Call (number).”',
  first: 'Then',
  over: 'The plan is deactivated when',
  overDecides: 'The same people decide it. They say so to everybody who was told that it began.',
  form: 'To be filled in at once',
  activatedAt: 'Activated on (date, time)',
  activatedBy: 'Decided by',
  reason: 'Why: what was seen',
  leader: 'Who leads now',
  told: 'Who was told, when',
  endedAt: 'Deactivated on (date, time)',
  endedBy: 'Decided by',
  takeCard: 'Take the emergency card',
  takeOrder: 'Take the recovery order',
  takeLog: 'Begin the log',
  defaultWhen: 'A system that people need is down and nobody knows that it will be back in time.',
};

export type ActivationWords = typeof en;

export const activationWords = words<ActivationWords>({
  en,
  de: {
    title: 'Aktivierung und Deaktivierung',
    when: 'Der Plan wird aktiviert, wenn',
    decides: 'Wer entscheidet: von oben anrufen, wer zuerst antwortet, entscheidet',
    decidesAlone: 'Niemand ist erreichbar? Wer dies liest, aktiviert den Plan. Zu früh ist besser als zu spät.',
    announced: 'Wie es bekannt gegeben wird',
    announce:
      'Allen denselben Satz sagen: „Der Notfallplan ist seit (Uhrzeit) aktiviert. (Name) leitet. Nichts auf eigene Faust tun. (Nummer) anrufen.“',
    first: 'Danach',
    over: 'Der Plan wird deaktiviert, wenn',
    overDecides: 'Dieselben Personen entscheiden darüber. Sie sagen es allen, denen der Beginn gesagt wurde.',
    form: 'Sofort auszufüllen',
    activatedAt: 'Aktiviert am (Datum, Uhrzeit)',
    activatedBy: 'Entschieden von',
    reason: 'Warum: was beobachtet wurde',
    leader: 'Wer jetzt leitet',
    told: 'Wem es gesagt wurde, wann',
    endedAt: 'Deaktiviert am (Datum, Uhrzeit)',
    endedBy: 'Entschieden von',
    takeCard: 'Die Notfallkarte nehmen',
    takeOrder: 'Die Wiederanlaufreihenfolge nehmen',
    takeLog: 'Das Protokoll beginnen',
    defaultWhen: 'Ein System, das gebraucht wird, ist ausgefallen, und niemand weiß, dass es rechtzeitig zurück ist.',
  },
});
