import { words } from '../language.ts';

const en = {
  title: 'Runbooks',
  before: 'Before you begin',
  do: 'Do',
  expect: 'Expect',
  ifNot: 'If not',
  noSteps: 'no steps recorded',
  instead: 'instead',
  workedWhen: 'It worked when',
  backToNormal: 'Back to normal',
  for: 'for',
  readDo: 'Read a step, do it, tick it. Only then read the next one.',
  lastTried: 'Last tried',
  callInstead: 'Stuck? Call',
};

export const runbooksWords = words<typeof en>({
  en,
  de: {
    title: 'Anleitungen',
    before: 'Bevor es losgeht',
    do: 'Tun',
    expect: 'Zu sehen',
    ifNot: 'Wenn nicht',
    noSteps: 'keine Schritte hinterlegt',
    instead: 'stattdessen',
    workedWhen: 'Es hat geklappt, wenn',
    backToNormal: 'Zurück zum Normalbetrieb',
    for: 'für',
    readDo: 'Einen Schritt lesen, ausführen, abhaken. Erst dann den nächsten lesen.',
    lastTried: 'Zuletzt erprobt',
    callInstead: 'Kommen Sie nicht weiter? Anrufen',
  },
});
