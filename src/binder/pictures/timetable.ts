import type { Model } from '../../model/model.ts';
import type { Objective, Recovery, Step } from '../../recovery/recovery.ts';
import { nameOfMember } from '../../recovery/team.ts';
import { commas, clock as onClock, span } from '../format.ts';
import type { PictureInput, PromiseMark, TimetableGroup, TimetableRow, TimetableSeries, WallClock } from './picture.ts';
import { type PictureTexts, pictureTexts } from './texts.ts';

/** More rows than this nobody reads. */
const mostRows = 300;

/** Marks on the axis: as many as have room beside each other. */
const mostTicks = 8;

const tickSteps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 10_080, 40_320];

function ticksOf(end: number, clock: WallClock | undefined, texts: PictureTexts): TimetableSeries['ticks'] {
  const step = tickSteps.find((s) => end / s <= mostTicks) ?? Math.ceil(end / mostTicks);
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => {
    const at = i * step;
    const moment = clock === undefined ? '' : i === 0 ? clock.moment(0) : clock.next(at, at - step);
    return { at, text: texts.sinceStart(onClock(at)), moment };
  });
}

/** The steps that a large picture shows: what decides the time, then what was promised, broken promises first. */
function chosenSteps({ steps, objectives }: Recovery): ReadonlySet<Step> {
  if (steps.length <= mostRows) return new Set(steps);
  const verdicts = new Map<string, number>();
  for (const { element, verdict } of objectives) {
    verdicts.set(element, Math.max(verdicts.get(element) ?? 0, verdict === 'met' ? 1 : 2));
  }
  const worth = (step: Step): number => (step.critical ? 3 : (verdicts.get(step.element) ?? 0));
  const wanted = steps.filter((s) => worth(s) > 0).sort((a, b) => worth(b) - worth(a) || a.start - b.start);
  return new Set(wanted.slice(0, mostRows));
}

function promiseMarks(objectives: readonly Objective[], alarm: number, texts: PictureTexts): readonly PromiseMark[] {
  return [...objectives]
    .sort((a, b) => a.limit - b.limit || (a.basis < b.basis ? -1 : 1))
    .map(({ basis, limit, verdict, scheduled }) => {
      const kept = verdict === 'met';
      const [name, length] = [basis.toUpperCase(), span(limit)];
      const at = scheduled === null ? texts.never : onClock(scheduled);
      return {
        at: limit - alarm,
        kept,
        text: kept ? texts.promise(name, length) : texts.brokenPromise(name, length, at),
      };
    });
}

const peopleOf = (model: Model, step: Step): readonly string[] =>
  step.people.length > 0
    ? step.people.map((id) => nameOfMember(model, id))
    : Object.keys(step.staff).map((id) => model.elements.get(id)?.name ?? id);

interface Numbered {
  readonly step: Step;
  readonly row: TimetableRow;
}

function rowsOf({ facts: { model }, recovery, clock, texts = pictureTexts }: PictureInput): readonly Numbered[] {
  const { steps, objectives } = recovery;
  const chosen = chosenSteps(recovery);
  const ends = new Map(steps.map((s) => [s.id, s.end]));
  const lastOf = new Map(steps.map((s) => [s.element, s]));
  return steps.flatMap((step, i) => {
    if (!chosen.has(step)) return [];
    // The promise is about the element: it stands at the last thing that is done to it.
    const own = lastOf.get(step.element) === step ? objectives.filter((o) => o.element === step.element) : [];
    const ready = Math.max(0, ...step.waitsFor.flatMap((w) => w.chosen.map((id) => ends.get(id) ?? 0)));
    const [from, to] = [step.start, step.end].map((m) => (clock ? clock.next(m, 0) : onClock(m))) as [string, string];
    const place = step.placedOn ?? step.places?.[0];
    const row: TimetableRow = {
      number: String(i + 1),
      label: { id: step.element, name: model.elements.get(step.element)?.name ?? step.element },
      does: texts.verbs[step.action] ?? step.action,
      who: [
        step.automatic ? texts.farmDoesIt : commas(peopleOf(model, step)),
        place === undefined ? '' : texts.onHost(place),
      ]
        .filter(Boolean)
        .join(', '),
      start: step.start,
      end: step.end,
      attended: step.attended,
      ready: Math.min(ready, step.start),
      critical: step.critical,
      promises: promiseMarks(own, recovery.elapsed, texts),
      when: texts.fromTo(from, to),
    };
    return [{ step, row }];
  });
}

/** What comes back without a step and was promised. */
function resumedRows({ facts: { model }, recovery, texts = pictureTexts }: PictureInput): readonly TimetableRow[] {
  return [...recovery.resumes].flatMap(([id, at]) => {
    const own = recovery.objectives.filter((o) => o.element === id);
    if (own.length === 0) return [];
    return [
      {
        number: '',
        label: { id, name: model.elements.get(id)?.name ?? id },
        does: '',
        who: '',
        start: at,
        end: at,
        attended: 0,
        ready: at,
        critical: false,
        promises: promiseMarks(own, recovery.elapsed, texts),
        when: onClock(at),
      },
    ];
  });
}

const seriesWith = (
  input: PictureInput,
  rows: readonly Numbered[],
  groups: readonly TimetableGroup[],
  letter: string,
  title: string,
): TimetableSeries => {
  const { recovery, clock, texts = pictureTexts } = input;
  const drawn = new Set(rows.map((r) => r.step));
  const end = Math.max(1, recovery.makespan, ...groups.flatMap((g) => g.rows.map((r) => r.end)));
  return {
    type: 'timetable',
    letter,
    title: [title, recovery.scenario.name].filter(Boolean).join(': '),
    groups,
    end,
    ticks: ticksOf(end, clock, texts),
    leftOut: recovery.steps.filter((s) => !drawn.has(s)).map((s) => s.id),
  };
};

/** The recovery order on an axis of time, wave by wave; undefined: there is nothing to do. */
export function timetable(input: PictureInput): TimetableSeries | undefined {
  const { recovery, texts = pictureTexts } = input;
  if (recovery.steps.length === 0) return undefined;
  const rows = rowsOf(input);
  const waves = new Map<number, TimetableRow[]>();
  for (const { step, row } of rows) waves.set(step.wave, [...(waves.get(step.wave) ?? []), row]);
  const groups = [...waves]
    .sort((a, b) => a[0] - b[0])
    .map(([wave, own]): TimetableGroup => ({ title: texts.wave(wave), rows: own }));
  const resumed = resumedRows(input);
  const all = resumed.length === 0 ? groups : [...groups, { title: texts.backAgain, rows: resumed }];
  return seriesWith(input, rows, all, 'R', texts.timetable);
}

/** The same by person: who is busy when. */
export function timetableByPerson(input: PictureInput): TimetableSeries | undefined {
  const { facts, recovery, texts = pictureTexts } = input;
  const rows = rowsOf(input);
  const people = new Map<string, TimetableRow[]>();
  for (const { step, row } of rows) {
    const all = peopleOf(facts.model, step);
    for (const name of all) {
      const others = commas(all.filter((other) => other !== name));
      people.set(name, [...(people.get(name) ?? []), { ...row, who: others === '' ? '' : texts.with(others) }]);
    }
  }
  if (people.size === 0 || recovery.steps.length === 0) return undefined;
  const groups = [...people]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([title, own]): TimetableGroup => ({ title, rows: own }));
  return seriesWith(input, rows, groups, 'W', texts.byPerson);
}
