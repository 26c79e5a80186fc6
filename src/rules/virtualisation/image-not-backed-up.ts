import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const imageNotBackedUp: Rule = {
  id: 'image-not-backed-up',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Images from which machines are made are in a backup.',
  why: 'Without the image every machine is set up by hand, from memory.',
  source: 'M 6.138: important images must be included in the backup',
  bad: `
drplan: 1
plan: {name: Office}
data:
  golden-image: {class: image, storedOn: [nas]} # <--
storage: {nas: {type: nas}}
`,
  good: `
drplan: 1
plan: {name: Office}
data:
  golden-image: {class: image, storedOn: [nas]}
storage: {nas: {type: nas}}
backups: {images: {covers: [golden-image]}}
`,
  *check({ model }) {
    const covered = new Set(model.of('backup').flatMap((b) => b.data.covers));
    for (const image of model.of('data')) {
      const stores = (image.data.storedOn ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.id));
      if (image.data.class !== 'image' || covered.has(image.id) || stores.some((s) => s && covered.has(s))) continue;
      yield {
        message: `${image.id} is in no backup`,
        hint: 'add it to covers of a backup',
        location: keyOf(image),
        element: image.id,
      };
    }
  },
};
