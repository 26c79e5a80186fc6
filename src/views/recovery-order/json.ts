import * as z from 'zod';
import type { Range } from '../../diagnostics/location.ts';
import { effects, levels } from '../../inventory/index.ts';
import type { Changes } from '../../recovery/changes.ts';
import { actions, aims, type Recovery } from '../../recovery/recovery.ts';
import { type Header, headerShape } from '../header.ts';

const id = z.string();
const minutes = z.number().int().min(0);
const ids = z.array(id);

const step = z.strictObject({
  id: id.describe('Element and action: "mail/restart".'),
  element: id.describe('The element it is done to.'),
  action: z.enum(actions).describe('What is done.'),
  wave: z.number().int().min(1).describe('1 + the greatest wave of the steps it waits for.'),
  start: minutes.describe('Minutes after the moment of planning.'),
  end: minutes.describe('Minutes after the moment of planning.'),
  attended: minutes.describe('The first minutes, which need the staff.'),
  waitsFor: z
    .array(z.strictObject({ atLeast: z.number().int().min(1), of: ids, chosen: ids }))
    .describe('For each, at least so many of these steps are over before it starts; chosen: those that are first.'),
  staff: z.record(id, z.number().int().min(1)).describe('How many of which role.'),
  people: ids.describe('Who does it; somebody without a name is the role with a number: "contractor #2".'),
  places: ids.optional().describe('The backup targets on which it takes one of the places for restores.'),
  placedOn: id.optional().describe('The host of a farm it is started on, where that is not its usual one.'),
  automatic: z.literal(true).optional().describe('The farm does it by itself.'),
  running: z.literal(true).optional().describe('It has been begun; the times are those of the rest.'),
  procedure: id.optional().describe('The procedure that says how.'),
  critical: z.boolean().describe('A delay of it delays the whole.'),
  slack: minutes.describe('Minutes it may slip without delaying the whole.'),
  assumed: z.boolean().describe('The plan gives no time; a usual one is assumed.'),
  availability: z.enum(levels).describe('The effective availability need of the element.'),
});

const link = z.strictObject({
  from: id,
  to: id,
  when: z.string(),
  relation: z.string().describe('The field that says so.'),
  file: z.string(),
  line: z.number().int().min(0),
});

const waived = z.strictObject({
  from: id,
  relation: z.string(),
  of: ids,
  atLeast: z.number().int().min(1),
  kind: z.string().describe('bypass: a documented way round; outside-provider: something else must provide it.'),
  file: z.string(),
  line: z.number().int().min(0),
});

const measure = z.strictObject({
  do: z.string(),
  procedure: id.optional(),
  by: id.optional(),
  within: minutes.optional(),
});

