import type { CumulationProposal, Facts, Need } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { elapsed, safe, table, wrap } from '../terminal.ts';
import { explain } from './explanation.ts';
import { objectives, shownNodes } from './rows.ts';
import type { NeedsView } from './view.ts';

const mark: Readonly<Record<Need['principle'], string>> = {
  none: ' ',
  stated: 's',
  maximum: 'm',
  cumulation: 'c',
  distribution: 'd',
  manual: 'x',
};

function rtoCell({ timeObjectives: { rto } }: Facts, { index }: Node): string {
  const minutes = rto.effective(index);
  if (minutes === undefined) return '';
  return rto.stated(index) === minutes ? elapsed(minutes) : `${elapsed(minutes)} m`;
}

const idOf = ({ model }: Facts, node: number): string => safe((model.nodes[node] as Node).id);

function saysCumulation(
  facts: Facts,
  { at, objective, bearers, damage, to, from, members }: CumulationProposal,
): string {
  const levelNames = ['normal', 'high', 'very-high'];
  const cost = damage ? `, together ${damage.amount.toLocaleString('en-US')} ${damage.currency} an hour` : '';
  const others = members.length > 1 ? `, and on ${members.length - 1} more that carry the same` : '';
  return `${idOf(facts, at)} ${objective} ${levelNames[from]} → ${levelNames[to]}: ${bearers().length} processes stand on it${others}${cost}`;
}

/** What the tool found and nobody has decided yet. */
function proposals(facts: Facts, width: number): string[] {
  const { needs, model } = facts;
  const open = objectives.flatMap((o) => needs.cumulations(o)).filter((p) => !p.decided);
  const lower = model.nodes.filter(
    (n) => needs.proposed(n.index, 'availability').distribution !== null && !needs.of(n.index, 'availability').decision,
  );
  const applied = model.policy.protection?.cumulation === 'apply';
  const lines: string[] = [];
  if (open.length > 0) {
    lines.push(
      '',
      applied
        ? 'CUMULATION, applied as the policy says'
        : 'CUMULATION, to be decided: many processes stand on one element',
    );
    for (const p of open) lines.push(...wrap(saysCumulation(facts, p), width, '    ', '  '));
  }
  if (lower.length > 0) {
    lines.push('', 'DISTRIBUTION, possible: less would do, since losing one of these takes nothing down');
    const said = lower.map((n) => `${safe(n.id)} → ${needs.proposed(n.index, 'availability').distribution}`);
    lines.push(...wrap(said.join(', '), width, '  '));
  }
  return lines;
}

/** A table of all with what is to be decided, or for named elements the explanation of each value. */
export const text: NeedsView = {
  name: 'text',
  render: (facts, { ids, width, complete }) => {
    const nodes = shownNodes(facts, ids);
    if (ids.length > 0) {
      return `${nodes.map((node) => explain(facts, node, width, complete).join('\n')).join('\n\n')}\n`;
    }
    const cell = (need: Need): string => `${need.effective} ${mark[need.principle]}`.trimEnd();
    const rows = nodes.map((node) => [
      safe(node.id),
      node.kind,
      ...objectives.map((o) => cell(facts.needs.of(node.index, o))),
      rtoCell(facts, node),
    ]);
    const lines = table(['element', 'kind', 'confid.', 'integrity', 'availab.', 'RTO'], rows, width);
    const key =
      's stated, m maximum principle (taken over from what needs it), c cumulation, d distribution, x decided by hand; nothing: nobody states a need. Why: drplan protection-needs ID';
    return `${[...lines, ...proposals(facts, width), '', ...wrap(key, width, '')].join('\n')}\n`;
  },
};
