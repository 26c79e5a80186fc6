import { type Facts, type NeedBranch, needTree } from '../../analysis/index.ts';
import { type Objective, relationWords } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { elapsed, inWords, safe, table, wrap } from '../terminal.ts';
import { objectives, principleWords } from './rows.ts';

/** `│  └─ `: the lines from a branch to the ones above it. */
const stem = ({ depth, last }: NeedBranch): string =>
  depth === 0
    ? ''
    : `${last
        .slice(0, -1)
        .map((l) => (l ? '   ' : '│  '))
        .join('')}${last.at(-1) ? '└─ ' : '├─ '}`;

const below = ({ depth, last }: NeedBranch): string =>
  depth === 0 ? '   ' : `${last.map((l) => (l ? '   ' : '│  ')).join('')}   `;

const decisionWords = {
  maximum: 'decided that it stays so',
  cumulation: 'raised by a decision (cumulation)',
  distribution: 'lowered by a decision (distribution)',
  manual: 'lowered by a decision',
} as const;

/** `orders (process) uses it: states high, "Orders arrive by mail"`. */
function say({ model }: Facts, branch: NeedBranch): string {
  const { id, relation, need, level, again } = branch;
  const kind = model.elements.get(id)?.kind ?? '';
  const how = relation === undefined ? '' : ` ${relationWords(relation, kind)}`;
  const start = `${safe(id)} (${kind})${how}: ${level}`;
  if (again) return `${start}, explained above`;
  const parts: string[] = [];
  if (need.stated !== null && need.principle === 'stated') {
    parts.push(need.reason === undefined ? 'stated without a reason' : `stated: "${safe(need.reason)}"`);
  }
  if (need.decision) {
    const { principle, reason, by, date } = need.decision;
    const when = date === undefined ? '' : ` on ${date}`;
    parts.push(`${decisionWords[principle]}: "${safe(reason)}", approved by ${safe(by)}${when}`);
  }
  if (need.lacks.length > 0)
    parts.push(`a decision is written here, but does not count: it lacks ${need.lacks.join(', ')}`);
  return parts.length > 0 ? `${start}, ${parts.join('; ')}` : start;
}

function proposalLines({ needs, model }: Facts, node: Node, objective: Objective): string[] {
  const { cumulation, distribution, bearers, at } = needs.proposed(node.index, objective);
  const need = needs.of(node.index, objective);
  const lines: string[] = [];
  if (cumulation !== null) {
    const found = needs.cumulations(objective).find((p) => p.at === node.index);
    const damage = found?.damage;
    const cost = damage ? `, together ${damage.amount.toLocaleString('en-US')} ${damage.currency} an hour` : '';
    lines.push(
      `cumulation proposes ${cumulation}: ${bearers.length} processes with need ${need.maximum} stand on it${cost}: ${bearers.map(safe).join(', ')}`,
    );
    if (!found?.decided) lines.push(`to be decided: ${safe(node.id)} > protection > ${objective} > decision`);
  } else if (at !== undefined && at !== node.id) {
    lines.push(`it carries the same processes as ${safe(at)}, where cumulation is proposed`);
  }
  if (distribution !== null) {
    lines.push(
      `distribution would allow ${distribution}: losing ${safe(model.elements.get(node.id)?.id ?? '')} alone takes nothing down`,
    );
  }
  return lines;
}

function figures({ needs }: Facts, node: Node, objective: Objective): string {
  const { stated, maximum, effective } = needs.of(node.index, objective);
  const { cumulation, distribution } = needs.proposed(node.index, objective);
  const proposed = [cumulation && `${cumulation} (cumulation)`, distribution && `${distribution} (distribution)`];
  const said = proposed.filter(Boolean).join(', ');
  return `stated ${stated ?? '–'} · maximum ${maximum} · proposed ${said === '' ? '–' : said} · effective ${effective}`;
}

function timesOf({ timeObjectives }: Facts, node: Node): string[] {
  return (['rto', 'rpo', 'mtpd'] as const).flatMap((name) => {
    const stated = timeObjectives[name].stated(node.index);
    const inherited = timeObjectives[name].inherited(node.index);
    if (stated === undefined && inherited === undefined) return [];
    const own = stated === undefined ? 'states none' : `states ${inWords(stated)}`;
    const from = inherited
      ? `, ${safe(inherited.from)} ${relationWords(inherited.relation)} and needs ${inWords(inherited.minutes)}`
      : '';
    const minutes = timeObjectives[name].effective(node.index) as number;
    return [`${name.toUpperCase()} ${elapsed(minutes)}: it ${own}${from}`];
  });
}

/** Everything about one element's needs: the values, then each one down to who states it. */
export function explain(facts: Facts, node: Node, width: number, complete: boolean): string[] {
  const { needs } = facts;
  const name = node.name === node.id ? '' : `, ${safe(node.name)}`;
  const rows = objectives.map((o) => {
    const need = needs.of(node.index, o);
    return [o, need.effective, principleWords[need.principle]];
  });
  const values = table(['objective', 'need', 'by'], rows, width - 2).map((l) => `  ${l}`);
  const trees = objectives
    .filter((o) => {
      const { effective, stated, decision, lacks } = needs.of(node.index, o);
      return (
        effective !== 'normal' ||
        stated !== null ||
        decision ||
        lacks.length > 0 ||
        needs.proposed(node.index, o).at !== undefined
      );
    })
    .flatMap((objective) => [
      '',
      `  ${objective}`,
      ...wrap(figures(facts, node, objective), width, '      ', '    '),
      ...needTree(facts.model, needs, node.index, objective, complete).flatMap((branch) =>
        wrap(say(facts, branch), width, `    ${below(branch)}`, `    ${stem(branch)}`),
      ),
      ...proposalLines(facts, node, objective).flatMap((l) => wrap(l, width, '      ', '    ')),
    ]);
  const times = timesOf(facts, node);
  return [
    `${safe(node.id)} (${node.kind}${name})`,
    '',
    ...values,
    ...trees,
    ...(times.length > 0 ? ['', ...times.flatMap((t) => wrap(t, width, '    ', '  '))] : []),
  ];
}
