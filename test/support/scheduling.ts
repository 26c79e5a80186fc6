import { buildAndOr, type Group } from '../../src/analysis/index.ts';
import type { Demand, Problem } from '../../src/recovery/schedule/problem.ts';
import { numbers } from './random-plan.ts';

/** A task as the reference instances and the generator below describe it. */
export interface PlainTask {
  readonly duration: number;
  readonly attended?: number;
  readonly people: Readonly<Record<string, number>>;
  readonly needs: readonly { readonly k: number; readonly of: readonly number[] }[];
  readonly rto: number;
  readonly weight: number;
}

/** People by name, with the roles they hold and from when they are there. */
export type PlainTeam = readonly { readonly roles: readonly string[]; readonly from?: number }[];

export type PlainObjective = 'lateness' | 'weighted' | 'makespan';

/** What a timetable is worth: greatest lateness, weighted sum of completion times, makespan; the first one put first. */
export function plainScore(tasks: readonly PlainTask[], first: PlainObjective) {
  const order = { lateness: [0, 1, 2], weighted: [1, 0, 2], makespan: [1, 2, 0] }[first] as [number, number, number];
  return (finish: ArrayLike<number>, out: Float64Array): void => {
    let late = 0;
    let sum = 0;
    let end = 0;
    tasks.forEach((task, t) => {
      const at = finish[t] as number;
      if (at === Number.POSITIVE_INFINITY) return;
      late = Math.max(late, at - task.rto);
      sum += at * task.weight;
      end = Math.max(end, at);
    });
    out[order[0]] = late;
    out[order[1]] = sum;
    out[order[2]] = end;
  };
}

/** The scheduler's problem of plain tasks. `shift` is taken off every RTO, so that tardiness measures lateness. */
export function problemOf(tasks: readonly PlainTask[], team: PlainTeam, first: PlainObjective, shift = 0): Problem {
  const shifted = tasks.map((t) => ({ ...t, rto: t.rto - shift }));
  const groups: Group[] = tasks.flatMap((t, node) =>
    t.needs.map(({ k, of }) => ({ node, need: k, members: of, tag: -1 })),
  );
  const holders = (role: string): Int32Array =>
    Int32Array.from(
      team
        .flatMap(({ roles }, u) => (roles.includes(role) ? [u] : []))
        .sort((a, b) => (team[a]?.roles.length ?? 0) - (team[b]?.roles.length ?? 0) || a - b),
    );
  const demands: Demand[] = [];
  const demandOf = Int32Array.from(tasks, ({ people }) => {
    const slots = Object.entries(people).flatMap(([role, n]) =>
      Array.from({ length: n }, () => ({ units: holders(role), whole: false })),
    );
    return slots.length === 0 ? -1 : demands.push({ slots, simple: false }) - 1;
  });
  return {
    graph: buildAndOr(tasks.length, groups),
    duration: Float64Array.from(tasks, (t) => t.duration),
    attended: Float64Array.from(tasks, (t) => t.attended ?? t.duration),
    demandOf,
    demands,
    availableFrom: Float64Array.from(team, (m) => m.from ?? 0),
    score: plainScore(shifted, first),
    components: 3,
    lateAt: first === 'lateness' ? [0, 0, 0] : [1, 1, 1],
    makespanAt: first === 'makespan' ? 0 : 2,
    due: Float64Array.from(shifted, (t) => t.rto),
    weight: Float64Array.from(tasks, (t) => t.weight),
    level: new Uint8Array(tasks.length).fill(1),
  };
}

/**
 * Small problems from a seed, all of which can be done: alternatives, k of n, circles among alternatives, people with
 * several roles who come later, parts that run alone.
 */
