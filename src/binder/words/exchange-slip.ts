import { words } from '../language.ts';

/** Words of the slip that goes with pages for a copy. */
const en = {
  title: 'Exchange slip',
  heading: (copy: string): string => `Exchange slip for copy ${copy}`,
  copy: 'Copy',
  holder: 'Holder',
  place: 'Kept in',
  planOld: 'Printed from the plan',
  planNew: 'New pages from the plan',
  steps: 'What to do',
  takeOut: 'Take out',
  putIn: 'Put in',
  nothing: 'nothing',
  pages: (numbers: string): string => `pages ${numbers}`,
  renumber: 'Same text, new number',
  renumberText: 'Correct the page number at the foot by hand; the text stays.',
  was: 'Was page',
  is: 'Is page',
  total: (n: number): string => `The copy has ${n} pages now; pages that stay may still name the old total.`,
  order:
    'Take the pages out.\nPut the new pages in, by their numbers.\nCheck that no page is missing: count from the first to the last.\nDestroy what was taken out; it is confidential as the binder is.\nSign below and send this slip to whoever keeps the register.',
  record: 'The register is told with',
  done: 'Exchanged by',
  date: 'Date, time',
  signature: 'Signature',
};

export type ExchangeSlipWords = typeof en;

export const exchangeSlipWords = words<ExchangeSlipWords>({
  en,
  de: {
    title: 'Austauschblatt',
    heading: (copy) => `Austauschblatt für Exemplar ${copy}`,
    copy: 'Exemplar',
    holder: 'Inhaber',
    place: 'Aufbewahrt in',
    planOld: 'Gedruckt aus dem Plan',
    planNew: 'Neue Seiten aus dem Plan',
    steps: 'Was zu tun ist',
    takeOut: 'Herausnehmen',
    putIn: 'Einlegen',
    nothing: 'nichts',
    pages: (numbers) => `Seiten ${numbers}`,
    renumber: 'Gleicher Text, neue Nummer',
    renumberText: 'Die Seitenzahl am Fuß von Hand berichtigen; der Text bleibt.',
    was: 'War Seite',
    is: 'Ist Seite',
    total: (n) => `Das Exemplar hat jetzt ${n} Seiten; bleibende Seiten nennen vielleicht noch die alte Gesamtzahl.`,
    order:
      'Die Seiten herausnehmen.\nDie neuen Seiten nach ihren Nummern einlegen.\nPrüfen, dass keine Seite fehlt: von der ersten bis zur letzten zählen.\nDas Herausgenommene vernichten; es ist vertraulich wie der Ordner.\nUnten unterschreiben und dieses Blatt an die registerführende Stelle geben.',
    record: 'Dem Register gemeldet wird es mit',
    done: 'Ausgetauscht von',
    date: 'Datum, Uhrzeit',
    signature: 'Unterschrift',
  },
});
