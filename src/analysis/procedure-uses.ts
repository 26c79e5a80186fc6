import type { Model } from '../model/model.ts';

/** One use of a procedure: what is done with it, and to what. */
export interface ProcedureUse {
  readonly element: string;
  /** An action of `recovery`, `failure` for `onFailure`, `failover`, `bypass`, `workaround`, or the procedure's own. */
  readonly action: string;
}

/** Which procedures serve which elements. */
export interface ProcedureUses {
  /** Where a procedure is named, then what it says that it is about. */
  readonly of: (procedure: string) => readonly ProcedureUse[];
  /** The procedures for an action on an element: those it names, and those of this action that are about it. */
  readonly serving: (element: string, action: string) => readonly string[];
}

interface Named {
  readonly procedure?: string;
}
interface Written {
  readonly recovery?: Readonly<Record<string, Named | undefined>>;
  readonly failover?: Named;
  readonly workaround?: Named | string;
}

function* namedBy(data: Written): Generator<readonly [action: string, procedure: string | undefined]> {
  for (const [field, action] of Object.entries(data.recovery ?? {})) {
    yield [field === 'onFailure' ? 'failure' : field, action?.procedure];
  }
  yield ['failover', data.failover?.procedure];
  yield ['workaround', typeof data.workaround === 'string' ? undefined : data.workaround?.procedure];
}

/** Reads `recovery`, `failover`, `workaround`, bypasses, backups and `about` of every procedure. */
export function procedureUses(model: Model): ProcedureUses {
  const uses = new Map<string, ProcedureUse[]>();
  const serving = new Map<string, string[]>();
  const add = (procedure: string | undefined, element: string, action: string): void => {
    if (procedure === undefined || model.elements.get(procedure)?.kind !== 'procedure') return;
    const key = `${element} ${action}`;
    const known = serving.get(key) ?? [];
    if (known.includes(procedure)) return;
    serving.set(key, [...known, procedure]);
    const users = uses.get(procedure);
    // One procedure may serve thousands of machines: the list grows in place.
    if (users) users.push({ element, action });
    else uses.set(procedure, [{ element, action }]);
  };
  for (const node of model.nodes) {
    for (const [action, procedure] of namedBy(node.data as Written)) add(procedure, node.id, action);
  }
  for (const { from, bypass } of model.requirements) add(bypass?.procedure, from, 'bypass');
  const procedures = model.of('procedure');
  const restores = new Set(procedures.filter((p) => p.data.action === 'restore').map((p) => p.id));
  for (const { data } of model.of('backup')) {
    // A backup may also name how it is made: only a restore says how something is brought back.
    if (!restores.has(data.procedure ?? '')) continue;
    for (const id of data.covers) add(data.procedure, id, 'restore');
  }
  for (const { id, data } of procedures) {
    for (const element of data.about ?? []) add(id, element, data.action ?? 'other');
  }
  return {
    of: (procedure) => uses.get(procedure) ?? [],
    serving: (element, action) => serving.get(`${element} ${action}`) ?? [],
  };
}
