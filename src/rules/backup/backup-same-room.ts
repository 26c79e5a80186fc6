import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const backupSameRoom: Rule = {
  id: 'backup-same-room',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'A copy of everything lies in another room than the original.',
  why: 'The fire took the server, and the safe beside it with the tapes.',
  source: 'CON.3.A12: backup media are kept apart from the systems, protected from fire and water',
  bad: `
drplan: 1
plan: {name: Office}
locations: {server-room: {type: room}}
servers: {shop: {in: server-room}}
storage: {nas: {in: server-room}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly:
    covers: [shop]
    target: share # <--
`,
  good: `
drplan: 1
plan: {name: Office}
locations: {server-room: {type: room}, cellar: {type: room}}
servers: {shop: {in: server-room}}
storage: {nas: {in: cellar}}
backupTargets: {share: {storedOn: nas}}
backups:
  nightly:
    covers: [shop]
    target: share
`,
  *check({ backupSurvival }) {
    for (const { backup, with: place, elements } of backupSurvival.sharedRooms) {
      yield {
        message: `${backup.id} lies in the same place as what it saves: with ${place} go ${listed(elements)} and every copy of them`,
        hint: 'keep a copy in another room, better at another site',
        location: fieldOf(backup, 'target'),
        element: backup.id,
        elements,
      };
    }
  },
};
