import type { Model } from '../../model/model.ts';
import type { Changes } from '../../recovery/changes.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import { elapsed, safe, wrap } from '../terminal.ts';
import { list, plural, stepGroups, type TextOptions, timeOf } from './text-steps.ts';
import { changeLines, measureLines, objectiveLines, type Place, warningLines } from './text-warnings.ts';

/** What is hit, for an event that is not the loss of everything. */
function hit({ impact, scenario, spared }: Recovery, model: Model, width: number): string[] {
  const disclosed = model.nodes.filter(
    (n) => n.kind !== 'backup' && impact.nodes[n.index]?.effects.includes('disclosed'),
  );
  if (scenario.id === null && scenario.name.startsWith('cold start')) return [];
  const said = (label: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : wrap(`${label}: ${list(ids, 12)}`, width, '    ', '  ');
  const later = impact.down.filter((d) => d.after > 0);
  return [
    ...said('failed', [...new Set(scenario.failed.map((f) => `${f.id} (${f.effect})`))]),
    ...said(
      'down with it',
      impact.down.filter((d) => d.after === 0 && !scenario.failed.some((f) => f.id === d.id)).map((d) => d.id),
    ),
    ...said(
      'down later',
      later.map((d) => `${d.id} (after ${elapsed(d.after)})`),
    ),
    ...said(
      'stays up if what it needs is back in time',
      spared.map((s) => `${s.id} (within ${elapsed(s.until)} of the outage)`),
    ),
    ...said(
      'up with less',
      impact.degraded.map((d) => d.id),
    ),
    ...said(
      'disclosed, others may read what is on them',
      disclosed.map((n) => n.id),
    ),
    ...said('perhaps stopped', impact.perhapsStopped),
    ...said(
      'to be verified',
      impact.suspect.map((s) => s.id),
    ),
  ];
}

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/** How much there is to do, until when, and how good the order is known to be. */
function summary(recovery: Recovery, { clock }: TextOptions): string {
  const { steps, team, makespan, passes, optimal, objective } = recovery;
  if (steps.length === 0) {
    const stuck = recovery.lost.length + recovery.locked.length > 0;
    return stuck ? 'Nothing can be started as things are: read below why.' : 'No system has to be started.';
  }
  const busy = team.filter((m) => m.busy > 0).length;
  const end = clock ? `over ${clock.moment(makespan)}` : `over after ${elapsed(makespan)} hours`;
  const many = busy === 0 ? '' : `, with ${people(busy)}`;
  if (passes === 0 || busy === 0) return `${plural(steps.length, 'step')}, ${end}${many}; nothing can be sooner.`;
  const first = { tardiness: 'promises', restored: 'services back early', makespan: 'the end of it all' }[objective];
  const best = optimal ? `for ${first} no order is better` : `the best of ${passes} orders for ${first}`;
  return `${plural(steps.length, 'step')}, ${end}${many}; ${best}.`;
}

/** Who is not there at once. */
function laterLines({ team }: Recovery, model: Model, { clock, width }: TextOptions): string[] {
  const name = (id: string): string => safe(nameOfMember(model, id));
  const late = team.filter((m) => m.busy > 0 && m.from !== null && m.from > 0);
  if (late.length === 0) return [];
  const said = late.map((m) => `${name(m.id)} from ${timeOf(m.from as number, clock)}`);
  return wrap(`Not there at once: ${said.join(', ')}.`, width, '  ', '');
}

/** The order for a reader under stress: what changed, what is wrong, then what to do now, next and later. */
export function recoveryOrderText(
  recovery: Recovery,
  model: Model,
  options: TextOptions,
  place: Place,
  changes?: Changes,
): string {
  const { width, strong, clock } = options;
  const lines: string[] = [
    ...wrap(strong(`RECOVERY ORDER: ${safe(recovery.scenario.name)}`), width, '  ', ''),
    ...wrap(summary(recovery, options), width, ''),
    ...wrap(
      `Times are ${clock ? `those of the clock in ${clock.zone}, from ${clock.moment(0)}` : 'hours and minutes from now'}.`,
      width,
      '',
    ),
    ...laterLines(recovery, model, options),
    ...(recovery.steps.some((s) => s.assumed)
      ? wrap('~ the plan gives no time for this step; a usual one is assumed.', width, '')
      : []),
  ];
  const section = (title: string, found: readonly string[]): void => {
    if (found.length === 0) return;
    lines.push('', strong(title));
    for (const line of found) {
      const detail = line.startsWith('    ');
      lines.push(...wrap(line, width, detail ? '        ' : '    ', detail ? '      ' : '  ! '));
    }
  };
  if (changes) section('WHAT CHANGED since the last order', changeLines(changes, clock));
  const { done, running, failed } = recovery.progress;
  const reported = [
    failed.length > 0 ? `failed: ${list(failed, 12)}` : '',
    running.length > 0 ? `under way: ${list(running, 12)}` : '',
    done.length > 0 ? `done: ${list(done, 12)}` : '',
  ].filter((l) => l !== '');
  if (reported.length > 0) {
    lines.push('', strong('REPORTED'), ...reported.flatMap((l) => wrap(l, width, '    ', '  ')));
  }
  const struck = hit(recovery, model, width);
  if (struck.length > 0) lines.push('', strong('WHAT IS HIT'), ...struck);
  section('READ FIRST', warningLines(recovery, place));
  const { measures } = recovery;
  const listed = (title: string, found: readonly string[]): void => {
    if (found.length > 0) lines.push('', strong(title), ...found.flatMap((l) => wrap(l, width, '    ', '  - ')));
  };
  const sayMeasures = (): void => {
    if (!measures) return;
    listed('DO AT ONCE, as the scenario says', measureLines(measures, model, 'immediate'));
    listed('TELL', measureLines(measures, model, 'messages'));
    listed('THE SCENARIO ALSO SAYS', measureLines(measures, model, 'actions'));
    listed('IF IT DOES NOT WORK', measures.alternatives.map(safe));
  };
  // Who has begun knows them: then what to do next comes first.
  const isUnderWay = reported.length > 0;
  if (!isUnderWay) sayMeasures();
  // One by one: a hundred thousand steps are more arguments than a call can take.
  for (const line of stepGroups(recovery, model, options)) lines.push(line);
  if (isUnderWay) sayMeasures();
  const resumed = [...recovery.resumes].filter(([id]) => model.elements.get(id)?.kind !== 'backup');
  if (resumed.length > 0) {
    lines.push('', strong('COMES BACK BY ITSELF'));
    for (const [id, at] of resumed) lines.push(`  ${timeOf(at, clock).padStart(6)}  ${safe(id)}`);
  }
  section(
    'PROMISES, counted from the start of the outage',
    recovery.objectives.flatMap((o) => objectiveLines(o)),
  );
  if (recovery.leftOut.length > 0) {
    lines.push('', strong('LEFT OUT: these parts of the plan could not be used'));
    for (const { id, file, reason } of recovery.leftOut) {
      lines.push(
        ...wrap(`${safe(id ?? file)}: ${reason}${id === undefined ? '' : ` (${safe(file)})`}`, width, '    ', '  '),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
