import type { Model } from '../model/model.ts';

/** One demand for people: how many of which role, for what, and for the sake of which element. */
export interface StaffAsked {
  readonly element: string;
  /** An action of `recovery`, `failover` or `bypass`. */
  readonly action: string;
  readonly staff: Readonly<Record<string, number>>;
}

type Action = Pick<StaffAsked, 'staff'> | undefined;
interface Written {
  readonly recovery?: Readonly<Record<string, Action>>;
  readonly failover?: Action;
}

/** Everybody whom an action, a failover or a bypass asks for, by element. */
export function* staffAsked(model: Model): Generator<StaffAsked> {
  for (const node of model.nodes) {
    const { recovery, failover } = node.data as Written;
    for (const [action, written] of Object.entries(recovery ?? {})) {
      if (written?.staff) yield { element: node.id, action, staff: written.staff };
    }
    if (failover?.staff) yield { element: node.id, action: 'failover', staff: failover.staff };
  }
  for (const { from, bypass } of model.requirements) {
    for (const staff of [bypass?.staff, bypass?.wholeStaff]) {
      if (staff) yield { element: from, action: 'bypass', staff };
    }
  }
}