export function randomProblem(seed: number, most: number): { tasks: PlainTask[]; team: PlainTeam } {
  const random = numbers(seed);
  const size = 2 + random(most - 1);
  const roles = ['a', 'b'].slice(0, 1 + random(2));
  const people = 1 + random(3);
  const team = Array.from({ length: people }, (_, i) => {
    const own = roles.filter((_, r) => r === i % roles.length || random(3) === 0);
    return { roles: own, ...(random(4) === 0 ? { from: 5 * random(6) } : {}) };
  });
  const tasks = Array.from({ length: size }, (_, t): PlainTask => {
    const duration = random(8) === 0 ? 0 : 5 * (1 + random(6));
    const earlier = Array.from({ length: t }, (_, i) => i);
    const anyOne = Array.from({ length: size }, (_, i) => i).filter((i) => i !== t);
    const pick = (from: readonly number[], n: number): number[] =>
      [...new Set(Array.from({ length: n }, () => from[random(from.length)] as number))].sort((a, b) => a - b);
    const needs: { k: number; of: number[] }[] = [];
    for (let n = t === 0 ? 0 : random(3); n > 0; n--) {
      const kind = random(3);
      // One that lies behind makes the group startable; the others may wait for this one in turn.
      const of = kind === 0 ? pick(earlier, 1) : [...new Set([...pick(earlier, 1), ...pick(anyOne, 2)])];
      needs.push({ k: kind === 2 && of.length > 2 && of.filter((i) => i < t).length > 1 ? 2 : 1, of });
    }
    // Nobody is needed for what takes no time.
    const staffed = random(5) > 0 && duration > 0;
    const role = roles[random(roles.length)] as string;
    const holders = team.filter((m) => m.roles.includes(role)).length;
    const count = staffed && holders > 0 ? (random(6) === 0 && holders > 1 ? 2 : 1) : 0;
    return {
      duration,
      attended: random(3) === 0 ? Math.min(duration, 5) : duration,
      people: count === 0 ? {} : { [role]: count },
      needs,
      rto: 20 + 5 * random(30),
      weight: 1 + random(5),
    };
  });
  return { tasks, team };
}

/**
 * The best score by trying everything: every order in which tasks can begin, every choice of people; each task begins
 * when its needs are met and its people are free, never before the one placed before it.
 */
export function bruteForce(tasks: readonly PlainTask[], team: PlainTeam, first: PlainObjective): Float64Array {
  const score = plainScore(tasks, first);
  const best = new Float64Array(3).fill(Number.POSITIVE_INFINITY);
  const found = new Float64Array(3);
  const finish: number[] = tasks.map(() => Number.POSITIVE_INFINITY);
  const free = team.map((m) => m.from ?? 0);
  const readyAt = (t: number): number =>
    Math.max(
      0,
      ...(tasks[t] as PlainTask).needs.map(
        ({ k, of }) => of.map((i) => finish[i] as number).sort((a, b) => a - b)[k - 1] as number,
      ),
    );
  const choices = (wanted: readonly string[], taken: readonly number[] = []): number[][] => {
    const [role, ...rest] = wanted;
    if (role === undefined) return [[...taken]];
    return team.flatMap((m, u) => (m.roles.includes(role) && !taken.includes(u) ? choices(rest, [...taken, u]) : []));
  };
  const wanted = tasks.map(({ people }) =>
    Object.entries(people).flatMap(([role, n]) => new Array<string>(n).fill(role)),
  );
  const place = (left: number, at: number): void => {
    if (left === 0) {
      score(finish, found);
      for (let i = 0; i < 3; i++) {
        if (found[i] === best[i]) continue;
        if ((found[i] as number) < (best[i] as number)) best.set(found);
        break;
      }
      return;
    }
    tasks.forEach((task, t) => {
      if (finish[t] !== Number.POSITIVE_INFINITY) return;
      const ready = readyAt(t);
      if (ready === Number.POSITIVE_INFINITY) return;
      for (const people of choices(wanted[t] as string[])) {
        const begins = Math.max(ready, ...people.map((u) => free[u] as number));
        if (begins < at) continue;
        const before = people.map((u) => free[u] as number);
        finish[t] = begins + task.duration;
        for (const u of people)
          if ((task.attended ?? task.duration) > 0) free[u] = begins + (task.attended ?? task.duration);
        place(left - 1, begins);
        finish[t] = Number.POSITIVE_INFINITY;
        people.forEach((u, i) => {
          free[u] = before[i] as number;
        });
      }
    });
  };
  place(tasks.length, 0);
  return best;
}
