import { words } from '../language.ts';

const en = {
  title: 'Cover',
  version: 'Version',
  classification: 'Classification',
  printedOn: 'Printed on',
  validUntil: 'Valid until (next review)',
  plan: 'Fingerprint of the plan',
  revision: 'Revision',
  copyNumber: 'Copy no.',
  holder: 'Holder',
  place: 'Kept in',
  somethingFailed: 'Something has failed?',
  turnTo: 'Take the emergency card',
  declares: 'The emergency is declared by',
  decides: 'declares the emergency',
  leads: 'leads the incident team',
  noNumber: 'No telephone number is recorded in this plan.',
  destroy:
    'This copy replaces an older one: destroy that. Who finds this binder, please return it to the address above.',
  first: [
    'Is anybody in danger? Help people first, call 112.',
    'Write down the time, and from now on everything you do.',
    'Call the first number below; nobody answers: the next one.',
  ].join('\n'),
};

export const coverWords = words<typeof en>({
  en,
  de: {
    title: 'Deckblatt',
    version: 'Version',
    classification: 'Einstufung',
    printedOn: 'Gedruckt am',
    validUntil: 'Gültig bis (nächste Überprüfung)',
    plan: 'Fingerabdruck des Plans',
    revision: 'Revision',
    copyNumber: 'Exemplar Nr.',
    holder: 'Inhaber',
    place: 'Aufbewahrt in',
    somethingFailed: 'Ist etwas ausgefallen?',
    turnTo: 'Die Notfallkarte nehmen',
    declares: 'Den Notfall ruft aus',
    decides: 'ruft den Notfall aus',
    leads: 'leitet das Notfallteam',
    noNumber: 'In diesem Plan ist keine Telefonnummer hinterlegt.',
    destroy:
      'Dieses Exemplar ersetzt ein älteres: das alte vernichten. Wer diesen Ordner findet, gibt ihn bitte bei der Organisation oben ab.',
    first: [
      'Ist jemand in Gefahr? Zuerst Menschen helfen, 112 rufen.',
      'Uhrzeit aufschreiben, ab jetzt alles aufschreiben.',
      'Die erste Nummer unten anrufen; meldet sich niemand: die nächste.',
    ].join('\n'),
  },
});
