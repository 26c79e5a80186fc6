import * as z from 'zod';
import { collection } from '../collection.ts';
import { date, duration, longText, oneOrMany, ref, text } from '../fields.ts';
import { nodeKinds } from '../kinds.ts';
import { entries, field, people, recurring, required, someone, texts } from '../parts.ts';

const phase = z.strictObject({
  checklist: field(texts, 'What is done, in this order.'),
  by: field(someone, 'Who leads it.'),
  within: field(duration, 'Until when.'),
});

export const incidentResponse = collection({
  name: 'incidentResponse',
  shape: 'one',
  title: 'incident response',
  description: 'How security incidents are handled.',
  schema: z.strictObject({
    definition: field(longText, 'What counts as an incident.'),
    classes: field(
      z.record(
        text,
        z.strictObject({
          name: field(text, 'Its name.'),
          description: field(longText, 'When an incident belongs to it.'),
          priority: field(z.enum(['low', 'medium', 'high', 'critical']), 'How urgent it is.'),
          respondWithin: field(duration, 'How soon somebody reacts.'),
        }),
      ),
      'Classes of incidents, each with its priority.',
    ),
    team: field(
      z.strictObject({
        lead: field(someone, 'Who leads.'),
        members: field(people, 'Who is in it.'),
        skills: field(texts, 'What the team must know.'),
      }),
      'Who handles incidents.',
    ),
    phases: field(
      z.strictObject({
        detect: field(phase, 'Detecting and identifying.'),
        classify: field(phase, 'Classifying and prioritising.'),
        contain: field(phase, 'Containing.'),
        eradicate: field(phase, 'Eradicating.'),
        recover: field(phase, 'Recovering.'),
      }),
      'The phases and their checklists.',
    ),
    communication: field(
      z.array(
        z.strictObject({
          audience: required(text, 'Who is told.'),
          channel: field(ref('channel'), 'How.'),
          fallback: field(ref('channel'), 'How, if that is down.'),
          by: field(someone, 'By whom.'),
          within: field(duration, 'Until when.'),
        }),
      ),
      'Who is told by whom, how and until when.',
    ),
    reporting: field(
      z.array(
        z.strictObject({
          to: required(text, 'The authority or partner.'),
          within: field(duration, 'Until when after the incident was noticed.'),
          law: field(text, 'The law or contract that demands it.'),
          by: field(someone, 'Who reports.'),
          contact: field(text, 'Where it is reported.'),
        }),
      ),
      'Reporting deadlines.',
    ),
    tools: field(
      z.array(
        z.strictObject({
          name: required(text, 'What it is called.'),
          kind: field(
            z.enum(['monitoring', 'incident-platform', 'communication', 'forensics', 'other']),
            'What it is for.',
          ),
          dependsOn: field(entries(...nodeKinds), 'What it needs in order to work.'),
        }),
      ),
      'The tools that are used.',
    ),
    log: field(longText, 'Where everything is written down.'),
    records: field(
      z.array(
        z.strictObject({
          date: required(date, 'When it was noticed.'),
          class: field(text, 'The class it belonged to.'),
          what: field(longText, 'What happened.'),
          cause: field(longText, 'What caused it, as far as it was found out.'),
          actions: field(oneOrMany(longText), 'What was done.'),
          recovered: field(
            oneOrMany(z.enum(['restore', 'repair', 'workaround'])),
            'How operation was resumed: data restored, systems repaired or replaced, a workaround.',
          ),
          took: field(duration, 'How long until normal operation.'),
          reported: field(texts, 'To whom it was reported.'),
          lessons: field(
            z.array(
              z.strictObject({
                text: required(longText, 'What was learned.'),
                action: field(longText, 'What is done about it.'),
                due: field(date, 'Until when.'),
                done: field(date, 'When it was done.'),
              }),
            ),
            'What was learned; an empty list: looked back on, nothing to be changed.',
          ),
          by: field(someone, 'Who wrote it down.'),
        }),
      ),
      'Incidents that have happened, as they were looked back on.',
    ),
    lessonsLearned: field(recurring('incidents are looked back on'), 'How lessons are learned.'),
    tested: field(recurring('the incident response is practised'), 'How often it is practised.'),
  }),
});
