import * as z from 'zod';
import { collection } from '../collection.ts';
import { bool, clockTime, date, duration, longText, oneOrMany, period, positive, ref, size, text } from '../fields.ts';
import { nodeKinds, systemKinds } from '../kinds.ts';
import { described, field, recurring, required, someone } from '../parts.ts';

const rating = z.union([bool, z.enum(['good', 'fair', 'poor', 'unknown'])]);

export const backups = collection({
  name: 'backups',
  shape: 'map',
  kind: 'backup',
  title: 'backup',
  description: 'What is saved how, where and how often, and whether it can be read.',
  schema: z.strictObject({
    ...described,
    covers: required(oneOrMany(ref(...nodeKinds)), 'What it saves.'),
    server: field(
      ref('server', 'virtualMachine', 'storage', 'application', 'service', 'hypervisor'),
      'The machine that makes it and reads it back.',
    ),
    method: field(z.enum(['image', 'file', 'database', 'configuration', 'snapshot']), 'How it is made.'),
    solution: field(z.enum(['cloud', 'on-premises', 'hybrid', 'manual', 'none']), 'With what kind of solution.'),
    automated: field(bool, 'Whether it runs by itself.'),
    assessed: field(
      z.strictObject({
        date: field(date, 'When the solution was assessed.'),
        reliable: field(rating, 'Whether it is reliable.'),
        efficient: field(rating, 'Whether it is efficient.'),
        secure: field(rating, 'Whether it is secure.'),
        supplier: field(longText, 'What was verified of the supplier.'),
      }),
      'Whether the solution meets the need.',
    ),
    every: field(period, 'How often it runs.'),
    window: field(
      z.strictObject({ from: field(clockTime, 'Not before.'), to: field(clockTime, 'Not after.') }),
      'When it runs.',
    ),
    scheduleTested: field(date, 'When the schedule was last tried.'),
    generations: field(positive, 'How many versions are kept.'),
    retention: field(z.union([z.literal('indefinite'), period]), 'How long a version is kept.'),
    target: field(ref('backupTarget'), 'Where it is written to.'),
    size: field(size, 'How much room all its versions take on the target.'),
    duration: field(duration, 'How long a run takes.'),
    encryption: field(
      z.strictObject({
        method: field(
          z.enum(['aes-128', 'aes-256', 'rsa', 'blowfish', 'none', 'chacha20-poly1305', 'other']),
          'How it is encrypted.',
        ),
        verified: field(date, 'When that was verified.'),
        keyHeldBy: field(
          oneOrMany(ref('person', 'role', 'document', 'service', ...systemKinds)),
          'Where the key is; any one is enough.',
        ),
      }),
      'How it is encrypted and where the key is.',
    ),
    transfer: field(
      z.strictObject({
        encrypted: field(bool, 'Whether the way is encrypted.'),
        network: field(ref('networkDevice'), 'The network of its own.'),
      }),
      'How it gets to the target.',
    ),
    integrityCheck: field(recurring('the backup is checked for errors'), 'How often it is checked.'),
    beforeAndAfterChange: field(bool, 'Whether it is made before and after each change.'),
    changes: field(
      z.array(
        z.strictObject({
          date: field(date, 'When something was changed.'),
          before: field(bool, 'Whether it was saved before.'),
          after: field(bool, 'Whether it was saved after.'),
          release: field(
            z.strictObject({ from: field(text, 'Release before.'), to: field(text, 'Release after.') }),
            'A change of release.',
          ),
        }),
      ),
      'Changes and the backups around them.',
    ),
    monitoredBy: field(someone, 'Who sees that it fails.'),
    logReview: field(recurring('its logs are reviewed'), 'How often its logs are reviewed.'),
    evaluation: field(
      z.strictObject({
        every: field(period, 'How often it is evaluated.'),
        last: field(date, 'When last.'),
        actions: field(
          z.array(
            z.strictObject({
              text: required(longText, 'What is to be done.'),
              due: field(date, 'Until when.'),
              done: field(date, 'When it was done.'),
            }),
          ),
          'What came out of it.',
        ),
      }),
      'How often its performance is evaluated.',
    ),
    responsible: field(someone, 'Who sees to it.'),
    document: field(ref('document'), 'The document that describes it.'),
    procedure: field(ref('procedure'), 'How it is made.'),
    feedback: field(longText, 'What its users say about it.'),
    restoreTests: field(
      z.array(
        z.strictObject({
          date: required(date, 'When.'),
          what: field(
            z.enum(['file', 'database', 'image', 'application', 'settings', 'configuration']),
            'What was restored.',
          ),
          of: field(oneOrMany(ref(...nodeKinds)), 'Which of the elements it covers were restored; default: not said.'),
          scope: field(z.enum(['partial', 'complete']), 'How much of it.'),
          usable: field(bool, 'Whether it could be used afterwards.'),
          complete: field(bool, 'Whether nothing was missing.'),
          took: field(duration, 'How long it took.'),
          by: field(ref('person'), 'Who did it.'),
          approvedBy: field(ref('person'), 'Who approved it.'),
          finding: field(longText, 'What went wrong.'),
          resolved: field(date, 'When that was mended.'),
        }),
      ),
      'Restores that were tried.',
    ),
  }),
});
