import type { Model } from '../../model/model.ts';
import type { Changes } from '../../recovery/changes.ts';
import type { Measures } from '../../recovery/measures.ts';
import type { Objective, Recovery } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';
import { elapsed, inWords, safe } from '../terminal.ts';
import { list, plural, timeOf } from './text-steps.ts';

/** A place in a file as the user is shown it. */
export type Place = (at: Recovery['deadlocks'][number]['cycle'][number]['at']) => string;

const verdicts: Readonly<Record<Objective['verdict'], string>> = {
  met: 'kept',
  infeasible: 'impossible to keep',
  contested: 'missed by this order',
  unreachable: 'impossible: it does not come back',
};

/** What is different from the last order, the promises first. */
export function changeLines(changes: Changes, clock: Clock | undefined): string[] {
  const { moved, added, dropped, promises, end } = changes;
  const lines = promises.map(
    (p) => `${safe(p.element)}: its ${p.basis.toUpperCase()} was ${verdicts[p.was]}, now it is ${verdicts[p.now]}`,
  );
  if (end.was !== end.now) {
    const way = end.now > end.was ? 'later' : 'sooner';
    const by = elapsed(Math.abs(end.now - end.was));
    lines.push(`all is over at ${timeOf(end.now, clock)} instead of ${timeOf(end.was, clock)}: ${by} ${way}`);
  }
  if (dropped.length > 0) lines.push(`not in the order any more: ${list(dropped, 8)}`);
  if (added.length > 0) lines.push(`new in the order: ${list(added, 8)}`);
  const shown = moved.slice(0, 6).map((m) => `${safe(m.step)} ${timeOf(m.was, clock)} → ${timeOf(m.now, clock)}`);
  if (shown.length > 0) {
    const more = moved.length > shown.length ? ` and ${moved.length - shown.length} more` : '';
    lines.push(`ends at another time: ${shown.join(', ')}${more}`);
  }
  return lines.length > 0 ? lines : ['nothing but what was reported'];
}

/** One promise that is not kept: the chain that decides it, who else claims the people, and what would help. */
export function objectiveLines(objective: Objective): string[] {
  const { element, basis, limit, scheduled, lowerBound, verdict, because, proved, remedy } = objective;
  const promise = `${safe(element)}: ${basis.toUpperCase()} ${elapsed(limit)}`;
  const chain = because && because.length > 1 ? [`    decided by: ${because.map(safe).join(' ← ')}`] : [];
  const rivals = objective.with ?? [];
  const people = objective.peopleFrom;
  const help = [
    people === undefined ? '' : `    its people are not there before ${elapsed(people)}`,
    remedy?.role === undefined ? '' : `    it would be kept with one more ${safe(remedy.role)}`,
    remedy?.shorten
      ? `    it would be kept if ${safe(remedy.shorten.step)} took ${elapsed(remedy.shorten.minutes)} less`
      : '',
  ].filter((l) => l !== '');
  switch (verdict) {
    case 'met':
      return [];
    case 'unreachable':
      return [`${promise} cannot be kept: it does not come back by this plan`, ...chain];
    case 'infeasible':
      return [`${promise} cannot be kept: ${elapsed(lowerBound)} at the earliest`, ...chain, ...help];
    case 'contested':
      return [
        `${promise} is missed: ${elapsed(scheduled ?? 0)}; alone it could be kept`,
        ...chain,
        ...(rivals.length > 0
          ? [`    ${proved ? 'there are too few people for it and' : 'on its way are also'} ${list(rivals, 8)}`]
          : []),
        ...(proved ? [] : ['    whether a better order would keep it is not known']),
        ...help,
      ];
  }
}

function deadlockLines({ deadlocks, locked }: Recovery, place: Place): string[] {
  return deadlocks.flatMap((deadlock) => {
    const isLocked = deadlock.elements.some((e) => locked.includes(e));
    const repair = deadlock.repairs[0];
    const ways = repair?.waived.map((r) => `let ${safe(r.from)} come up without ${list(r.of)}`) ?? [];
    return [
      `${isLocked ? 'CANNOT BE STARTED' : 'LOCKED, and opened by a documented way round'}: ${list(deadlock.elements, 12)}. ${deadlock.sentence}.`,
      ...deadlock.cycle.map((l) => `    ${safe(l.from)} needs ${safe(l.to)} (${l.relation}, ${safe(place(l.at))})`),
      ...(isLocked && ways.length > 0 ? [`    way out: ${ways.join(', and ')}`] : []),
      ...(deadlock.waiting.length > 0 && isLocked ? [`    waiting for it: ${list(deadlock.waiting, 12)}`] : []),
    ];
  });
}

