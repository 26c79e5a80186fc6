import * as z from 'zod';
import { collection } from '../collection.ts';
import { clockTime, date, longText, oneOrMany, ref, text } from '../fields.ts';
import { field, people, recurring, required, someone, texts } from '../parts.ts';

export const plan = collection({
  name: 'plan',
  shape: 'one',
  title: 'plan',
  description: 'The plan itself: whose it is, since when it is valid, who answers for it.',
  schema: z.strictObject({
    name: required(text, 'The name of the plan, as it stands on every page.'),
    organisation: field(text, 'Whose plan it is.'),
    version: field(text, 'The version of the plan.'),
    classification: field(text, 'Who may read it, as it stands on every page.'),
    language: field(z.enum(['en', 'de']), 'The language of the printed pages.'),
    timezone: field(text, 'The time zone of its clock times, such as Europe/Berlin.'),
    purpose: field(longText, 'What the plan is for.'),
    scope: field(longText, 'What it covers, and what not.'),
    audience: field(texts, 'Who it is written for.'),
    departments: field(texts, 'The departments of the organisation; each has at least one process.'),
    businessHours: field(
      z.strictObject({
        days: field(z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])), 'The working days.'),
        from: field(clockTime, 'When work begins.'),
        to: field(clockTime, 'When work ends.'),
      }),
      'When people work.',
    ),
    owner: field(someone, 'Who answers for the plan; inherited by everything that names no owner.'),
    administrators: field(people, 'Who looks after what names no administrators.'),
    responsibility: field(
      z.strictObject({
        initiate: field(someone, 'Who sees to it that emergency preparedness is done.'),
        implement: field(someone, 'Who does it.'),
      }),
      'Who initiates and who implements emergency preparedness.',
    ),
    partOf: field(
      z.strictObject({
        document: field(ref('document'), 'The emergency plan it is a part of.'),
        title: field(text, 'Its title, where the document is not in this plan.'),
        section: field(text, 'The place in it.'),
      }),
      'The existing emergency plan it is integrated into.',
    ),
    backupConcept: field(
      z.strictObject({
        document: field(ref('document'), 'The backup concept.'),
        reviewed: field(date, 'When it was last reviewed.'),
        virtualisation: field(longText, 'How it was adapted to virtualisation.'),
        voip: field(longText, 'What it says about telephony.'),
      }),
      'The backup concept behind the backups.',
    ),
    activation: field(
      z.strictObject({
        criteria: field(oneOrMany(longText), 'When the plan is activated.'),
        decidedBy: field(people, 'Who decides it.'),
        deactivation: field(oneOrMany(longText), 'When it is deactivated.'),
      }),
      'When the plan is activated and deactivated.',
    ),
    review: field(recurring('the whole plan is reviewed'), 'How often the plan is reviewed.'),
    approvals: field(
      z.array(
        z.strictObject({
          version: field(text, 'The version that was approved.'),
          by: field(ref('person'), 'Who approved it.'),
          date: field(date, 'When.'),
        }),
      ),
      'Who approved which version.',
    ),
    lastVerified: field(date, 'When the inventory was last compared with reality.'),
  }),
});
