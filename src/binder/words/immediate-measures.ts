import { words } from '../language.ts';

/** Words of the section about the first minutes. */
const en = {
  title: 'Immediate measures',
  always: 'Always, whatever has happened',
  general:
    'People first: leave a dangerous room, warn others, call for help.\nFire, smoke, water: switch the power off only where that is safe, then go.\nWrite down the time, what you see and what you do, from now on.\nAn attack? Pull the network plug, leave the power on: what is in memory is evidence.\nStart nothing that was off, restore nothing, delete nothing until somebody has decided it.\nTouch nothing that may be evidence; take photographs instead.\nTell those who decide. Tell nobody outside.',
  byScenario: 'By what has happened',
  who: 'Who',
  within: 'Within',
  what: 'What is done',
  sheet: 'More about it',
  none: 'No immediate measures are recorded for this scenario: do what is listed above.',
  noScenarios: 'The plan describes no scenarios.',
};

export type ImmediateMeasuresWords = typeof en;

export const immediateMeasuresWords = words<ImmediateMeasuresWords>({
  en,
  de: {
    title: 'Sofortmaßnahmen',
    always: 'Immer, was auch geschehen ist',
    general:
      'Menschen zuerst: gefährliche Räume verlassen, andere warnen, Hilfe rufen.\nFeuer, Rauch, Wasser: den Strom nur abschalten, wo das gefahrlos geht, dann gehen.\nAb jetzt aufschreiben: Uhrzeit, was zu sehen ist, was getan wird.\nEin Angriff? Netzwerkstecker ziehen, Strom anlassen: Was im Speicher ist, ist ein Beweis.\nNichts einschalten, was aus war, nichts zurückspielen, nichts löschen, bis jemand es entschieden hat.\nNichts berühren, was ein Beweis sein kann; stattdessen fotografieren.\nDenen Bescheid geben, die entscheiden. Niemandem außerhalb.',
    byScenario: 'Je nachdem, was geschehen ist',
    who: 'Wer',
    within: 'Binnen',
    what: 'Was zu tun ist',
    sheet: 'Mehr dazu',
    none: 'Für dieses Szenario sind keine Sofortmaßnahmen hinterlegt: tun, was oben steht.',
    noScenarios: 'Der Plan beschreibt keine Szenarien.',
  },
});
