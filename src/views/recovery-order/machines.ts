import { printable } from '../../diagnostics/printable.ts';
import type { Model, Node } from '../../model/model.ts';
import type { Recovery, Step } from '../../recovery/recovery.ts';
import { timeOf } from '../../recovery/times.ts';
import { nameOf, placeOf } from './words.ts';

/** A virtual machine that is started, as a virtualisation product needs to know it. */
export interface Machine {
  readonly step: Step;
  readonly id: string;
  /** Its number or name in the product; undefined: the plan does not say, or no command can hold what it says. */
  readonly vmId: string | undefined;
  /** Where it is started; a farm where its host is not said, undefined where nothing is. */
  readonly host: string | undefined;
  readonly label: string;
  /** Seconds until it is up, and until it is down. */
  readonly up: number;
  readonly down: number;
}

interface Data {
  readonly vmId?: string;
  readonly placedOn?: string;
  readonly runsOn?: string | { readonly id?: string };
}

function hostOf(step: Step, { placedOn, runsOn }: Data): string | undefined {
  return placeOf(step) ?? placedOn ?? (typeof runsOn === 'string' ? runsOn : runsOn?.id);
}

/** The virtual machines that are started, the first to start first, each after all it waits for. */
export function machinesOf({ steps }: Recovery, model: Model): readonly Machine[] {
  return steps
    .filter((s) => s.action === 'restart' && model.node(s.element)?.kind === 'virtualMachine')
    .map((step) => {
      const node = model.node(step.element) as Node;
      const data = node.data as Data;
      const name = nameOf(model, node.id);
      // A name that would have to be changed to be printed is the name of something else.
      const usable = data.vmId !== undefined && data.vmId !== '' && printable(data.vmId) === data.vmId;
      return {
        step,
        id: node.id,
        vmId: usable ? data.vmId : undefined,
        host: hostOf(step, data),
        label: name === '' ? node.id : `${node.id}: ${name}`,
        up: (step.end - step.start) * 60,
        down: timeOf(model, node, 'shutdown').takes * 60,
      };
    })
    .sort((a, b) => a.step.start - b.step.start || a.step.wave - b.step.wave);
}

/** A machine with its place in the sequence of its host. */
export interface Placed extends Machine {
  /** From 1, for each host. */
  readonly order: number;
  /** Seconds from its start to the start of the next on its host; of the last one, until it is up. */
  readonly delay: number;
}

/** The machines of each host in their sequence: products that start by themselves know an order on each host only. */
export function byHost(machines: readonly Machine[]): ReadonlyMap<string | undefined, readonly Placed[]> {
  const hosts = new Map<string | undefined, Machine[]>();
  for (const machine of machines) {
    const known = hosts.get(machine.host);
    if (known) known.push(machine);
    else hosts.set(machine.host, [machine]);
  }
  return new Map(
    [...hosts]
      .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([host, own]) => [
        host,
        own.map((machine, i) => {
          const next = own[i + 1];
          const delay = next ? (next.step.start - machine.step.start) * 60 : machine.up;
          return { ...machine, order: i + 1, delay };
        }),
      ]),
  );
}

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

/** What a machine waits for: so many of these machines, and what else of the plan. */
export interface MachineWait {
  readonly atLeast: number;
  readonly machines: readonly Machine[];
  readonly others: readonly string[];
}

/** What has to be up before a machine starts. What is no machine of the sequence is counted as up: it is started before. */
export function waitsOfMachine(machine: Machine, known: ReadonlyMap<string, Machine>): readonly MachineWait[] {
  return machine.step.waitsFor.map(({ atLeast, of }) => {
    const ids = [...new Set(of.map(elementOf))].filter((id) => id !== machine.id);
    const machines = ids.map((id) => known.get(id)).filter((m) => m !== undefined);
    const others = ids.filter((id) => !known.has(id));
    return { atLeast: Math.max(0, Math.min(atLeast - others.length, machines.length)), machines, others };
  });
}
