import * as z from 'zod';
import { collection } from '../collection.ts';
import { duration, level, longText, money, oneOrMany, period, ref, text } from '../fields.ts';
import { systemKinds } from '../kinds.ts';
import { entries, field, recoverable } from '../parts.ts';

export const processes = collection({
  name: 'processes',
  shape: 'map',
  kind: 'process',
  title: 'business process',
  plural: 'business processes',
  description: 'What the organisation does and cannot do without its systems.',
  schema: z.strictObject({
    ...recoverable,
    department: field(text, 'The department it belongs to.'),
    audience: field(z.enum(['internal', 'public']), 'Who it is for.'),
    uses: field(entries('application', 'service', ...systemKinds), 'The applications, services and systems it uses.'),
    data: field(oneOrMany(ref('data')), 'The data it works with.'),
    criticality: field(level, 'How critical it is; default: from its availability need.'),
    damage: field(
      z.strictObject({
        perHour: field(money, 'Damage of an hour of outage.'),
        scenarios: field(
          z.strictObject({
            laws: field(level, 'Breach of laws or contracts.'),
            privacy: field(level, 'Harm to personal rights.'),
            safety: field(level, 'Harm to life and limb.'),
            operations: field(level, 'Harm to the fulfilment of tasks.'),
            image: field(level, 'Harm to the reputation.'),
            finance: field(level, 'Financial harm.'),
          }),
          'The six damage scenarios of BSI-Standard 200-2.',
        ),
      }),
      'What an outage costs.',
    ),
    mtpd: field(duration, 'Maximum tolerable period of disruption.'),
    rto: field(duration, 'Recovery time objective.'),
    rpo: field(period, 'Recovery point objective.'),
    minimumLevel: field(longText, 'The least that must work (minimum business continuity objective).'),
    workaround: field(
      z.union([
        longText,
        z.strictObject({
          description: field(longText, 'What is done instead.'),
          procedure: field(ref('procedure'), 'The procedure that says how.'),
          lasts: field(duration, 'How long one can live with it.'),
        }),
      ]),
      'What is done while it is down.',
    ),
  }),
});
