import type { Model, Node } from '../model/model.ts';

/**
 * What stands in where neither the element nor `policy.defaults` says how long a shutdown takes, in minutes: for what has
 * a state that a loss of power would damage. Everything else is switched off.
 */
export const assumedShutdown = 10;

const hasState: ReadonlySet<string> = new Set(['server', 'hypervisor', 'virtualMachine', 'storage']);

/** How an element is shut down, as far as the plan says. */
export interface Shutdown {
  readonly takes: number;
  /** The time is not in the plan. */
  readonly assumed: boolean;
  readonly procedure: string | undefined;
}

interface Written {
  readonly recovery?: { readonly shutdown?: { readonly takes?: number; readonly procedure?: string } };
  readonly partOf?: unknown;
}

/**
 * How an element is shut down; undefined: it is not. Services and clusters stop with what they run on, applications and
 * built-in parts with their machine; a UPS and what feeds it is what all of this is for. Any of these becomes a step as
 * soon as the plan says how it is shut down.
 */
export function shutdownOf(model: Model, node: Node): Shutdown | undefined {
  if (node.nature !== 'system' || node.external) return undefined;
  const { recovery, partOf } = node.data as Written;
  const own = recovery?.shutdown;
  const goesAlong = node.kind === 'facility' || node.kind === 'application' || partOf !== undefined;
  if (goesAlong && own === undefined) return undefined;
  const defaults = model.policy.defaults as Readonly<Record<string, { shutdown?: number } | undefined>> | undefined;
  const said = own?.takes ?? defaults?.[node.kind]?.shutdown;
  const takes = said ?? (hasState.has(node.kind) ? assumedShutdown : 0);
  return { takes, assumed: said === undefined && takes > 0, procedure: own?.procedure };
}
