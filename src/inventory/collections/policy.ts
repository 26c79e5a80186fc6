import * as z from 'zod';
import { collection } from '../collection.ts';
import { duration, longText, money, oneOrMany, period, positive, ref, text } from '../fields.ts';
import { type NodeKind, nodeKinds } from '../kinds.ts';
import { field, people, someone } from '../parts.ts';

/** What elements of a kind take over where they say nothing themselves. */
const defaults = z.strictObject({
  restart: field(duration, 'Usual time of a restart.'),
  restore: field(duration, 'Usual time of a restore.'),
  rebuild: field(duration, 'Usual time of a rebuild.'),
  replace: field(duration, 'Usual time of a replacement.'),
  isolate: field(duration, 'Usual time to isolate.'),
  verify: field(duration, 'Usual time of a verification.'),
  failover: field(duration, 'Usual time of a failover.'),
  shutdown: field(duration, 'Usual time of a shutdown.'),
  owner: field(someone, 'Who decides.'),
  administrators: field(people, 'Who looks after it.'),
  contracts: field(oneOrMany(ref('contract')), 'Contracts that cover them.'),
  spares: field(oneOrMany(ref('spare')), 'Spare parts that fit them.'),
  monitoring: field(ref('service', 'server', 'virtualMachine', 'application'), 'What watches them.'),
});
const perLevel = <T extends z.ZodType>(value: T, what: string) =>
  z.strictObject({
    normal: field(value, `${what}: need normal.`),
    high: field(value, `${what}: need high.`),
    'very-high': field(value, `${what}: need very high.`),
  });
const perKind = z.strictObject(
  Object.fromEntries(nodeKinds.map((kind) => [kind, field(defaults, `Defaults of the kind ${kind}.`)])) as Record<
    NodeKind,
    ReturnType<typeof field<typeof defaults>>
  >,
);

export const policy = collection({
  name: 'policy',
  shape: 'one',
  title: 'policy',
  description: 'The rules of the house: which checks apply, what is usual, where limits lie.',
  schema: z.strictObject({
    profiles: field(
      z.array(z.enum(['start', 'grundschutz', 'nis2', 'dora', 'full'])),
      'The sets of rules that apply; default: start.',
    ),
    baseline: field(
      text,
      'The file of findings that were there when the team began (relative to the plan folder): only others fail.',
    ),
    severities: field(
      z.record(text, z.enum(['error', 'warning', 'info', 'off'])),
      'The severity of single rules, by their id.',
    ),
    protection: field(
      z.strictObject({
        categories: field(perLevel(longText, 'What the category means here'), 'The meaning of the categories.'),
        thresholds: field(
          z.strictObject({
            outage: field(perLevel(duration, 'Longest tolerable outage'), 'Outage from which a category applies.'),
            damage: field(perLevel(money, 'Damage'), 'Damage from which a category applies.'),
          }),
          'Where the categories begin; default: outage 24 h / 2 h, damage 50,000 / 500,000.',
        ),
        cumulation: field(
          z.enum(['propose', 'apply']),
          'propose (default): a finding until decided; apply: effective at once.',
        ),
        bearers: field(positive, 'How many processes of the same level make a cumulation; default 5.'),
      }),
      'How protection needs are computed.',
    ),
    virtualisation: field(
      z.strictObject({
        machinesPerHost: field(positive, 'How many virtual machines a host may carry; default 20.'),
      }),
      'Limits of consolidation.',
    ),
    rto: field(
      perLevel(duration, 'Usual RTO'),
      'The longest RTO that an availability need allows; default: as protection.thresholds.outage says.',
    ),
    defaults: field(perKind, 'What elements of a kind take over.'),
    alarmTime: field(duration, 'From the outage to the first step; RTOs run from the outage.'),
    longestShift: field(duration, 'How long somebody works within 24 hours at most; default: 10 hours.'),
    backup: field(
      z.strictObject({
        every: field(period, 'Least frequent backup.'),
        generations: field(positive, 'Fewest generations.'),
        retention: field(period, 'Shortest retention.'),
        restoreTest: field(period, 'Least frequent restore test.'),
        logReview: field(period, 'Least frequent review of the logs.'),
      }),
      'Minimums for backups.',
    ),
    exercise: field(
      z.strictObject({ every: field(period, 'Least frequent exercise of a scenario.') }),
      'Minimums for exercises.',
    ),
    review: field(
      z.strictObject({
        plan: field(period, 'Least frequent review of the plan.'),
        inventory: field(period, 'Oldest comparison of the inventory with reality.'),
        contacts: field(period, 'Oldest check of a contact.'),
        documents: field(period, 'Least frequent review of documents.'),
      }),
      'How old things may become.',
    ),
    training: field(z.strictObject({ every: field(period, 'Least frequent training.') }), 'Minimums for trainings.'),
  }),
});
