import { fieldOf, keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const voipSpareReleaseMismatch: Rule = {
  id: 'voip-spare-release-mismatch',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'A spare telephony device has the release to which the saved settings belong.',
  why: 'The spare is mounted in ten minutes and understands nothing of what is loaded into it.',
  source: 'M 6.101: a device with a newer or older release may not take over the existing configuration files',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  gateway: {type: gateway, firmware: {current: "5.4", configRelease: "5.4"}}
spares:
  on-the-shelf:
    fits: [gateway]
    count: 1
    firmware: "5.0" # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  gateway: {type: gateway, firmware: {current: "5.4", configRelease: "5.4"}}
spares:
  on-the-shelf:
    fits: [gateway]
    count: 1
    firmware: "5.4"
`,
  *check({ voipDevices }) {
    for (const { device, spares } of voipDevices) {
      const { current, configRelease } = device.data.firmware ?? {};
      const wanted = configRelease ?? current;
      for (const spare of spares) {
        const { firmware, count } = spare.data;
        // One that must be ordered first comes with the release of the day.
        const lies = count === undefined || count > 0;
        if (wanted === undefined || firmware === wanted || (firmware === undefined && !lies)) continue;
        yield {
          severity: firmware === undefined ? 'warning' : 'error',
          message:
            firmware === undefined
              ? `${spare.id} may stand in for ${device.id} and does not say which release it has`
              : `${spare.id} has release ${firmware}; the saved settings of ${device.id} are of release ${wanted}`,
          label: firmware === undefined ? 'release unknown' : 'another release',
          hint: `load release ${wanted} into it, then write firmware: "${wanted}"; or take ${device.id} out of fits`,
          location: firmware === undefined ? keyOf(spare) : fieldOf(spare, 'firmware'),
          element: spare.id,
          elements: [spare.id, device.id],
        };
      }
    }
  },
};
