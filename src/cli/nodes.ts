import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Model, Node } from '../model/model.ts';

/** The elements with these ids. @throws UserError (usage) with the near miss. */
export function nodesNamed(model: Model, ids: readonly string[]): readonly Node[] {
  return ids.map((id) => {
    const node = model.node(id);
    if (node) return node;
    const near = nearest(
      id,
      model.nodes.map((n) => n.id),
    );
    const other = model.elements.get(id);
    const message = other ? `"${id}" is a ${other.kind}; it cannot be up or down` : `"${id}" is not in the plan`;
    throw new UserError(message, exitCode.usage, near ? `did you mean "${near}"?` : undefined);
  });
}
