import { words } from '../language.ts';

/** Words of the section with the pictures. */
const en = {
  title: 'Diagrams',
  explain:
    'Arrows lead from what needs to what is needed. A number such as D2 at an arrow names the picture in which it goes on. Below each picture stands what its lines and boxes mean.',
  notDrawn: 'Not drawn, since there was no room',
};

export type DiagramsWords = typeof en;

export const diagramsWords = words<DiagramsWords>({
  en,
  de: {
    title: 'Diagramme',
    explain:
      'Pfeile führen von dem, was etwas braucht, zu dem, was gebraucht wird. Eine Nummer wie D2 an einem Pfeil nennt das Bild, in dem es weitergeht. Unter jedem Bild steht, was seine Linien und Kästen bedeuten.',
    notDrawn: 'Nicht gezeichnet, weil kein Platz war',
  },
});
