import type { Need } from '../../analysis/index.ts';
import { elapsed, safe, table, wrap } from '../terminal.ts';
import { inRelation, objectives, rtoOf, sayNeed, shownNodes } from './rows.ts';
import type { NeedsView } from './view.ts';

const mark: Readonly<Record<Need['principle'], string>> = {
  none: ' ',
  stated: 's',
  maximum: 'm',
  cumulation: 'c',
  distribution: 'd',
  manual: 'x',
};

/** A table of all, or for named elements the explanation of each value down to who states it. */
export const text: NeedsView = {
  name: 'text',
  render: (facts, { ids, width, complete }) => {
    const nodes = shownNodes(facts, ids);
    if (ids.length === 0) {
      const cell = (need: Need): string => `${need.effective} ${mark[need.principle]}`.trimEnd();
      const rows = nodes.map((node) => [
        safe(node.id),
        node.kind,
        ...objectives.map((o) => cell(facts.needs.of(node.index, o))),
        rtoOf(node) === undefined ? '' : elapsed(rtoOf(node) as number),
      ]);
      const lines = table(['element', 'kind', 'confid.', 'integrity', 'availab.', 'RTO'], rows, width);
      const key =
        's stated, m maximum principle, c cumulation, d distribution, x decided by hand; why: drplan protection-needs ID';
      return `${[...lines, '', ...wrap(key, width, '')].join('\n')}\n`;
    }
    const lines = nodes.flatMap((node) =>
      objectives.flatMap((objective) => {
        const need = facts.needs.of(node.index, objective);
        const figures = `stated ${need.stated ?? '-'}, maximum ${need.maximum}, effective ${need.effective}`;
        const all = complete ? facts.needs.because(node.index, objective) : [];
        return [
          ...wrap(safe(sayNeed(facts, node, objective)), width, '    ', ''),
          ...wrap(figures, width, '    '),
          ...all.flatMap((r) =>
            wrap(`${safe(r.from)} ${inRelation(r.relation)}: ${r.level}`, width, '      ', '    - '),
          ),
        ];
      }),
    );
    return `${lines.join('\n')}\n`;
  },
};
