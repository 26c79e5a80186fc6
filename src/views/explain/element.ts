import type { Facts } from '../../analysis/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import { objectives } from '../../inventory/index.ts';
import type { Element, Requirement } from '../../model/model.ts';
import { sayNeed } from '../protection-needs/rows.ts';
import { inWords, safe, wrap } from '../terminal.ts';

function say(requirement: Requirement): string {
  const { of, atLeast, when, grace, relation } = requirement;
  const what = of.length === 1 ? of[0] : `${atLeast} of ${of.join(', ')}`;
  const how = [relation, when === 'run' ? '' : when, grace === undefined ? '' : `grace ${inWords(grace)}`];
  return `${what} (${how.filter(Boolean).join(', ')})`;
}

/** Everything known of one element: where it is written, what it needs, who needs it, what it must be protected for. */
export function elementPage(facts: Facts, element: Element, width: number, place: (at: Location) => string): string {
  const { model } = facts;
  const node = model.node(element.id);
  const needs = model.requirements.filter((r) => r.from === element.id);
  const users = model.requirements.filter((r) => r.of.includes(element.id));
  const { description, purpose } = element.data as { description?: string; purpose?: string };
  const owner = facts.inherited.owner(element.id);
  const item = (text: string): string[] => wrap(safe(text), width, '    ', '  ');
  const lines = [
    `${safe(element.id)}: ${safe(element.name)} (${element.kind})`,
    ...item(`written at ${place({ ...element.at, onKey: true })}`),
    ...(purpose === undefined ? [] : item(purpose)),
    ...(description === undefined ? [] : item(description)),
    ...(owner === undefined ? [] : item(`owner: ${owner}`)),
    ...(node?.external ? item('external: not ours to start') : []),
    '',
    needs.length === 0 ? 'needs nothing' : 'needs',
    ...needs.flatMap((r) => item(`${say(r)}, ${place(r.at)}`)),
    '',
    users.length === 0 ? 'nothing needs it' : 'is needed by',
    ...users.flatMap((r) => item(`${r.from} (${r.relation}${r.when === 'run' ? '' : `, ${r.when}`}), ${place(r.at)}`)),
  ];
  if (node && node.kind !== 'backup') {
    lines.push('', 'protection needs', ...objectives.flatMap((o) => item(sayNeed(facts, node, o))));
  }
  return `${lines.join('\n')}\n`;
}
