import { words } from '../language.ts';

/** Words of the section about who has which papers. */
const en = {
  title: 'Distribution and safe-keeping',
  binders: 'Who has which binder',
  binder: 'Binder',
  copyNumber: 'Copy',
  holder: 'Holder',
  place: 'Kept in',
  audience: 'Made for',
  documents: 'Documents and where they are kept',
  document: 'Document',
  confidential: 'confidential',
  where: 'Where it is',
  updated: 'Last changed',
  forms: { paper: 'paper', 'offline-medium': 'offline medium', electronic: 'electronic' } as Readonly<
    Record<string, string>
  >,
  keeping: 'How a copy is kept',
  rules:
    'In reach of those who need it at night, out of reach of everybody else.\nNot only in the building it is about: one copy lies somewhere else.\nNothing is copied; every copy has a number and a holder.\nPages are exchanged with the exchange slip; what is taken out is destroyed.\nA lost copy is reported at once: telephone numbers and addresses of the network are in it.',
  receipt: 'Receipt',
  receiptText: 'I have received this copy and know how it is kept.',
  date: 'Date',
  name: 'Name',
  signature: 'Signature',
};

export type DistributionWords = typeof en;

export const distributionWords = words<DistributionWords>({
  en,
  de: {
    title: 'Verteiler und Aufbewahrung',
    binders: 'Wer welchen Ordner hat',
    binder: 'Ordner',
    copyNumber: 'Exemplar',
    holder: 'Inhaber',
    place: 'Aufbewahrt in',
    audience: 'Bestimmt für',
    documents: 'Dokumente und wo sie aufbewahrt werden',
    document: 'Dokument',
    confidential: 'vertraulich',
    where: 'Wo es ist',
    updated: 'Zuletzt geändert',
    forms: { paper: 'Papier', 'offline-medium': 'Offline-Datenträger', electronic: 'elektronisch' },
    keeping: 'Wie ein Exemplar aufbewahrt wird',
    rules:
      'Erreichbar für alle, die es nachts brauchen, unerreichbar für alle anderen.\nNicht nur in dem Gebäude, um das es geht: Ein Exemplar liegt anderswo.\nNichts wird kopiert; jedes Exemplar hat eine Nummer und einen Inhaber.\nSeiten werden mit dem Austauschblatt ausgetauscht; Herausgenommenes wird vernichtet.\nEin verlorenes Exemplar wird sofort gemeldet: Telefonnummern und Netzadressen stehen darin.',
    receipt: 'Empfangsbestätigung',
    receiptText: 'Ich habe dieses Exemplar erhalten und weiß, wie es aufbewahrt wird.',
    date: 'Datum',
    name: 'Name',
    signature: 'Unterschrift',
  },
});
