import { words } from '../language.ts';

/** Words of the cards of roles. */
const en = {
  title: 'Action cards of the roles',
  explain: 'One card a role. Take it out and carry it with you.',
  card: (role: string): string => `Action card: ${role}`,
  filledBy: 'Filled by',
  reportTo: 'You report to',
  whenCalled: 'When you are called',
  called:
    'Write down the time and who called.\nSay when you will be there, and come.\nReport to whoever leads, and to nobody else.\nTake this card, the recovery order and something to write with.',
  duties: 'What you do and decide',
  steps: 'Your steps in a cold start',
  noSteps: 'The order of a cold start gives this role no steps.',
  moreSteps: (n: number): string => `and ${n} more: see the recovery order`,
  procedures: 'Instructions you need',
  never: 'What you never do',
  dont: 'Never begin a step before those it waits for are ticked.\nNever change the order on your own: ask whoever leads.\nNever talk to anybody outside.\nNever work more than the longest shift without being relieved.',
  longest: (span: string): string => `longest shift: ${span}`,
  notes: 'Notes (time, what)',
  leads: 'You lead. You report to nobody here; those who decided the activation want to hear from you.',
  deputy: 'deputy',
};

export type ActionCardsWords = typeof en;

export const actionCardsWords = words<ActionCardsWords>({
  en,
  de: {
    title: 'Aktionskarten der Rollen',
    explain: 'Eine Karte je Rolle. Herausnehmen und mitnehmen.',
    card: (role) => `Aktionskarte: ${role}`,
    filledBy: 'Besetzt mit',
    reportTo: 'Bericht an',
    whenCalled: 'Beim Anruf',
    called:
      'Uhrzeit und Anrufer aufschreiben.\nSagen, wann man da ist, und kommen.\nBei der Leitung melden, bei niemandem sonst.\nDiese Karte, die Wiederanlaufreihenfolge und etwas zum Schreiben mitnehmen.',
    duties: 'Aufgaben und Entscheidungen',
    steps: 'Die eigenen Schritte bei einem Kaltstart',
    noSteps: 'Die Reihenfolge des Kaltstarts gibt dieser Rolle keine Schritte.',
    moreSteps: (n) => `und ${n} weitere: siehe Wiederanlaufreihenfolge`,
    procedures: 'Benötigte Anleitungen',
    never: 'Was nie getan wird',
    dont: 'Nie einen Schritt beginnen, bevor abgehakt ist, worauf er wartet.\nNie die Reihenfolge selbst ändern: die Leitung fragen.\nNie mit Außenstehenden sprechen.\nNie länger als die längste Schicht arbeiten, ohne abgelöst zu werden.',
    longest: (span) => `längste Schicht: ${span}`,
    notes: 'Notizen (Uhrzeit, was)',
    leads: 'Diese Rolle leitet. Sie berichtet hier niemandem; wer die Aktivierung entschied, will von ihr hören.',
    deputy: 'Vertretung',
  },
});