const reasons = {
  deadlock: 'locked without it',
  lost: 'what it needs does not come back',
  rto: 'a promise is kept with it',
} as const;

/** What is done besides the order, and who is told: one line each, with who and until when. */
export function measureLines(measures: Measures, model: Model, part: 'immediate' | 'actions' | 'messages'): string[] {
  const name = (id: string): string => safe(model.elements.get(id)?.name ?? id);
  const duty = (by: string | undefined, within: number | undefined): string =>
    [by === undefined ? '' : name(by), within === undefined ? '' : `within ${inWords(within)}`]
      .filter(Boolean)
      .join(', ');
  const told = ({ audience, channel, message }: Measures['messages'][number]): string =>
    `${safe(audience)}${channel === undefined ? '' : ` by ${name(channel)}`}${message === undefined ? '' : `: "${safe(message)}"`}`;
  if (part === 'messages') {
    return measures.messages.map((m) => [told(m), duty(m.by, m.within)].filter(Boolean).join(' — '));
  }
  return measures[part].map((m) => {
    const how = m.procedure === undefined ? '' : ` [${safe(m.procedure)}]`;
    return [`${safe(m.do)}${how}`, duty(m.by, m.within)].filter(Boolean).join(' — ');
  });
}

/** What must be read before anybody starts anything; empty when there is nothing of that kind. */
export function warningLines(recovery: Recovery, place: Place): string[] {
  const lines = deadlockLines(recovery, place);
  for (const { from, of, why } of recovery.bypasses) {
    lines.push(`GONE ROUND: ${safe(from)} comes up without ${list(of)}: ${reasons[why]}`);
  }
  for (const id of recovery.withoutData) {
    lines.push(`WITHOUT ITS DATA: ${safe(id)} is set up anew, since nothing that could restore it comes back`);
  }
  const unstaffed = new Set(recovery.unstaffed.map((u) => u.step.slice(0, u.step.lastIndexOf('/'))));
  for (const { id, because } of recovery.lost) {
    const failed = recovery.progress.failed.filter((step) => step.startsWith(`${id}/`));
    const why =
      failed.length > 0
        ? `, since ${list(failed)} failed; planned anew from a backup with --failed ${safe(id)}=data-loss, from scratch with =destroyed`
        : because.length === 0
          ? ''
          : unstaffed.has(id)
            ? `, since there are too few people of ${list(because)}`
            : `, since ${list(because)} cannot`;
    lines.push(`DOES NOT COME BACK: ${safe(id)}${why}`);
  }
  for (const { id, because } of recovery.notServing) {
    lines.push(`GIVES NO SERVICE: ${safe(id)} comes up, but needs ${list(because)}`);
  }
  for (const { step, roles } of recovery.unstaffed) {
    lines.push(`NOBODY FOR ${safe(step)}: too few people of ${list(roles)}`);
  }
  for (const { cluster, machines } of recovery.noRoom) {
    lines.push(`NO ROOM on the hosts of ${safe(cluster)} for ${list(machines, 12)}`);
  }
  for (const { role, named, needed } of recovery.assumedStaff) {
    const known = named === 0 ? 'nobody' : plural(named, 'person').replace('persons', 'people');
    lines.push(`ASSUMED: the plan names ${known} for ${safe(role)}; planned as if there were ${needed}`);
  }
  const broken = recovery.objectives.filter((o) => o.verdict !== 'met').length;
  if (broken > 0) lines.push(`${plural(broken, 'promise')} cannot be kept or will be missed: the list is at the end.`);
  for (const { from, of, keeps } of recovery.helpful) {
    lines.push(
      `A WAY ROUND IS DOCUMENTED: with ${safe(from)} coming up without ${list(of)}, ${list(keeps)} would be in time; --allow-bypass takes it`,
    );
  }
  return lines;
}
