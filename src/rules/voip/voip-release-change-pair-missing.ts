import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const voipReleaseChangePairMissing: Rule = {
  id: 'voip-release-change-pair-missing',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Around a change of release both versions of the settings are saved: for the old one and for the new one.',
  why: 'The new release fails on Monday; the old one is on the shelf, but its settings are not.',
  source:
    'M 6.101: if settings are adapted for a change of release, both the old and the new version must be backed up',
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server}
  gateway:
    type: gateway
    firmware: {current: "5.4", configRelease: "5.2"} # <--
backups:
  settings:
    covers: [pbx, gateway]
    changes:
      - {date: 2026-05-12, after: true, release: {from: "8.1", to: "8.2"}} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  gateway:
    type: gateway
    firmware: {current: "5.4", configRelease: "5.4"}
backups:
  settings:
    covers: [gateway]
    changes:
      - {date: 2026-05-12, before: true, after: true, release: {from: "5.2", to: "5.4"}}
`,
  *check({ voipDevices }) {
    for (const backup of new Set(voipDevices.flatMap((v) => v.backups))) {
      for (const [i, { release, before, after, date }] of (backup.data.changes ?? []).entries()) {
        if (!release || (before === true && after === true)) continue;
        const lacking = [
          before === true ? [] : [`the old release${release.from ? ` ${release.from}` : ''}`],
          after === true ? [] : [`the new release${release.to ? ` ${release.to}` : ''}`],
        ].flat();
        yield {
          message: `${backup.id} did not save the settings of ${lacking.join(' and of ')} at the change of ${date ?? 'an unknown day'}`,
          label: 'only one of two versions',
          hint: 'save the settings of both releases; write before: true, after: true',
          location: fieldOf(backup, 'changes', i),
          element: backup.id,
        };
      }
    }
    for (const { device } of voipDevices) {
      const { current, configRelease } = device.data.firmware ?? {};
      if (current === undefined || configRelease === undefined || current === configRelease) continue;
      yield {
        message: `${device.id} runs release ${current}, its saved settings are of release ${configRelease}`,
        label: 'settings of another release',
        hint: 'save the settings again, keep the old ones beside them, and write the release as configRelease',
        location: fieldOf(device, 'firmware', 'configRelease'),
        element: device.id,
      };
    }
  },
};
