import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipConfigReleaseUnrecorded: Rule = {
  id: 'voip-config-release-unrecorded',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'It is recorded which release a telephony device runs and to which one its saved settings belong.',
  why: 'The device from the shelf refuses the file, and nobody knows which release would take it.',
  source: 'M 6.101: existing configuration files may not be accepted after a change of release',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server, firmware: {current: "8.2"}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server, firmware: {current: "8.2", configRelease: "8.2"}}
`,
  *check({ voipDevices }) {
    const lack = {
      one: 'does not say which release it runs and to which one its saved settings belong',
      many: 'do not say which release they run and to which one their saved settings belong',
      hint: 'add firmware: {current: RELEASE, configRelease: RELEASE}',
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      ({ data }) => data.firmware?.current === undefined || data.firmware.configRelease === undefined,
    );
  },
};
