import { words } from '../language.ts';

/** Words of the section about what is still open in the plan itself. */
const en = {
  title: 'Open findings and waivers',
  explain:
    'What the check of the plan found on the day of this print. Whoever works from these pages should know where the plan itself is weak.',
  errors: 'Errors',
  warnings: 'Warnings',
  remarks: 'Remarks, counted',
  waivers: 'Waived: known, accepted, with a reason',
  finding: 'Finding',
  about: 'About',
  rule: 'Rule',
  howOften: 'How often',
  reason: 'Reason',
  decidedBy: 'Decided by',
  until: 'Until',
  noErrors: 'No errors.',
  noWarnings: 'No warnings.',
  noWaivers: 'Nothing is waived.',
  covers: (n: number): string => (n === 1 ? '1 finding' : `${n} findings`),
};

export type FindingsWords = typeof en;

export const findingsWords = words<FindingsWords>({
  en,
  de: {
    title: 'Offene Befunde und Ausnahmen',
    explain:
      'Was die Prüfung des Plans am Tag dieses Ausdrucks gefunden hat, in den Worten des Programms. Wer mit diesen Seiten arbeitet, soll wissen, wo der Plan selbst schwach ist.',
    errors: 'Fehler',
    warnings: 'Warnungen',
    remarks: 'Hinweise, gezählt',
    waivers: 'Ausnahmen: bekannt, angenommen, begründet',
    finding: 'Befund',
    about: 'Betrifft',
    rule: 'Regel',
    howOften: 'Wie oft',
    reason: 'Begründung',
    decidedBy: 'Entschieden von',
    until: 'Bis',
    noErrors: 'Keine Fehler.',
    noWarnings: 'Keine Warnungen.',
    noWaivers: 'Es gibt keine Ausnahmen.',
    covers: (n) => (n === 1 ? '1 Befund' : `${n} Befunde`),
  },
});
