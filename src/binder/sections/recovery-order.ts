import { momentsOf } from '../../recovery/moments.ts';
import type { Objective, Recovery } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import { type SectionInput, section } from '../binder.ts';
import { deadlockText } from '../deadlock-text.ts';
import { eventTitle } from '../event-title.ts';
import { clock, commas, nameOf, span } from '../format.ts';
import { seriesOf } from '../pictures/index.ts';
import { pictureWords } from '../pictures/texts.ts';
import { placesOf, stepRow, stepView } from '../step-rows.ts';
import { flag, group, list, text } from '../view.ts';
import { recoveryOrderWords } from '../words/recovery-order.ts';

type Say = (typeof recoveryOrderWords)['en'];

const lost = group({ id: text('Id.'), because: text('What it lacks.') }, 'An element.');
const view = {
  summary: text('How many steps, until when, with whom.'),
  notices: list(text('A sentence.'), 'What opens or bars the way.'),
  deadlocks: list(
    group(
      {
        elements: text('Ids that lock each other.'),
        sentence: text('How.'),
        waiting: text('What waits for them.'),
        wayOut: text('What would open it.'),
      },
      'A deadlock.',
    ),
    'What cannot be started.',
  ),
  lost: list(lost, 'What does not come back.'),
  notServing: list(lost, 'What comes up and gives no service.'),
  broken: text('How many promises are missed; empty: none.'),
  promises: list(
    group(
      {
        element: text('Name.'),
        id: text('Id.'),
        basis: text('RTO, MTPD or GRACE.'),
        limit: text('Within which time.'),
        says: text('What this order says of it.'),
        isKept: flag('Whether it is kept.'),
        chain: text('What decides it.'),
      },
      'A promise.',
    ),
    'What was promised, the missed first.',
  ),
  parts: list(group({ title: text('When.'), steps: list(stepView, 'Steps.') }, 'A part of the order.'), 'The order.'),
  resumes: list(
    group({ id: text('Id.'), name: text('Name.'), at: text('When.') }, 'An element.'),
    'What comes back without a step.',
  ),
  leftOut: list(group({ what: text('Id or file.'), reason: text('Why.') }, 'A part.'), 'What could not be read.'),
};

function promise({ facts }: SectionInput, o: Objective, say: Say) {
  const at = o.scheduled === null ? say.never : clock(o.scheduled);
  const says = {
    unreachable: say.unreachable,
    infeasible: say.infeasible(clock(o.lowerBound)),
    contested: say.contested(at),
    met: say.met(at),
  }[o.verdict];
  return {
    element: nameOf(facts, o.element),
    id: o.element,
    basis: o.basis.toUpperCase(),
    limit: span(o.limit),
    says,
    isKept: o.verdict === 'met',
    chain: (o.because ?? []).join(say.chain),
  };
}

function partsOf(input: SectionInput, { steps }: Recovery, say: Say) {
  const { now, next, later } = momentsOf(steps);
  const places = placesOf(steps);
  const parts = [
    { title: say.now, own: now },
    { title: say.next, own: next },
    { title: say.afterNext, own: later },
  ];
  return parts
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => ({ title, steps: own.map((s) => stepRow(input, s, places, say)) }));
}

/** How much there is to do, until when, and who was planned with. */
function summaryOf(
  { facts, common }: SectionInput,
  { steps, makespan, team, assumedStaff }: Recovery,
  say: Say,
): string {
  const busy = team.filter((m) => m.busy > 0);
  const later = busy
    .filter((m) => m.from !== null && m.from > 0)
    .map((m) => say.from(nameOfMember(facts.model, m.id), clock(m.from as number)));
  return [
    say.summary(steps.length, clock(makespan), busy.length === 0 ? '' : common.people(busy.length)),
    later.length === 0 ? '' : say.later(commas(later)),
    ...assumedStaff.map((a) => say.assumedStaff(nameOf(facts, a.role), a.needed)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What opens or bars the way: bypasses that are taken, steps without people, machines without room. */
function noticesOf({ bypasses, unstaffed, noRoom, withoutData }: Recovery, or: string, say: Say): readonly string[] {
  return [
    ...withoutData.map(say.withoutData),
    ...bypasses.map((b) => say.bypass(b.from, b.of.join(` ${or} `))),
    ...unstaffed.map((u) => say.unstaffed(u.step, commas(u.roles))),
    ...noRoom.map((n) => say.noRoom(n.cluster, commas(n.machines))),
  ];
}

/** What to start in which order, with boxes to tick; first what cannot be started and what cannot be kept. */
export const recoveryOrder = section({
  name: 'recovery-order',
  page: 'P10',
  extracts: ['role', 'scenario'],
  words: recoveryOrderWords,
  view,
  draws: true,
  build: (input, say) => {
    const { facts, recovery, common } = input;
    const missed = recovery.objectives.filter((o) => o.verdict !== 'met').length;
    const or = ` ${common.or} `;
    const pictures = seriesOf({ facts, recovery, texts: pictureWords[input.language] });
    return {
      title: say.order(eventTitle(recovery.scenario, common)),
      pictures: pictures.filter((series) => series.type === 'timetable'),
      content: {
        summary: summaryOf(input, recovery, say),
        notices: noticesOf(recovery, common.or, say),
        deadlocks: recovery.deadlocks
          .filter((d) => d.elements.some((e) => recovery.locked.includes(e)))
          .map((d) => ({
            elements: commas(d.elements),
            sentence: deadlockText(d, common),
            waiting: commas(d.waiting),
            wayOut: commas((d.repairs[0]?.waived ?? []).map((w) => say.letUp(w.from, w.of.join(or)))),
          })),
        lost: recovery.lost.map((l) => ({ id: l.id, because: commas(l.because) })),
        notServing: recovery.notServing.map((l) => ({ id: l.id, because: commas(l.because) })),
        broken: missed === 0 ? '' : say.broken(missed),
        promises: [...recovery.objectives]
          .sort((a, b) => Number(a.verdict === 'met') - Number(b.verdict === 'met'))
          .map((o) => promise(input, o, say)),
        parts: partsOf(input, recovery, say),
        resumes: [...recovery.resumes].map(([id, at]) => ({ id, name: nameOf(facts, id), at: clock(at) })),
        leftOut: recovery.leftOut.map((l) => ({ what: l.id ?? l.file, reason: l.reason })),
      },
    };
  },
});
