import { fieldOf, keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const voipBackupGenerationsInsufficient: Rule = {
  id: 'voip-backup-generations-insufficient',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Several versions of the settings of telephony are kept: two at the least, better three.',
  why: 'The fault was saved over the last version that worked.',
  source: 'M 6.101: multiple versions (generations) of the backup files are maintained',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}, gateway: {type: gateway}}
backups:
  pbx-settings: {covers: [pbx]} # <--
  gateway-settings:
    covers: [gateway]
    generations: 2 # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices: {pbx: {type: call-server}}
backups:
  pbx-settings: {covers: [pbx], generations: 3}
`,
  *check({ voipDevices }) {
    for (const backup of new Set(voipDevices.flatMap((v) => v.backups))) {
      const { generations } = backup.data;
      if (generations !== undefined && generations >= 3) continue;
      yield {
        severity: generations === 2 ? 'warning' : 'error',
        message:
          generations === undefined
            ? `${backup.id} does not say how many versions of the settings of telephony it keeps`
            : generations === 1
              ? `${backup.id} keeps one version of the settings: a fault overwrites the last one that worked`
              : `${backup.id} keeps two versions of the settings: a second change overwrites the last one that worked`,
        hint: 'keep three or more, and write generations: 3',
        location: generations === undefined ? keyOf(backup) : fieldOf(backup, 'generations'),
        element: backup.id,
      };
    }
  },
};
