/** Pieces that many collections share: descriptions on every field, relations, protection, recovery. */
import * as z from 'zod';
import {
  bool,
  count,
  date,
  duration,
  type FieldMeta,
  idMaxLength,
  idPattern,
  level,
  longText,
  type Objective,
  objectives,
  oneOrMany,
  period,
  positive,
  ref,
  size,
  text,
  whens,
} from './fields.ts';
import { hostKinds, type Kind, nodeKinds, systemKinds } from './kinds.ts';

/** An optional field with its description: the usual case, since the schema requires little. */
export const field = <T extends z.ZodType>(schema: T, description: string) => schema.optional().meta({ description });

/** A required field with its description. */
export const required = <T extends z.ZodType>(schema: T, description: string) =>
  schema.meta({ ...schema.meta(), description });

/** One text or a list of them. */
export const texts = oneOrMany(text);
export const someone = ref('role', 'person');
export const people = oneOrMany(someone);

/** How often and when last. */
/** Telephone numbers, and what one must know of each before it is dialled. */
export const phones = z.array(
  z.strictObject({
    kind: field(z.enum(['mobile', 'desk', 'home', 'satellite', 'pager', 'other']), 'What kind of number.'),
    number: required(text, 'The number, as it is dialled.'),
    via: field(ref('service', ...systemKinds), 'What this telephone needs in order to ring.'),
    verified: field(date, 'When it was last tried.'),
  }),
);

export const recurring = (what: string) =>
  z.strictObject({
    every: field(period, `How often: ${what}.`),
    last: field(date, `When last: ${what}.`),
    by: field(someone, 'Who did it last.'),
  });

/** Whom, and how many of them, an action needs for its attended time. */
const staff = z.record(ref('role'), positive).meta({ keyReferences: ['role'] } as FieldMeta);

/** A documented way round a requirement. */
export const bypass = z.strictObject({
  procedure: field(ref('procedure'), 'How the requirement is gone round.'),
  takes: field(duration, 'How long that takes.'),
  staff: field(staff, 'Who is needed for it.'),
  wholeTakes: field(duration, 'How long it takes to make it whole again afterwards.'),
  wholeStaff: field(staff, 'Who is needed to make it whole again.'),
});
export type Bypass = z.output<typeof bypass>;

const entryId = (kinds: readonly Kind[]) =>
  z
    .string()
    .regex(idPattern)
    .max(idMaxLength)
    .meta({ references: kinds } as FieldMeta);

const initials = { C: 'confidentiality', I: 'integrity', A: 'availability' } as const;
/** An objective by its name or its initial. */
const objectiveName = z
  .enum([...objectives, 'C', 'I', 'A'])
  .transform((name): Objective => (name in initials ? initials[name as keyof typeof initials] : (name as Objective)));

/** One entry of a relation: an id, or an object that says more. */
export const entry = (...kinds: readonly Kind[]) => {
  const id = entryId(kinds);
  const full = z
    .strictObject({
      id: field(id, 'The one element that is needed.'),
      anyOf: field(z.array(id).min(1), 'One of these is enough.'),
      atLeast: field(positive, 'How many of "of" are needed.'),
      of: field(z.array(id).min(1), 'The elements of which "atLeast" are needed.'),
      when: field(
        z.enum(whens),
        'start: only while it starts; run (default): as long as it runs; serve: boots without, but gives no service; later: degraded without; restore: only for a restore or rebuild.',
      ),
      grace: field(duration, 'How long it goes on after the provider was lost; with run and later only.'),
      bypass: field(bypass, 'A documented way round this requirement.'),
      passes: field(
        z.array(objectiveName),
        'The protection needs it passes on, where not the usual ones: confidentiality, integrity, availability, or C, I, A.',
      ),
    })
    .check((ctx) => {
      const { id: one, anyOf, of, atLeast } = ctx.value;
      const ways = [one, anyOf, of].filter((v) => v !== undefined).length;
      const say = (message: string, path: string[]) =>
        ctx.issues.push({ code: 'custom', message, input: ctx.value, path });
      if (ways === 0) say('expected one of id, anyOf, or atLeast with of', []);
      if (ways > 1)
        say('expected only one of id, anyOf and of', [one !== undefined && anyOf === undefined ? 'of' : 'anyOf']);
      if (atLeast !== undefined && of === undefined && ways === 1) say('atLeast belongs to of', ['atLeast']);
    });
  return z.union([id, full]);
};
export type Entry = z.output<ReturnType<typeof entry>>;
/** A list of entries, or a single one. */
export const entries = (...kinds: readonly Kind[]) => oneOrMany(entry(...kinds));

const decision = z.strictObject({
  principle: field(z.enum(['maximum', 'cumulation', 'distribution', 'manual']), 'The principle the decision rests on.'),
  need: field(level, 'The need that was decided on.'),
  reason: field(longText, 'Why.'),
  approvedBy: field(ref('person'), 'Who approved it.'),
  date: field(date, 'When it was decided.'),
});
const need = z.strictObject({
  need: field(level, 'The stated protection need: normal, high or very-high.'),
  reason: field(longText, 'Why it is needed so.'),
  decision: field(decision, 'A decision that raises or lowers the computed need.'),
});
export const protection = z.strictObject({
  confidentiality: field(need, 'How bad it is if the wrong people read it.'),
  integrity: field(need, 'How bad it is if it is changed or false.'),
  availability: field(need, 'How bad it is if it is not there.'),
});

