import { words } from '../language.ts';

const en = {
  title: 'What texts and standards ask for',
  explain:
    'Every demand with what this plan has to show for it. Fulfilled is only what was checked without a finding and can be pointed to. Chapters are named as in the whole binder; what drplan shows is named with its command.',
  number: 'No.',
  demand: 'Demand',
  state: 'State',
  evidence: 'Evidence',
  states: { fulfilled: 'fulfilled', open: 'OPEN', waived: 'waived', 'not-applicable': 'not applicable' },
};

/** Words of the section for auditors. */
export const coverageWords = words<typeof en>({
  en,
  de: {
    title: 'Was Texte und Normen verlangen',
    explain:
      'Jede Forderung mit dem, was dieser Plan dafür vorweisen kann, in den Worten des Programms. Erfüllt ist nur, was ohne Befund geprüft wurde und gezeigt werden kann. Kapitel heißen wie im vollständigen Ordner; was drplan zeigt, steht mit seinem Befehl da.',
    number: 'Nr.',
    demand: 'Forderung',
    state: 'Stand',
    evidence: 'Nachweis',
    states: { fulfilled: 'erfüllt', open: 'OFFEN', waived: 'mit Ausnahme', 'not-applicable': 'nicht anwendbar' },
  },
});
