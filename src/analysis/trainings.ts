import type { Element, Model } from '../model/model.ts';
import { dueOn } from './due.ts';

type Training = NonNullable<Element<'person'>['data']['trainings']>[number];

const word = (topic: string): string => topic.trim().toLowerCase();

/** The last day on which a training counts: its own validity, else the interval of the policy; undefined: for good. */
export function validUntil(model: Model, { date, validFor }: Training): string | undefined {
  const period = validFor ?? model.policy.training?.every;
  return date === undefined || period === undefined ? undefined : dueOn(date, period);
}

/** Whether somebody was trained in it, and whether that still counts. */
export function trainedIn(
  { model, today }: { readonly model: Model; readonly today: string },
  person: Element<'person'>,
  isTopic: (topic: string) => boolean,
): 'trained' | 'expired' | 'never' {
  const attended = (person.data.trainings ?? []).filter((t) => isTopic(t.topic));
  if (attended.length === 0) return 'never';
  return attended.some((t) => (validUntil(model, t) ?? today) >= today) ? 'trained' : 'expired';
}

/** Topics are texts of people: case and spaces at the ends do not count. */
export const isTopic =
  (wanted: string) =>
  (topic: string): boolean =>
    word(topic) === word(wanted);

/** Whether a topic is about backups or restores: topics are free text, in English or German. */
export const aboutBackups = (topic: string): boolean => /back-?up|restor|recover|sicherung|wiederherstell/i.test(topic);