/** What every action says. */
const actionFields = {
  takes: field(duration, 'How long the action takes.'),
  attended: field(duration, 'The first part of it, which needs its staff; default: all of it.'),
  procedure: field(ref('procedure'), 'The procedure that says how.'),
  staff: field(staff, 'How many of which role it needs.'),
};
export const action = z.strictObject(actionFields);

export const recovery = z.strictObject({
  rto: field(duration, 'Recovery time objective: within this time after the outage began it serves again.'),
  rpo: field(period, 'Recovery point objective: at most this much work may be lost.'),
  mtpd: field(duration, 'Maximum tolerable period of disruption.'),
  restart: field(action, 'Starting it after an outage.'),
  restore: field(
    z.strictObject({
      ...actionFields,
      to: field(
        z.strictObject({
          runsOn: field(z.array(ref(...hostKinds)), 'Other hosts it may be restored to.'),
          storedOn: field(z.array(ref('storage')), 'Other stores it may be restored to.'),
        }),
        'Other places for this action only; they are no redundancy.',
      ),
    }),
    'Bringing its data back from a backup.',
  ),
  rebuild: field(action, 'Setting it up anew.'),
  replace: field(
    z.strictObject({
      ...actionFields,
      from: field(z.array(ref('spare', 'contract', 'supplier')), 'Where the replacement comes from.'),
    }),
    'Replacing the hardware.',
  ),
  isolate: field(action, 'Cutting it off after a compromise.'),
  verify: field(action, 'Checking that it can be trusted.'),
  shutdown: field(action, 'Shutting it down in good order.'),
  failover: field(action, 'Switching over to another.'),
  onFailure: field(
    z.strictObject({ procedure: field(ref('procedure'), 'What is done first when it fails.') }),
    'What is done when it fails.',
  ),
  stateless: field(bool, 'true: nothing to restore after a rebuild.'),
});

/** What the collections of people and things share: words for people. */
export const described = {
  name: field(text, 'Its name, as people call it.'),
  description: field(longText, 'What it is, in a sentence or two.'),
  tags: field(texts, 'Words to select it by.'),
};

/** Fields every recoverable element may have. */
export const recoverable = {
  ...described,
  purpose: field(longText, 'What it is for: what stops when it is down.'),
  owner: field(someone, 'The role (preferred) or person that decides about it.'),
  administrators: field(people, 'Who looks after it: roles (preferred) or persons.'),
  in: field(ref('location'), 'Where it stands.'),
  lastVerified: field(date, 'When it was last compared with reality.'),
  lastChanged: field(date, 'When it was last changed.'),
  documents: field(oneOrMany(ref('document')), 'Documents about it.'),
  contracts: field(oneOrMany(ref('contract')), 'Contracts that cover it.'),
  spares: field(oneOrMany(ref('spare')), 'Spare parts that fit it.'),
  poweredBy: field(entries('facility', 'networkDevice'), 'Where its power comes from; any one is enough.'),
  connectedTo: field(entries('networkDevice'), 'Its connections to the network; any one is enough.'),
  storedOn: field(entries('storage'), 'Where its data lies; all are needed.'),
  partOf: field(
    entry('server', 'hypervisor', 'storage', 'networkDevice', 'voipDevice', 'virtualMachine'),
    'The machine it is built into.',
  ),
  manages: field(oneOrMany(ref(...nodeKinds)), 'What it controls.'),
  dependsOn: field(entries(...nodeKinds), 'What else it needs, each with how and when.'),
  protection: field(protection, 'Its stated protection needs and decisions about them.'),
  recovery: field(recovery, 'How it is brought back and how fast.'),
  monitoring: field(
    z.union([
      ref('service', 'server', 'virtualMachine', 'application'),
      z.strictObject({
        by: field(ref('service', 'server', 'virtualMachine', 'application'), 'What watches it.'),
        checks: field(texts, 'What is watched.'),
        alerts: field(people, 'Who is told.'),
      }),
    ]),
    'What watches it.',
  ),
  highAvailability: field(
    z.strictObject({
      considered: field(bool, 'Whether high availability was considered.'),
      decision: field(longText, 'What was decided, and why.'),
    }),
    'Whether high availability was considered.',
  ),
  external: field(bool, 'true: not ours to start; no part of a cold start, never a step.'),
};

/** What machines share. */
export const machine = {
  hostname: field(text, 'Its full name in the network.'),
  address: field(oneOrMany(text), 'Its addresses in the network.'),
  os: field(text, 'Its operating system; chooses the variant of a procedure.'),
  vendor: field(text, 'Who makes it.'),
  model: field(text, 'Which model it is.'),
  serialNumber: field(text, 'Its serial number, as the supplier asks for it.'),
  console: field(text, 'How its console is reached when the network is down.'),
  url: field(text, 'Where its administration is reached.'),
};

/** The size of a machine. */
export const capacity = {
  cpu: field(count, 'Processor cores.'),
  memory: field(size, 'Memory, such as 64GiB.'),
};
