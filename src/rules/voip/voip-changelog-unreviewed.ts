import type { VoipDevice } from '../../analysis/index.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';

/** The day of the last recorded change of release around which a device was saved. */
const lastRelease = ({ backups }: VoipDevice): string | undefined =>
  backups
    .flatMap((b) => (b.data.changes ?? []).filter((c) => c.release).map((c) => c.date))
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

export const voipChangelogUnreviewed: Rule = {
  id: 'voip-changelog-unreviewed',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: "For every telephony device the maker's list of changes was read for the release it runs.",
  why: 'That the new release drops the old format of the settings stands on page two of a file nobody opened.',
  source: "M 6.101: the manufacturer's current information, such as changelog files, must be read and considered",
  bad: `
drplan: 1
plan: {name: Office}
voipDevices:
  pbx: {type: call-server} # <--
  gateway:
    type: gateway
    firmware: {current: "5.4", changelogReviewed: 2025-02-01} # <--
backups:
  settings:
    covers: [gateway]
    changes: [{date: 2026-05-12, before: true, after: true, release: {to: "5.4"}}]
`,
  good: `
drplan: 1
plan: {name: Office}
voipDevices:
  gateway:
    type: gateway
    firmware: {current: "5.4", changelogReviewed: 2026-05-10}
backups:
  settings:
    covers: [gateway]
    changes: [{date: 2026-05-12, before: true, after: true, release: {to: "5.4"}}]
`,
  *check({ voipDevices }) {
    const lack = {
      one: 'does not say when the changes of its release were read',
      many: 'do not say when the changes of their releases were read',
      hint: "read the maker's list of changes, then write firmware: {changelogReviewed: DATE}",
    };
    yield* missing(
      voipDevices.map((v) => v.device),
      lack,
      ({ data }) => data.firmware?.changelogReviewed === undefined,
    );
    for (const voip of voipDevices) {
      const { device } = voip;
      const [reviewed, changed] = [device.data.firmware?.changelogReviewed, lastRelease(voip)];
      // It is read before the change: a month earlier is still about the same release.
      const monthEarlier = changed && new Date(Date.parse(changed) - 31 * 86_400_000).toISOString().slice(0, 10);
      if (reviewed === undefined || monthEarlier === undefined || reviewed >= monthEarlier) continue;
      yield {
        message: `the changes of ${device.id} were last read on ${reviewed}; its release changed on ${changed}`,
        label: 'about an older release',
        hint: 'read what changed since, then write the day as changelogReviewed',
        location: fieldOf(device, 'firmware', 'changelogReviewed'),
        element: device.id,
      };
    }
  },
};
