import { words } from '../language.ts';

const en = {
  title: 'Emergency card: the first ten minutes',
  call: 'Call, from the top, until somebody answers',
  noNumber: 'No telephone number is recorded in this plan.',
  allNumbers: 'All numbers',
  cannotStart: 'Cannot be started from cold',
  thenStart: 'Then start, in this order',
  wholeOrder: 'The whole order with boxes to tick',
  nothingToStart: 'Nothing has to be started.',
  whichScenario: 'What has happened? Open the sheet that fits best:',
  turnOver: 'What has happened? All sheets:',
  decides: 'declares the emergency',
  leads: 'leads the incident team',
  usual: [
    'People first: is anybody in danger? Call the emergency services (112) before anything else.',
    'Write down the time. From now on write down everything you do.',
    'Call the people below, from the top, until somebody answers.',
    'Find out what has failed. Do not switch anything on yet.',
    'Take the recovery order. Work it off from the top, tick each step, write its time.',
  ].join('\n'),
  within: (span: string): string => `, within ${span}`,
};

export const emergencyCardWords = words<typeof en>({
  en,
  de: {
    title: 'Notfallkarte: die ersten zehn Minuten',
    call: 'Anrufen, von oben, bis sich jemand meldet',
    noNumber: 'In diesem Plan ist keine Telefonnummer hinterlegt.',
    allNumbers: 'Alle Nummern',
    cannotStart: 'Lässt sich nicht kalt starten',
    thenStart: 'Dann starten, in dieser Reihenfolge',
    wholeOrder: 'Die ganze Reihenfolge zum Abhaken',
    nothingToStart: 'Es ist nichts zu starten.',
    whichScenario: 'Was ist geschehen? Das Blatt aufschlagen, das am besten passt:',
    turnOver: 'Was ist geschehen? Alle Blätter:',
    decides: 'ruft den Notfall aus',
    leads: 'leitet das Notfallteam',
    usual: [
      'Menschen zuerst: Ist jemand in Gefahr? Vor allem anderen den Notruf (112) wählen.',
      'Uhrzeit aufschreiben. Ab jetzt alles aufschreiben, was getan wird.',
      'Die Personen unten anrufen, von oben, bis sich jemand meldet.',
      'Feststellen, was ausgefallen ist. Noch nichts einschalten.',
      'Die Wiederanlaufreihenfolge nehmen. Von oben abarbeiten, jeden Schritt abhaken, Uhrzeit eintragen.',
    ].join('\n'),
    within: (span) => `, innerhalb von ${span}`,
  },
});
