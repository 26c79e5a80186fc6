import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const classes = {
  settings: 'settings of telephony',
  system: 'settings of the system (addresses, passwords, operating system)',
  logs: 'logs',
  user: 'entries of the users',
} as const;

export const voipBackupScopeIncomplete: Rule = {
  id: 'voip-backup-scope-incomplete',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'All four classes of data of a telephony device are either saved, or it is said why they need not be.',
  why: 'The call server is back, and the telephone book that everybody dialled from is not.',
  source:
    'M 6.101: settings of VoIP, higher-level settings such as addresses and passwords, log data, entries of the users',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx:
    type: call-server
    backupScope: {settings: included, system: included} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx:
    type: call-server
    backupScope:
      settings: included
      system: included
      logs: {not-applicable: The provider keeps them}
      user: included
`,
  *check({ model }) {
    for (const device of model.of('voipDevice')) {
      const scope = device.data.backupScope;
      if (scope === undefined) continue;
      const lacking = (Object.keys(classes) as (keyof typeof classes)[]).filter((name) => scope[name] === undefined);
      if (lacking.length === 0) continue;
      yield {
        message: `${device.id} leaves open whether these are saved: ${listed(lacking.map((name) => classes[name]))}`,
        label: 'not all four classes',
        hint: `add ${lacking.map((name) => `${name}: included`).join(', ')}; or {not-applicable: REASON} where it is`,
        location: fieldOf(device, 'backupScope'),
        element: device.id,
      };
    }
  },
};
