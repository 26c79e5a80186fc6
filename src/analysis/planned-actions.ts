import type { Element, Model, Node } from '../model/model.ts';
import type { Inherited } from './inherited.ts';
import type { ProcedureUses } from './procedure-uses.ts';

/** An action that the plan counts on: every system is started at some time, everything else is written. */
export interface PlannedAction {
  readonly node: Node;
  readonly action: string;
  /** How long it takes, said by the element or by the policy for its kind; minutes. */
  readonly takes: number | undefined;
  /** The procedures that say how. */
  readonly procedures: readonly string[];
  /** What the steps of the first of them add up to, where each has a time. */
  readonly stepsTake: number | undefined;
  /** Whether it is said who can do it: staff, whoever its steps name, or the administrators of the element. */
  readonly isStaffed: boolean;
}

interface WrittenAction {
  readonly takes?: number;
  readonly staff?: Readonly<Record<string, number>>;
}
type Written = Readonly<Record<string, WrittenAction | undefined>>;

const actions = ['restart', 'restore', 'rebuild', 'replace', 'isolate', 'verify', 'shutdown'] as const;

/** The actions of an element, in the words of the plan, and what is written about each. */
function* writtenActions(node: Node): Generator<readonly [string, WrittenAction]> {
  const recovery = (node.data as { recovery?: Written }).recovery ?? {};
  for (const action of actions) {
    const written = recovery[action];
    if (written) yield [action, written];
    else if (action === 'restart' && node.nature === 'system') yield [action, {}];
  }
  const { failover } = node.data as { failover?: WrittenAction };
  if (failover) yield ['failover', failover];
}

/** All actions that the plan counts on, by element and in the order in which they are done. */
export function plannedActions(model: Model, inherited: Inherited, uses: ProcedureUses): readonly PlannedAction[] {
  const defaults = model.policy.defaults as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  const stepsOf = (id: string | undefined) =>
    (model.elements.get(id ?? '') as Element<'procedure'> | undefined)?.data.steps ?? [];
  return model.nodes
    .filter((node) => !node.external && node.kind !== 'backup')
    .flatMap((node) =>
      [...writtenActions(node)].map(([action, written]): PlannedAction => {
        const procedures = uses.serving(node.id, action);
        const steps = stepsOf(procedures[0]);
        const times = steps.map((s) => s.takes ?? Number.NaN);
        const sum = times.reduce((a, b) => a + b, 0);
        const named = Object.keys(written.staff ?? {}).length > 0;
        return {
          node,
          action,
          takes: written.takes ?? (defaults?.[node.kind]?.[action] as number | undefined),
          procedures,
          stepsTake: steps.length === 0 || Number.isNaN(sum) ? undefined : sum,
          isStaffed:
            named ||
            steps.some((s) => s.by !== undefined || s.skill !== undefined) ||
            (inherited.administrators(node.id) ?? []).length > 0,
        };
      }),
    );
}