/** `drplan/recovery-order/1`, as `outputs.md` describes it. */
export const recoveryOrderSchema = z.strictObject({
  schema: z.literal('drplan/recovery-order/1'),
  ...headerShape,
  scenario: z.strictObject({
    id: id.nullable().describe('The scenario; null when it was made of --failed or is the cold start of everything.'),
    name: z.string(),
    failed: z.array(z.strictObject({ id, effect: z.enum(effects) })),
  }),
  measures: z
    .strictObject({
      immediate: z.array(measure),
      actions: z.array(measure),
      messages: z.array(
        z.strictObject({
          audience: z.string(),
          channel: id.optional(),
          by: id.optional(),
          within: minutes.optional(),
          message: z.string().optional(),
        }),
      ),
      alternatives: z.array(z.string()),
    })
    .optional()
    .describe('What the scenario says is done besides; times are minutes after the alarm.'),
  impact: z
    .strictObject({
      down: z.array(z.strictObject({ id, after: minutes, because: ids })),
      degraded: z.array(z.strictObject({ id, kind: z.enum(['redundancy', 'function']), lost: ids })),
      perhapsStopped: ids,
      suspect: z.array(z.strictObject({ id, from: id })),
      upCount: minutes,
    })
    .describe('What is hit: down (minutes after the failure, and why), up with less, to be verified.'),
  spared: z
    .array(z.strictObject({ id, until: minutes }))
    .describe('What would go down later and does not, if what it needs is back by then: minutes of the outage.'),
  from: z.string().optional().describe('The moment of planning, where it is known: local time with its offset.'),
  elapsed: minutes.describe('Minutes from the start of the outage to the moment of planning.'),
  staff: z
    .record(id, z.number().int())
    .describe('How many people of each role were planned with; empty: nobody is needed.'),
  team: z
    .array(z.strictObject({ id, roles: ids, from: minutes.nullable(), busy: z.number().min(0) }))
    .describe('The people that were planned with, from when they are there (null: not at all), and minutes of work.'),
  assumedStaff: z
    .array(z.strictObject({ role: id, named: minutes, needed: minutes }))
    .describe('Roles with fewer people in the plan than one step asks for: as many were assumed.'),
  unstaffed: z.array(z.strictObject({ step: id, roles: ids })).describe('Steps for which there is nobody.'),
  noRoom: z
    .array(z.strictObject({ cluster: id, machines: ids }))
    .describe('Machines of farms that find no room on the hosts that are there.'),
  bypasses: z
    .array(
      z.strictObject({
        from: id,
        relation: z.string(),
        of: ids,
        procedure: id.optional(),
        why: z.enum(['deadlock', 'lost', 'rto']),
      }),
    )
    .describe('Documented ways round that this order takes.'),
  withoutData: ids.describe('What is set up anew without its data: nothing that could restore it comes back.'),
  helpful: z
    .array(z.strictObject({ from: id, relation: z.string(), of: ids, procedure: id.optional(), keeps: ids }))
    .describe('Documented ways round that would keep these promises; --allow-bypass takes them.'),
  progress: z.strictObject({ done: ids, running: ids, failed: ids }).describe('What has been reported.'),
  changes: z
    .strictObject({
      moved: z.array(z.strictObject({ step: id, was: z.number().int(), now: minutes })),
      added: ids,
      dropped: ids,
      promises: z.array(z.strictObject({ element: id, basis: z.string(), was: z.string(), now: z.string() })),
      end: z.strictObject({ was: z.number().int(), now: minutes }),
    })
    .optional()
    .describe('What is different from the last order; minutes from the moment of planning, negative ones lie behind.'),
  steps: z.array(step),
  resumes: z.array(z.strictObject({ id, at: minutes })).describe('What comes back without a step of its own.'),
  deadlocks: z.array(
    z.strictObject({
      elements: ids.describe('They lock each other.'),
      waiting: ids.describe('They only wait for the ones above.'),
      opened: z.boolean().describe('Documented bypasses open it; the order takes them.'),
      sentence: z.string(),
      cycle: z.array(link),
      repairs: z.array(z.array(waived)).describe('Smallest sets of requirements that, waived, free it.'),
    }),
  ),
  objectives: z.array(
    z.strictObject({
      element: id,
      basis: z.enum(['rto', 'mtpd', 'grace']),
      limit: minutes,
      lowerBound: minutes.nullable().describe('No order can be faster; null: it does not come back.'),
      scheduled: minutes.nullable(),
      completeAt: minutes.nullable(),
      verdict: z.enum(['met', 'infeasible', 'contested', 'unreachable']),
      proved: z.boolean(),
      because: ids
        .optional()
        .describe('The chain that decides it, the element first; of a long one its last 60 links.'),
      with: ids.optional().describe('With "contested": the other promises that claim the same people.'),
      peopleFrom: minutes.optional().describe('Minutes until the first people on that chain are there.'),
      remedy: z
        .strictObject({
          role: id.optional().describe('One more person of this role would keep it.'),
          shorten: z
            .strictObject({ step: id, minutes })
            .optional()
            .describe('So would this step, taking so much less.'),
        })
        .optional(),
    }),
  ),
  makespan: minutes,
  criticalPath: ids,
  lost: z.array(z.strictObject({ id, because: ids })).describe('What does not come back.'),
  notServing: z
    .array(z.strictObject({ id, because: ids }))
    .describe('What is up again and gives no service all the same.'),
  leftOut: z.array(z.strictObject({ id: id.optional(), file: z.string(), reason: z.string() })),
  optimal: z.boolean().describe('No order is better in what was put first.'),
  objective: z.enum(aims).describe('What was put first.'),
  passes: minutes.describe('How many timetables were compared; 0: nobody has to wait for anybody.'),
});

type Place = Recovery['deadlocks'][number]['cycle'][number]['at'];

/** How many people of each role there are. */
function staffOf({ team }: Recovery): Record<string, number> {
  const staff: Record<string, number> = {};
  for (const role of team.flatMap((m) => m.roles).sort()) staff[role] = (staff[role] ?? 0) + 1;
  return staff;
}

