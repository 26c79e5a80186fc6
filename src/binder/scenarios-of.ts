import type { Element } from '../model/model.ts';
import type { BinderInput } from './binder.ts';

/** The scenarios that a paper contains, by name: those of its binder (default: all), cut down to the extract. */
export function scenariosOf({ facts, binderId, scope }: BinderInput): readonly Element<'scenario'>[] {
  const named = facts.model.of('binder').find((b) => b.id === binderId)?.data.scenarios;
  return facts.model
    .of('scenario')
    .filter((s) => named === undefined || named.includes(s.id))
    .filter((s) => scope.extract !== 'scenario' || scope.ids.includes(s.id))
    .sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
}
