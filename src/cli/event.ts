import { type Facts, type Failure, type Selector, selectElements } from '../analysis/index.ts';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import { type Effect, effects, nodeKinds } from '../inventory/index.ts';
import type { Model } from '../model/model.ts';
import { coldStart, type Event, scenarioEvent } from '../recovery/event.ts';
import type { EventOptions } from './event-options.ts';

/** What the user says has happened, checked against the plan. @throws UserError (usage) with the near miss. */
export function eventOf(facts: Facts, options: EventOptions): Event {
  const { model } = facts;
  const named = options.failed ?? options.select;
  if (options.scenario !== undefined && named) {
    const other = options.failed ? '--failed' : '--select';
    throw new UserError(`--scenario and ${other} cannot be given together`, exitCode.usage, 'choose one');
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
  if (named) {
    const single = (options.failed ?? []).flatMap((text) => text.split(',')).map((text) => failureOf(facts, text));
    const selected = (options.select ?? []).flatMap((text) => selectionOf(facts, text));
    const unique = new Map([...single, ...selected].map((f) => [`${f.element} ${f.effect}`, f]));
    const words = [...new Set(single.map((f) => f.element)), ...(options.select ?? [])];
    return { id: null, name: `loss of ${words.join(', ')}`, failed: [...unique.values()] };
  }
  return coldStart(facts);
}

/** One of the words, or a mistake that names them. */
function oneOf<T extends string>(word: string, words: readonly T[], what: string): T {
  const known = words.find((w) => w === word);
  if (known !== undefined) return known;
  const near = nearest(word, words);
  const hint = `${near ? `did you mean "${near}"? ` : ''}there are: ${words.join(', ')}`;
  throw new UserError(`"${word}" is not ${what}`, exitCode.usage, hint);
}

const selectorKeys = ['kind', 'in', 'tag', 'os', 'runsOn', 'storedOn', 'effect'] as const;

/** `kind=virtualMachine,in=room-1,tag=test,effect=destroyed`: what has these in common; `all`: everything that is ours. */
function selectionOf({ model }: Facts, text: string): Failure[] {
  const selector: { -readonly [K in keyof Selector]: Selector[K] } = {};
  const tags: string[] = [];
  let effect: Effect = 'outage';
  for (const part of text === 'all' ? [] : text.split(',')) {
    const [name = '', value, ...more] = part.split('=');
    const key = oneOf(name.trim(), selectorKeys, 'what a selector knows');
    if (value === undefined || value === '' || more.length > 0) {
      throw new UserError(`"${part}" says no value for ${key}`, exitCode.usage, `write it as ${key}=VALUE`);
    }
    if (key === 'effect') effect = oneOf(value, effects, 'an effect');
    else if (key === 'tag') tags.push(value);
    else if (key === 'kind') selector.kind = oneOf(value, nodeKinds, 'a kind that can fail');
    else {
      if (key !== 'os' && !model.node(value)) throw unknown(model, value);
      selector[key] = value;
    }
  }
  if (tags.length > 0) selector.tags = tags;
  const found = selectElements(model, selector);
  if (found.length === 0) throw new UserError(`nothing in the plan fits "${text}"`, exitCode.usage);
  return found.map((node) => ({ element: node.id, effect }));
}

function unknown(model: Model, id: string): UserError {
  const near = nearest(
    id,
    model.nodes.map((n) => n.id),
  );
  const other = model.elements.get(id);
  const message = other ? `"${id}" is a ${other.kind}; it cannot fail` : `"${id}" is not in the plan`;
  return new UserError(message, exitCode.usage, near ? `did you mean "${near}"?` : undefined);
}

function failureOf({ model }: Facts, text: string): Failure {
  const [id = '', said, ...more] = text.split('=');
  const effect = oneOf([said ?? 'outage', ...more].join('='), effects, 'an effect');
  if (!model.node(id)) throw unknown(model, id);
  return { element: id, effect };
}
