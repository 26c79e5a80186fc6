import * as z from 'zod';
import type { Range } from '../../diagnostics/location.ts';
import { effects, levels } from '../../inventory/index.ts';
import { actions, type Recovery } from '../../recovery/recovery.ts';
import { type Header, headerShape } from '../header.ts';

const id = z.string();
const minutes = z.number().int().min(0);
const ids = z.array(id);

const step = z.strictObject({
  id: id.describe('Element and action: "mail/restart".'),
  element: id.describe('The element it is done to.'),
  action: z.enum([...actions, 'normalise']).describe('What is done.'),
  wave: z.number().int().min(1).describe('1 + the greatest wave of the steps it waits for.'),
  start: minutes.describe('Minutes after the recovery begins.'),
  end: minutes.describe('Minutes after the recovery begins.'),
  attended: minutes.describe('The first minutes, which need the staff.'),
  waitsFor: z
    .array(z.strictObject({ atLeast: z.number().int().min(1), of: ids, chosen: ids }))
    .describe('For each, at least so many of these steps are over before it starts; chosen: those that are first.'),
  staff: z.record(id, z.number().int().min(1)).describe('How many of which role.'),
  people: ids.describe('Who does it, where people were assigned.'),
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

/** `drplan/recovery-order/1`, as `outputs.md` describes it. */
export const recoveryOrderSchema = z.strictObject({
  schema: z.literal('drplan/recovery-order/1'),
  ...headerShape,
  scenario: z.strictObject({
    id: id.nullable().describe('The scenario; null when it was made of --failed or is the cold start of everything.'),
    name: z.string(),
    failed: z.array(z.strictObject({ id, effect: z.enum(effects) })),
  }),
  impact: z
    .strictObject({
      down: z.array(z.strictObject({ id, after: minutes, because: ids })),
      degraded: z.array(z.strictObject({ id, kind: z.enum(['redundancy', 'function']), lost: ids })),
      perhapsStopped: ids,
      suspect: z.array(z.strictObject({ id, from: id })),
      upCount: minutes,
    })
    .describe('What is hit: down (minutes after the failure, and why), up with less, to be verified.'),
  staff: z.record(id, z.number().int()).describe('The people that were planned with; empty: no limits were applied.'),
  steps: z.array(step),
  resumes: z.array(z.strictObject({ id, at: minutes })).describe('What comes back without a step of its own.'),
  deadlocks: z.array(
    z.strictObject({
      elements: ids.describe('They lock each other.'),
      waiting: ids.describe('They only wait for the ones above.'),
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
      because: ids.optional(),
    }),
  ),
  makespan: minutes,
  criticalPath: ids,
  lost: z.array(z.strictObject({ id, because: ids })).describe('What does not come back.'),
  notServing: z
    .array(z.strictObject({ id, because: ids }))
    .describe('What is up again and gives no service all the same.'),
  leftOut: z.array(z.strictObject({ id: id.optional(), file: z.string(), reason: z.string() })),
  optimal: z.boolean(),
});

type Place = Recovery['deadlocks'][number]['cycle'][number]['at'];

/** The recovery as `drplan/recovery-order/1`. `locate` counts lines for the links of a deadlock. */
export function recoveryOrderJson(
  recovery: Recovery,
  header: Header,
  locate: (at: Place) => Range,
): z.output<typeof recoveryOrderSchema> {
  const place = (at: Place) => ({ file: at.file, line: locate(at).line });
  const finite = (n: number | null): number | null => (n === null || !Number.isFinite(n) ? null : Math.round(n));
  return {
    schema: 'drplan/recovery-order/1',
    ...header,
    scenario: { ...recovery.scenario, failed: [...recovery.scenario.failed] },
    impact: {
      down: recovery.impact.down.map((d) => ({ ...d, because: [...d.because] })),
      degraded: recovery.impact.degraded.map((d) => ({ ...d, lost: [...d.lost] })),
      perhapsStopped: [...recovery.impact.perhapsStopped],
      suspect: recovery.impact.suspect.map((s) => ({ ...s })),
      upCount: recovery.impact.upCount,
    },
    staff: {},
    steps: recovery.steps.map(({ unlocks: _, ...s }) => ({
      ...s,
      waitsFor: s.waitsFor.map((w) => ({ atLeast: w.atLeast, of: [...w.of], chosen: [...w.chosen] })),
      people: [...s.people],
    })),
    resumes: [...recovery.resumes].map(([resumed, at]) => ({ id: resumed, at })),
    deadlocks: recovery.deadlocks.map((d) => ({
      elements: [...d.elements],
      waiting: [...d.waiting],
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
    objectives: recovery.objectives.map(({ because, ...o }) => ({
      ...o,
      lowerBound: finite(o.lowerBound),
      scheduled: finite(o.scheduled),
      completeAt: finite(o.completeAt),
      ...(because ? { because: [...because] } : {}),
    })),
    makespan: recovery.makespan,
    criticalPath: [...recovery.criticalPath],
    lost: recovery.lost.map((l) => ({ id: l.id, because: [...l.because] })),
    notServing: recovery.notServing.map((l) => ({ id: l.id, because: [...l.because] })),
    leftOut: recovery.leftOut.map((l) => ({ ...l })),
    optimal: recovery.optimal,
  };
}
