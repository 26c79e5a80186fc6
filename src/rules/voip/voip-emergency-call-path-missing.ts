import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** What carries calls out of the house. */
const carrying = new Set<string | undefined>(['call-server', 'gateway', undefined]);

export const voipEmergencyCallPathMissing: Rule = {
  id: 'voip-emergency-call-path-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2'],
  summary: 'It is known how an emergency call is made while telephony is down.',
  why: 'The telephones are dead, somebody lies on the floor, and the mobile has no signal in the cellar.',
  source: 'DER.4.A1, NIS2 Implementing Regulation 4.2.4: means of communication in an emergency',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server, emergencyCalls: Red mobile at the front desk}
`,
  *check({ model }) {
    const devices = model.of('voipDevice').filter(({ data }) => carrying.has(data.type));
    const lack = {
      one: 'does not say how emergency calls are made while it is down',
      many: 'do not say how emergency calls are made while they are down',
      hint: 'add emergencyCalls: WHERE the mobile, analogue line or other telephone is',
    };
    yield* missing(devices, lack, ({ data }) => data.emergencyCalls === undefined);
  },
};
