import type { Facts } from '../analysis/index.ts';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import { type Entry, type Journal, readJournal, stateOf } from '../journal/journal.ts';
import { alarmTime } from '../recovery/draft.ts';
import type { OrderOptions } from '../recovery/order.ts';
import type { Reported } from '../recovery/task-list.ts';
import { type Clock, clockOf, isZone, parseMoment } from '../views/clock.ts';
import type { OrderFlags } from './order-options.ts';

/** What the user asks of an order, resolved: times in minutes from the moment of planning. */
export interface OrderRequest {
  readonly options: OrderOptions;
  /** The clock, where the moment of planning is known. */
  readonly clock: Clock | undefined;
  /** Something has been reported: the order is the rest of one that is under way. */
  readonly isReplanned: boolean;
  /** What of the journal could not be used. */
  readonly notices: readonly string[];
}

const usage = (message: string, hint?: string): UserError => new UserError(message, exitCode.usage, hint);

const minuteMs = 60_000;
const minutesBetween = (from: number, to: number): number => Math.round((to - from) / minuteMs);

function wholeNumber(text: string, what: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= 1_000_000) return value;
  throw usage(`"${text}" is not ${what}`, `write a whole number from ${least}`);
}

/** Hours and minutes from the moment of planning: `2:30`. */
function hoursOf(text: string): number | undefined {
  const found = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** The step ids of an order, and elements that have steps in it. */
export interface KnownSteps {
  readonly steps: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

/** Steps and elements as the user names them. @throws UserError (usage) with the near miss */
function stepsNamed(ids: readonly string[], known: KnownSteps, flag: string, wholeElements: boolean): string[] {
  return ids
    .flatMap((text) => text.split(','))
    .map((id) => {
      if (known.steps.has(id) || (wholeElements && known.elements.has(id))) return id;
      const own = [...known.steps].filter((s) => s.startsWith(`${id}/`));
      if (own.length === 1) return own[0] as string;
      const near = nearest(id, [...known.steps, ...known.elements]);
      const hint = own.length > 1 ? `its steps are: ${own.join(', ')}` : near ? `did you mean "${near}"?` : undefined;
      throw usage(`${flag} ${id}: this order has no such step`, hint);
    });
}

interface Times {
  readonly zone: string;
  /** The moment of planning. */
  readonly from: number | undefined;
  readonly outage: number | undefined;
  readonly at: (text: string, flag: string) => number;
}

/** The moment of planning and the start of the outage: as the flags say, else as the journal says. */
function timesOf(facts: Facts, flags: OrderFlags, journal: Journal | undefined): Times {
  const zone = facts.model.plan?.timezone ?? 'UTC';
  const known = isZone(zone) ? zone : 'UTC';
  const at = (text: string, flag: string): number => {
    const parsed = parseMoment(text, known, facts.today);
    if ('problem' in parsed) throw usage(`${flag}: ${parsed.problem}`, parsed.hint);
    return parsed.at;
  };
  const state = journal && stateOf(journal);
  const from = flags.from === undefined ? state?.latest : at(flags.from, '--from');
  const outage = flags.outage === undefined ? state?.opened : at(flags.outage, '--outage');
  if (from !== undefined && outage !== undefined && outage > from) {
    throw usage('the outage begins after the moment of planning', 'check --outage, --from and the journal');
  }
  if (outage !== undefined && from === undefined) throw usage('--outage needs --from: the moment of planning');
  return { zone: known, from, outage, at };
}

function staffOf(facts: Facts, flags: OrderFlags, times: Times): OrderOptions['staff'] {
  if (!flags.staff) return undefined;
  const roles = facts.model.of('role').map((r) => r.id);
  const staff = new Map<string, { count: number; from: number }[]>();
  for (const text of flags.staff.flatMap((t) => t.split(','))) {
    const found = /^([^=]+)=([^@]+)(?:@(.+))?$/.exec(text);
    if (!found)
      throw usage(`--staff ${text}: expected ROLE=N or ROLE=N@TIME`, 'such as --staff database-admin=1@02:00');
    const [, role = '', count = '', time] = found;
    if (!roles.includes(role)) {
      const near = nearest(role, roles);
      throw usage(
        `there is no role "${role}" in the plan`,
        near ? `did you mean "${near}"?` : `there are: ${roles.join(', ')}`,
      );
    }
    const entry = {
      count: wholeNumber(count, 'a number of people', 0),
      from: time === undefined ? 0 : arrival(time, times),
    };
    staff.set(role, [...(staff.get(role) ?? []), entry]);
  }
  return staff;
}

/** When somebody comes: by the clock where the moment of planning is known, else so many hours after it. */
function arrival(text: string, { from, at }: Times): number {
  if (from !== undefined) {
    const minutes = minutesBetween(from, at(text, '--staff'));
    // A time of the day that lies behind is that of tomorrow.
    const next = minutes < 0 && /^\d{1,2}:\d{2}$/.test(text) ? minutes + 1440 : minutes;
    return Math.max(0, next);
  }
  const hours = hoursOf(text);
  if (hours === undefined)
    throw usage(`--staff …@${text}: expected hours and minutes from now, such as 2:00`, 'or give --from');
  return hours;
}

function presentOf(facts: Facts, flags: OrderFlags): ReadonlySet<string> | undefined {
  if (!flags.present) return undefined;
  const people = facts.model.of('person').map((p) => p.id);
  const named = flags.present.flatMap((t) => t.split(','));
  for (const id of named) {
    if (people.includes(id)) continue;
    const near = nearest(id, people);
    throw usage(`there is no person "${id}" in the plan`, near ? `did you mean "${near}"?` : undefined);
  }
  return new Set(named);
}

/** What the journal says of steps of this order; the rest of it is told. */
function journalReports(journal: Journal, known: KnownSteps, from: number) {
  const { done, running, failed } = stateOf(journal);
  const isKnown = (id: string): boolean => known.steps.has(id) || known.elements.has(id);
  const strange = journal.entries.filter((e: Entry) => e.step !== undefined && !isKnown(e.step));
  const minutes = (at: number): number => minutesBetween(from, at);
  return {
    done: new Map([...done].filter(([id]) => isKnown(id)).map(([id, at]) => [id, Math.min(0, minutes(at))])),
    running: new Map(
      [...running]
        .filter(([id]) => known.steps.has(id))
        .map(([id, { at, by }]) => [id, { since: Math.max(0, -minutes(at)), by }]),
    ),
    failed: new Set([...failed].filter((id) => known.steps.has(id))),
    notices: [
      ...journal.notices.map((n) => `journal, line ${n.line}: ${n.problem}; this line was left out`),
      ...strange.map((e) => `journal, line ${e.line}: this order has no step "${e.step}"; this line was left out`),
    ],
  };
}

/**
 * Resolves the flags. `stepsOf` plans without reports, so that reported steps can be checked; asked only when needed.
 * @param journal the text of the journal
 * @throws UserError (usage) for whatever cannot be meant
 */
export function orderRequest(
  facts: Facts,
  flags: OrderFlags,
  journal: string | undefined,
  stepsOf: (options: OrderOptions) => KnownSteps,
): OrderRequest {
  const read = journal === undefined ? undefined : readJournal(journal);
  const times = timesOf(facts, flags, read);
  const { from, outage, zone } = times;
  const alarm = alarmTime(facts.model);
  const elapsed = from !== undefined && outage !== undefined ? minutesBetween(outage, from) : alarm;
  const staff = staffOf(facts, flags, times);
  const present = presentOf(facts, flags);
  const base: OrderOptions = {
    ...(staff ? { staff } : {}),
    ...(present ? { present } : {}),
    ...(flags.objective ? { aim: flags.objective } : {}),
    ...(flags.passes === undefined ? {} : { passes: wholeNumber(flags.passes, 'a number of passes', 1) }),
    ...(flags.allowBypass ? { allowBypass: true } : {}),
    elapsed,
    travelled: Math.max(0, elapsed - alarm),
  };
  const clock = from === undefined ? undefined : clockOf({ from, zone });
  const written = facts.model.plan?.timezone;
  const strange =
    clock && written !== undefined && !isZone(written)
      ? [`the time zone "${written}" of the plan is not known here; times are in UTC`]
      : [];
  const isReplanned = flags.done !== undefined || flags.failedStep !== undefined || read !== undefined;
  if (!isReplanned) return { options: base, clock, isReplanned, notices: strange };
  const known = stepsOf({ ...base, passes: 1 });
  const told = read && journalReports(read, known, from ?? 0);
  const done = new Map(told?.done);
  for (const id of stepsNamed(flags.done ?? [], known, '--done', true)) if (!done.has(id)) done.set(id, 0);
  const failed = new Set(told?.failed);
  for (const id of stepsNamed(flags.failedStep ?? [], known, '--failed-step', false)) failed.add(id);
  const reported: Reported = { done, running: told?.running ?? new Map(), failed };
  return { options: { ...base, reported }, clock, isReplanned, notices: [...strange, ...(told?.notices ?? [])] };
}
