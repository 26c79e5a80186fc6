import type { Facts } from '../analysis/index.ts';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import { type Effect, effects } from '../inventory/index.ts';
import { coldStart, type Event, scenarioEvent } from '../recovery/event.ts';

/** What the user says has happened, checked against the plan. @throws UserError (usage) with the near miss. */
export function eventOf(
  facts: Facts,
  options: { readonly scenario?: string; readonly failed?: readonly string[] },
): Event {
  const { model } = facts;
  if (options.scenario !== undefined && options.failed) {
    throw new UserError('--scenario and --failed cannot be given together', exitCode.usage, 'choose one');
  }
  if (options.scenario !== undefined) {
    const scenario = model.of('scenario').find((s) => s.id === options.scenario);
    if (scenario) return scenarioEvent(facts, scenario);
    const ids = model.of('scenario').map((s) => s.id);
    const near = nearest(options.scenario, ids);
    throw new UserError(
      `there is no scenario "${options.scenario}" in the plan`,
      exitCode.usage,
      near ? `did you mean "${near}"?` : ids.length > 0 ? `there are: ${ids.join(', ')}` : 'the plan has no scenarios',
    );
  }
  if (options.failed) {
    const failed = options.failed.flatMap((text) => text.split(',')).map((text) => failureOf(facts, text));
    return { id: null, name: `loss of ${failed.map((f) => f.element).join(', ')}`, failed };
  }
  return coldStart(facts);
}

function failureOf({ model }: Facts, text: string): { element: string; effect: Effect } {
  const [id = '', said, ...more] = text.split('=');
  const effect = said ?? 'outage';
  if (!(effects as readonly string[]).includes(effect) || more.length > 0) {
    const near = nearest(effect, effects);
    throw new UserError(
      `"${effect}" is not an effect`,
      exitCode.usage,
      `${near ? `did you mean "${near}"? ` : ''}there are: ${effects.join(', ')}`,
    );
  }
  if (!model.node(id)) {
    const near = nearest(
      id,
      model.nodes.map((n) => n.id),
    );
    const other = model.elements.get(id);
    throw new UserError(
      other ? `"${id}" is a ${other.kind}; it cannot fail` : `"${id}" is not in the plan`,
      exitCode.usage,
      near ? `did you mean "${near}"?` : undefined,
    );
  }
  return { element: id, effect: effect as Effect };
}
