import type { Facts } from '../../analysis/index.ts';
import { momentsOf } from '../../recovery/moments.ts';
import type { Objective, Recovery, Step } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import type { SectionBuilder } from '../binder.ts';
import { anchorOf, clock, commas, nameOf, span, titleOf } from '../words.ts';

const verbs: Readonly<Record<Step['action'], string>> = {
  wait: 'Wait for the part of',
  isolate: 'Isolate',
  replace: 'Replace',
  rebuild: 'Rebuild',
  restore: 'Restore',
  failover: 'Fail over',
  bypass: 'Go round',
  normalise: 'Make whole',
  verify: 'Verify',
  restart: 'Start',
  shutdown: 'Shut down',
};

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

function stepRow(facts: Facts, step: Step, number: number) {
  const waits = step.waitsFor
    .map((w) => {
      const ids = [...new Set(w.of.map(elementOf))].filter((id) => id !== step.element);
      return ids.length === 0 ? '' : w.atLeast < w.of.length ? `${w.atLeast} of ${commas(ids)}` : commas(ids);
    })
    .filter(Boolean);
  const procedure = step.procedure === undefined ? undefined : facts.model.elements.get(step.procedure);
  const roles = Object.entries(step.staff).map(([id, n]) =>
    n > 1 ? `${n} × ${nameOf(facts, id)}` : nameOf(facts, id),
  );
  const alone = step.attended > 0 && step.attended < step.end - step.start && roles.length > 0;
  const people = step.people.map((id) => nameOfMember(facts.model, id));
  const who = people.length > 0 ? `${commas(people)} (${commas(roles)})` : commas(roles);
  return {
    number: String(number),
    verb: verbs[step.action],
    id: step.element,
    name: nameOf(facts, step.element) === step.element ? '' : nameOf(facts, step.element),
    anchor: facts.model.node(step.element) ? anchorOf(step.element) : '',
    planned: `${clock(step.start)}–${clock(step.end)}`,
    assumed: step.assumed ? 'time assumed' : '',
    after: waits.join('; '),
    who: step.automatic
      ? 'the farm restarts it by itself'
      : alone
        ? `${who}, until ${clock(step.start + step.attended)}`
        : who,
    on: step.placedOn === undefined ? '' : `on ${step.placedOn}, not its usual host`,
    procedure: procedure ? titleOf(procedure) : '',
    procedureAnchor: procedure ? anchorOf(procedure.id) : '',
    critical: step.critical ? 'critical path' : '',
  };
}

function promise(facts: Facts, o: Objective) {
  const at = o.scheduled === null ? 'never' : clock(o.scheduled);
  const says =
    o.verdict === 'unreachable'
      ? 'does not come back by this plan'
      : o.verdict === 'infeasible'
        ? `cannot be kept: ${clock(o.lowerBound)} at the earliest`
        : o.verdict === 'contested'
          ? `not kept by this order: ${at}`
          : `can be kept: ${at}`;
  return {
    element: nameOf(facts, o.element),
    id: o.element,
    basis: o.basis.toUpperCase(),
    limit: span(o.limit),
    says,
    kept: o.verdict === 'met',
    chain: (o.because ?? []).join(', after '),
  };
}

function brokenText({ objectives }: Recovery): string {
  const broken = objectives.filter((o) => o.verdict !== 'met').length;
  if (broken === 0) return '';
  return broken === 1
    ? 'One promise cannot be kept or will be missed'
    : `${broken} promises cannot be kept or will be missed`;
}

const partsOf = (facts: Facts, { steps }: Recovery) => {
  const { now, next, later } = momentsOf(steps);
  const number = new Map(steps.map((s, i) => [s, i + 1]));
  const parts = [
    { title: 'Now: begin these at once', own: now },
    { title: 'Next: what everybody does then', own: next },
    { title: 'Then, in this order', own: later },
  ];
  return parts
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => ({ title, steps: own.map((s) => stepRow(facts, s, number.get(s) as number)) }));
};

/** How much there is to do, until when, and who was planned with. */
function summaryOf(facts: Facts, { steps, makespan, team, assumedStaff }: Recovery): string {
  const busy = team.filter((m) => m.busy > 0);
  const later = busy
    .filter((m) => m.from !== null && m.from > 0)
    .map((m) => `${nameOfMember(facts.model, m.id)} from ${clock(m.from as number)}`);
  const who = busy.length === 0 ? '' : ` with ${busy.length === 1 ? 'one person' : `${busy.length} people`}`;
  const late = later.length === 0 ? '' : ` Not there at once: ${commas(later)}.`;
  const assumed = assumedStaff.map(
    (a) => ` The plan names too few people for ${nameOf(facts, a.role)}: ${a.needed} were assumed.`,
  );
  return `${steps.length === 1 ? '1 step' : `${steps.length} steps`}, over after ${clock(makespan)} hours${who}.${late}${assumed.join('')}`;
}

/** What opens or bars the way: bypasses that are taken, steps without people, machines without room. */
function noticesOf({ bypasses, unstaffed, noRoom, withoutData }: Recovery): readonly string[] {
  return [
    ...withoutData.map((id) => `${id} is set up anew without its data: nothing that could restore it comes back.`),
    ...bypasses.map((b) => `${b.from} comes up without ${b.of.join(' or ')}: a documented way round is taken.`),
    ...unstaffed.map((u) => `Nobody for ${u.step}: too few people of ${commas(u.roles)}.`),
    ...noRoom.map((n) => `No room on the hosts of ${n.cluster} for ${commas(n.machines)}.`),
  ];
}

/** What to start in which order, with boxes to tick; first what cannot be started and what cannot be kept. */
export const recoveryOrder: SectionBuilder = {
  name: 'recovery-order',
  build: ({ facts, recovery }) => ({
    title: `Recovery order: ${recovery.scenario.name}`,
    content: {
      summary: summaryOf(facts, recovery),
      notices: noticesOf(recovery),
      deadlocks: recovery.deadlocks
        .filter((d) => d.elements.some((e) => recovery.locked.includes(e)))
        .map((d) => ({
          elements: commas(d.elements),
          sentence: d.sentence,
          waiting: commas(d.waiting),
          wayOut: commas((d.repairs[0]?.waived ?? []).map((w) => `let ${w.from} come up without ${w.of.join(' or ')}`)),
        })),
      lost: recovery.lost.map((l) => ({ id: l.id, because: commas(l.because) })),
      notServing: recovery.notServing.map((l) => ({ id: l.id, because: commas(l.because) })),
      broken: brokenText(recovery),
      promises: [...recovery.objectives]
        .sort((a, b) => Number(a.verdict === 'met') - Number(b.verdict === 'met'))
        .map((o) => promise(facts, o)),
      parts: partsOf(facts, recovery),
      resumes: [...recovery.resumes].map(([id, at]) => ({ id, name: nameOf(facts, id), at: clock(at) })),
      leftOut: recovery.leftOut.map((l) => ({ what: l.id ?? l.file, reason: l.reason })),
    },
  }),
};
