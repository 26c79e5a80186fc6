import { words } from '../language.ts';

const en = { title: 'Index', explain: 'Every element of the plan by its id, with the page where it stands.' };

export const elementIndexWords = words<typeof en>({
  en,
  de: {
    title: 'Verzeichnis',
    explain: 'Jedes Element des Plans nach seiner Kennung, mit der Seite, auf der es steht.',
  },
});
