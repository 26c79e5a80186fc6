import type { Model } from '../../model/model.ts';
import type { Objective, Recovery, Step } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';
import { elapsed, inWords } from '../terminal.ts';
import { nameOf, placeOf, plural, promiseText, spanText, summaryText, timeText, verbOf, whoDoes } from './words.ts';

/** By what the rows stand together: all in the order of time, or by the people (else the roles) who do it. */
export type Grouping = 'time' | 'who';

/** One line of the picture; minutes after the start of the recovery. */
export interface ChartRow {
  /** The number of the step, the same as in all other views; empty where there is none. */
  readonly number: string;
  readonly label: string;
  readonly who: string;
  /** All of it, for those who point at it or have it read to them. */
  readonly title: string;
  readonly bar?: Pick<Step, 'start' | 'end' | 'attended' | 'critical' | 'slack'>;
  /** When it is back without a step. */
  readonly at?: number;
  /** Where flags stand. */
  readonly promises: readonly { readonly at: number; readonly kept: boolean }[];
  /** What was promised and what of it is broken, in few words; empty: nothing. */
  readonly promised: string;
}

/** A picture of a recovery before it has places on paper. */
export interface Chart {
  readonly title: string;
  readonly note: string;
  readonly groups: readonly { readonly name: string; readonly rows: readonly ChartRow[] }[];
  /** The last minute of the axis. */
  readonly end: number;
}

/** More rows than this nobody reads, and drawing them costs more than it tells. */
const mostSteps = 400;

/** The steps that a large picture shows: what decides the time, and what was promised, broken promises first. */
function chosenSteps({ steps, objectives }: Recovery): ReadonlySet<Step> {
  if (steps.length <= mostSteps) return new Set(steps);
  const verdicts = new Map<string, number>();
  for (const { element, verdict } of objectives) {
    verdicts.set(element, Math.max(verdicts.get(element) ?? 0, verdict === 'met' ? 1 : 2));
  }
  const worth = (step: Step): number => (step.critical ? 3 : (verdicts.get(step.element) ?? 0));
  const wanted = steps.filter((s) => worth(s) > 0).sort((a, b) => worth(b) - worth(a) || a.start - b.start);
  return new Set(wanted.slice(0, mostSteps));
}

/** "RTO 4h, MTPD 1d BROKEN: 35:28"; a flag stands where it ends on the axis, which begins so many minutes later. */
function promisesOf(objectives: readonly Objective[], alarm: number): Pick<ChartRow, 'promises' | 'promised'> {
  const sorted = [...objectives].sort((a, b) => a.limit - b.limit);
  const words = (all: readonly Objective[]): string =>
    all.map(({ basis, limit }) => `${basis.toUpperCase()} ${inWords(limit)}`).join(', ');
  const kept = words(sorted.filter((o) => o.verdict === 'met'));
  const broken = sorted.filter((o) => o.verdict !== 'met');
  const at = broken[0]?.scheduled ?? null;
  const missed = broken.length === 0 ? '' : `${words(broken)} BROKEN: ${at === null ? 'never' : elapsed(at)}`;
  return {
    promises: sorted.map(({ limit, verdict }) => ({ at: limit - alarm, kept: verdict === 'met' })),
    promised: [missed, kept].filter(Boolean).join('; '),
  };
}

interface Numbered {
  readonly step: Step;
  readonly row: ChartRow;
}

function rowsOf(recovery: Recovery, model: Model, clock: Clock | undefined): Numbered[] {
  const { steps, objectives } = recovery;
  const alarm = recovery.elapsed;
  const chosen = chosenSteps(recovery);
  const lastOf = new Map(steps.map((s) => [s.element, s]));
  return steps.flatMap((step, i) => {
    if (!chosen.has(step)) return [];
    // The promise is about the element: its flag stands at the last thing that is done to it.
    const own = lastOf.get(step.element) === step ? objectives.filter((o) => o.element === step.element) : [];
    const name = nameOf(model, step.element);
    const place = placeOf(step);
    const label = `${verbOf(step)} ${step.element}${place === undefined ? '' : ` on ${place}`}`;
    const who = whoDoes(step, model).join(', ');
    const marks = step.critical ? ', critical path' : '';
    const title = [
      `${i + 1}. ${label}${name === '' ? '' : ` (${name})`}, ${spanText(step, clock)}${marks}`,
      who,
      ...own.map(promiseText),
    ];
    const row = {
      number: String(i + 1),
      label: name === '' ? label : `${label} (${name})`,
      who,
      title: title.filter(Boolean).join('; '),
      bar: step,
      ...promisesOf(own, alarm),
    };
    return [{ step, row }];
  });
}

/** What comes back by itself and was promised. */
function resumedRows(recovery: Recovery, model: Model, clock: Clock | undefined): ChartRow[] {
  const { resumes, objectives } = recovery;
  const alarm = recovery.elapsed;
  return [...resumes].flatMap(([id, at]) => {
    const own = objectives.filter((o) => o.element === id);
    if (own.length === 0) return [];
    const name = nameOf(model, id);
    const label = name === '' ? id : `${id} (${name})`;
    const title = [`${label}, ${timeText(at, clock)}`, ...own.map(promiseText)].join('; ');
    return [{ number: '', label, who: '', title, at, ...promisesOf(own, alarm) }];
  });
}

function groupsOf(rows: readonly Numbered[], model: Model, grouping: Grouping): Chart['groups'] {
  const groups = new Map<string, ChartRow[]>();
  const add = (name: string, row: ChartRow): void => {
    const known = groups.get(name);
    if (known) known.push(row);
    else groups.set(name, [row]);
  };
  for (const { step, row } of rows) {
    if (grouping === 'time') {
      add('Steps, in the order of time', row);
      continue;
    }
    const people = whoDoes(step, model);
    for (const who of people) add(who, row);
    if (people.length === 0) add(step.action === 'wait' ? 'Nobody: waiting' : 'Nobody is named', row);
  }
  const all = [...groups].map(([name, own]) => ({ name, rows: own }));
  if (grouping === 'time') return all;
  const unnamed = (name: string): number => Number(name.startsWith('Nobody'));
  return all.sort((a, b) => unnamed(a.name) - unnamed(b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What a picture of a recovery shows. */
export function chartOf(recovery: Recovery, model: Model, clock: Clock | undefined, grouping: Grouping): Chart {
  const rows = rowsOf(recovery, model, clock);
  const resumed = resumedRows(recovery, model, clock);
  const { steps, makespan, resumes } = recovery;
  const cut = steps.length - rows.length;
  const left =
    cut === 0
      ? ''
      : ` Not drawn: ${plural(cut, 'step')} that are not on the critical path and promise nothing, or are too many; the text lists all.`;
  const groups = groupsOf(rows, model, grouping);
  return {
    title: `Recovery order: ${recovery.scenario.name}`,
    note: `${summaryText(recovery, clock)}.${left}`,
    groups: resumed.length === 0 ? groups : [...groups, { name: 'Comes back by itself', rows: resumed }],
    end: Math.max(1, makespan, ...resumes.values()),
  };
}
