import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const voipFallbackReleaseMissing: Rule = {
  id: 'voip-fallback-release-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'For every telephony device an older release is kept to go back to.',
  why: 'The maker has taken the old release off the page, and the new one loses every third call.',
  source: 'M 6.101: in case of problems one can switch to the old, possibly more stable version',
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
  pbx: {type: call-server, firmware: {current: "8.2", fallback: "8.1"}}
`,
  *check({ voipDevices }) {
    const lack = {
      one: 'has no older release to go back to',
      many: 'have no older release to go back to',
      hint: 'keep the file of the release before, and write firmware: {fallback: RELEASE}',
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      ({ data }) => data.firmware?.fallback === undefined,
    );
  },
};
