import type { Element, Model, Node } from '../model/model.ts';
import type { Action } from './recovery.ts';

/** How long an action takes and who does it, as far as the plan says. Minutes. */
export interface ActionTime {
  readonly takes: number;
  /** The first part, which needs its staff. */
  readonly attended: number;
  readonly staff: Readonly<Record<string, number>>;
  readonly procedure: string | undefined;
  /** Neither the element nor the policy says how long: {@link assumedMinutes} stands in. */
  readonly assumed: boolean;
  /** What is certain: 0 where the time is only assumed, so that bounds prove something. */
  readonly atLeast: number;
}

/**
 * What stands in where neither the element nor `policy.defaults` gives a time, in minutes. Round figures of practice,
 * always marked as assumed; they serve the order of magnitude of a plan that has no figures yet, never a proof.
 */
export const assumedMinutes: Readonly<Record<Action, number>> = {
  wait: 0,
  isolate: 10,
  replace: 240,
  rebuild: 480,
  restore: 120,
  failover: 15,
  bypass: 15,
  verify: 15,
  restart: 15,
  normalise: 15,
  shutdown: 10,
};

interface WrittenAction {
  readonly takes?: number | undefined;
  readonly attended?: number | undefined;
  readonly staff?: Readonly<Record<string, number>> | undefined;
  readonly procedure?: string | undefined;
}

/** The fields of `recovery` that the order reads, whatever the kind. */
export interface WrittenRecovery {
  readonly restart?: WrittenAction | undefined;
  readonly restore?: (WrittenAction & { readonly to?: unknown }) | undefined;
  readonly rebuild?: WrittenAction | undefined;
  readonly isolate?: WrittenAction | undefined;
  readonly verify?: WrittenAction | undefined;
  readonly shutdown?: WrittenAction | undefined;
  readonly rto?: number | undefined;
  readonly mtpd?: number | undefined;
  readonly stateless?: boolean | undefined;
  readonly replace?: (WrittenAction & { readonly from?: readonly string[] | undefined }) | undefined;
}

/** The `recovery` of any element that has one. */
export function recoveryOf(element: Element): WrittenRecovery {
  return (element.data as { recovery?: WrittenRecovery }).recovery ?? {};
}

function defaultTakes(model: Model, kind: string, action: Action): number | undefined {
  const defaults = model.policy.defaults as Readonly<Record<string, unknown>> | undefined;
  return (defaults?.[kind] as Readonly<Record<string, number | undefined>> | undefined)?.[action];
}

/** What the element says about an action, else the policy for its kind, else an assumption that says so. */
export function timeOf(model: Model, node: Node, action: Action): ActionTime {
  const written = (
    action === 'failover'
      ? (node.data as { failover?: WrittenAction }).failover
      : recoveryOf(node)[action as keyof WrittenRecovery]
  ) as WrittenAction | undefined;
  const said = written?.takes ?? defaultTakes(model, node.kind, action);
  const takes = said ?? assumedMinutes[action];
  return {
    takes,
    attended: Math.min(takes, written?.attended ?? takes),
    staff: written?.staff ?? {},
    procedure: written?.procedure,
    assumed: said === undefined && takes > 0,
    atLeast: said ?? 0,
  };
}
