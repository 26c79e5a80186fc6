import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, effects, instant, longText, oneOrMany, ref, text } from '../fields.ts';
import { hostKinds, nodeKinds } from '../kinds.ts';
import { described, field, required, someone, texts } from '../parts.ts';

const selector = z.strictObject({
  kind: field(z.enum(nodeKinds), 'Elements of this kind.'),
  in: field(ref('location'), 'Elements in this location or below; a virtual machine is where its host is.'),
  tags: field(texts, 'Elements that have all of these tags.'),
  os: field(text, 'Elements with this operating system.'),
  runsOn: field(ref(...hostKinds), 'Elements that run on this.'),
  storedOn: field(ref('storage'), 'Elements that are stored on this.'),
});
const effect = oneOrMany(z.enum(effects));
const affected = z.union([
  ref(...nodeKinds),
  z.strictObject({
    id: field(ref(...nodeKinds), 'The element that is hit.'),
    select: field(selector, 'The elements that are hit, by what they have in common; {} is everything that is ours.'),
    effect: field(effect, 'outage (default), data-loss, destroyed, compromised or disclosed.'),
  }),
]);
/** An instruction in a few words. */
const measure = z.union([
  longText,
  z.strictObject({
    do: field(longText, 'What is done.'),
    procedure: field(ref('procedure'), 'The procedure that says how.'),
    by: field(someone, 'Who does it.'),
    within: field(duration, 'Until when after the alarm.'),
  }),
]);

export const scenarios = collection({
  name: 'scenarios',
  shape: 'map',
  kind: 'scenario',
  title: 'scenario',
  description: 'Something that may happen, and what is done then.',
  schema: z.strictObject({
    ...described,
    affects: field(z.array(affected), 'What is hit, and how.'),
    extent: field(z.enum(['partial', 'whole']), 'Whether a part or the whole is hit.'),
    since: field(z.union([duration, instant, date]), 'How long before it was noticed a compromise began.'),
    covers: field(
      oneOrMany(text),
      'Entries of the catalogue of emergencies it answers, such as bsi-m-6-138/host-hardware-failure.',
    ),
    immediateMeasures: field(z.array(measure), 'What is done in the first minutes.'),
    actions: field(z.array(measure), 'What is done then.'),
    alternatives: field(oneOrMany(longText), 'What else could be done if that fails.'),
    communication: field(
      z.array(
        z.strictObject({
          audience: required(text, 'Who is told.'),
          channel: field(ref('channel'), 'How.'),
          fallback: field(ref('channel'), 'How, if that is down.'),
          by: field(someone, 'By whom.'),
          within: field(duration, 'Until when after the alarm.'),
          message: field(longText, 'What is said.'),
        }),
      ),
      'Who is told what.',
    ),
  }),
});
