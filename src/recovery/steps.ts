import type { Facts } from '../analysis/index.ts';
import type { Draft } from './draft.ts';
import type { Step } from './recovery.ts';
import type { Task } from './task-list.ts';
import { latestFinish } from './timed.ts';
import { waitsOf, wavesOf } from './waits.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The host of a farm that a machine is started on, where it is not its usual one. */
function otherHost({ placements }: Draft, { node, action }: Task): string | undefined {
  const placed = action === 'restart' ? placements.of.get(node.index)?.host.id : undefined;
  return placed === (node.data as { placedOn?: string }).placedOn ? undefined : placed;
}

/** The steps of a draft that are still to be done, in the order of time; of those that begin together what delays most first. */
export function stepsOf(facts: Facts, draft: Draft, critical: ReadonlySet<number>): readonly Step[] {
  const { timed, running } = draft;
  const { graph, swept, units, resources } = timed;
  const waits = waitsOf(graph, swept);
  const waves = wavesOf(graph, swept);
  const latest = latestFinish(timed);
  const steps: (Omit<Step, 'unlocks'> & { unlocks: string[] })[] = [];
  for (const task of graph.tasks) {
    if (task.action === null || task.doneAt !== undefined) continue;
    const { node, action, time, index } = task;
    const own = running.get(index) ?? units[index] ?? [];
    const placedOn = otherHost(draft, task);
    const automatic = action === 'restart' && draft.placements.of.get(node.index)?.automatic === true;
    const places = own.filter((u) => resources.isPlace[u]).map((u) => resources.names[u] as string);
    steps.push({
      id: task.id,
      element: node.id,
      action,
      wave: waves[index] as number,
      start: swept.start[index] as number,
      end: swept.finish[index] as number,
      attended: time.attended,
      waitsFor: waits(index),
      unlocks: [],
      staff: time.staff,
      people: own
        .filter((u) => !resources.isPlace[u])
        .map((u) => resources.names[u] as string)
        .sort(byText),
      ...(places.length === 0 ? {} : { places }),
      ...(time.procedure === undefined ? {} : { procedure: time.procedure }),
      ...(placedOn === undefined ? {} : { placedOn }),
      ...(automatic ? { automatic } : {}),
      ...(task.running ? { running: true } : {}),
      critical: critical.has(index),
      slack: Math.max(0, (latest[index] as number) - (swept.finish[index] as number)),
      assumed: time.assumed,
      availability: facts.needs.effective(node.index, 'availability'),
    });
  }
  const byId = new Map(steps.map((s) => [s.id, s]));
  for (const step of steps) {
    for (const id of new Set(step.waitsFor.flatMap((w) => w.of))) byId.get(id)?.unlocks.push(step.id);
  }
  for (const step of steps) step.unlocks.sort(byText);
  return steps.sort(
    (a, b) =>
      a.start - b.start || a.wave - b.wave || a.slack - b.slack || byText(a.element, b.element) || a.end - b.end,
  );
}