type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
/** The same value, for a type that does not know readonly lists. */
const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>;

/** The recovery as `drplan/recovery-order/1`. `locate` counts lines for the links of a deadlock. */
export function recoveryOrderJson(
  recovery: Recovery,
  header: Header,
  locate: (at: Place) => Range,
  { from, changes }: { readonly from?: string | undefined; readonly changes?: Changes | undefined } = {},
): z.output<typeof recoveryOrderSchema> {
  const place = (at: Place) => ({ file: at.file, line: locate(at).line });
  const finite = (n: number | null): number | null => (n === null || !Number.isFinite(n) ? null : Math.round(n));
  return {
    schema: 'drplan/recovery-order/1',
    ...header,
    scenario: { ...recovery.scenario, failed: [...recovery.scenario.failed] },
    ...(recovery.measures ? { measures: mutable(recovery.measures) } : {}),
    impact: {
      down: recovery.impact.down.map((d) => ({ ...d, because: [...d.because] })),
      degraded: recovery.impact.degraded.map((d) => ({ ...d, lost: [...d.lost] })),
      perhapsStopped: [...recovery.impact.perhapsStopped],
      suspect: recovery.impact.suspect.map((s) => ({ ...s })),
      upCount: recovery.impact.upCount,
    },
    ...(from === undefined ? {} : { from }),
    spared: recovery.spared.map((s) => ({ ...s })),
    elapsed: recovery.elapsed,
    staff: staffOf(recovery),
    team: recovery.team.map((m) => ({ ...m, roles: [...m.roles] })),
    assumedStaff: recovery.assumedStaff.map((a) => ({ ...a })),
    unstaffed: recovery.unstaffed.map((u) => ({ step: u.step, roles: [...u.roles] })),
    noRoom: recovery.noRoom.map((n) => ({ cluster: n.cluster, machines: [...n.machines] })),
    bypasses: recovery.bypasses.map((b) => ({ ...b, of: [...b.of] })),
    withoutData: [...recovery.withoutData],
    helpful: recovery.helpful.map((b) => ({ ...b, of: [...b.of], keeps: [...b.keeps] })),
    progress: mutable(recovery.progress),
    ...(changes ? { changes: mutable(changes) } : {}),
    steps: recovery.steps.map(({ unlocks: _, places, running, automatic, ...s }) => ({
      ...s,
      waitsFor: s.waitsFor.map((w) => ({ atLeast: w.atLeast, of: [...w.of], chosen: [...w.chosen] })),
      people: [...s.people],
      ...(places ? { places: [...places] } : {}),
      ...(automatic ? { automatic: true as const } : {}),
      ...(running ? { running: true as const } : {}),
    })),
    resumes: [...recovery.resumes].map(([resumed, at]) => ({ id: resumed, at })),
    deadlocks: recovery.deadlocks.map((d) => ({
      elements: [...d.elements],
      waiting: [...d.waiting],
      opened: !d.elements.some((e) => recovery.locked.includes(e)),
      sentence: d.sentence,
      cycle: d.cycle.map(({ from, to, when, relation, at }) => ({ from, to, when, relation, ...place(at) })),
      repairs: d.repairs.map((r) =>
        r.waived.map((w) => ({
          from: w.from,
          relation: w.relation,
          of: [...w.of],
          atLeast: w.atLeast,
          kind: w.kind,
          ...place(w.at),
        })),
      ),
    })),
    objectives: recovery.objectives.map(({ because, with: others, remedy, ...o }) => ({
      ...o,
      lowerBound: finite(o.lowerBound),
      scheduled: finite(o.scheduled),
      completeAt: finite(o.completeAt),
      ...(because ? { because: [...because] } : {}),
      ...(others ? { with: [...others] } : {}),
      ...(remedy ? { remedy } : {}),
    })),
    makespan: recovery.makespan,
    criticalPath: [...recovery.criticalPath],
    lost: recovery.lost.map((l) => ({ id: l.id, because: [...l.because] })),
    notServing: recovery.notServing.map((l) => ({ id: l.id, because: [...l.because] })),
    leftOut: recovery.leftOut.map((l) => ({ ...l })),
    optimal: recovery.optimal,
    objective: recovery.objective,
    passes: recovery.passes,
  };
}
