import type { Facts } from '../../analysis/index.ts';
import type { Objective, Recovery, Step } from '../../recovery/recovery.ts';
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
  const staff = Object.entries(step.staff).map(([id, n]) =>
    n > 1 ? `${n} × ${nameOf(facts, id)}` : nameOf(facts, id),
  );
  return {
    number: String(number),
    verb: verbs[step.action],
    id: step.element,
    name: nameOf(facts, step.element) === step.element ? '' : nameOf(facts, step.element),
    anchor: facts.model.node(step.element) ? anchorOf(step.element) : '',
    planned: `${clock(step.start)}–${clock(step.end)}`,
    assumed: step.assumed ? 'time assumed' : '',
    after: waits.join('; '),
    who: commas(staff),
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

const wavesOf = (facts: Facts, recovery: Recovery) => {
  const waves: { number: string; steps: ReturnType<typeof stepRow>[] }[] = [];
  for (const [i, step] of recovery.steps.entries()) {
    const name = String(step.wave);
    if (waves.at(-1)?.number !== name) waves.push({ number: name, steps: [] });
    waves.at(-1)?.steps.push(stepRow(facts, step, i + 1));
  }
  return waves;
};

/** What to start in which order, with boxes to tick; first what cannot be started and what cannot be kept. */
export const recoveryOrder: SectionBuilder = {
  name: 'recovery-order',
  build: ({ facts, recovery }) => ({
    title: `Recovery order: ${recovery.scenario.name}`,
    content: {
      summary: `${recovery.steps.length} steps, ${clock(recovery.makespan)} hours at the earliest, with enough people for all that can be done at once.`,
      deadlocks: recovery.deadlocks.map((d) => ({
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
      waves: wavesOf(facts, recovery),
      resumes: [...recovery.resumes].map(([id, at]) => ({ id, name: nameOf(facts, id), at: clock(at) })),
      leftOut: recovery.leftOut.map((l) => ({ what: l.id ?? l.file, reason: l.reason })),
    },
  }),
};
