import * as z from 'zod';
import { collection } from '../collection.ts';
import { count, date, longText, text } from '../fields.ts';
import { hostKinds } from '../kinds.ts';
import { entry, field, machine, recoverable, required } from '../parts.ts';

const scope = z.union([
  z.literal('included'),
  z.strictObject({ 'not-applicable': required(longText, 'Why it does not apply.') }),
]);

export const voipDevices = collection({
  name: 'voipDevices',
  shape: 'map',
  kind: 'voipDevice',
  title: 'VoIP device',
  description: 'Call server, gateway, session border controller, telephone model, provisioning server.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    type: field(
      z.enum(['call-server', 'gateway', 'session-border-controller', 'phone-model', 'provisioning-server']),
      'What it is.',
    ),
    firmware: field(
      z.strictObject({
        current: field(text, 'The release it runs.'),
        fallback: field(text, 'An older release that is kept to go back to.'),
        configRelease: field(text, 'The release its saved configuration belongs to.'),
        changelogReviewed: field(date, 'When the changes of the release were last read.'),
      }),
      'Its releases.',
    ),
    count: field(count, 'How many there are of it.'),
    emergencyCalls: field(longText, 'How emergency calls are made when it is down.'),
    backupScope: field(
      z.strictObject({
        settings: field(scope, 'The settings of telephony.'),
        system: field(scope, 'The settings of the system below: addresses, passwords, operating system.'),
        logs: field(scope, 'Logs and call data.'),
        user: field(scope, 'Entries of the users.'),
      }),
      'Which of the four classes of data are backed up.',
    ),
    runsOn: field(entry(...hostKinds), 'The machine it runs on, where it is a virtual one.'),
  }),
});
