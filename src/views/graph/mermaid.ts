import { printable } from '../../diagnostics/printable.ts';
import type { Drawing, DrawnNode } from './drawing.ts';

/** Text within quotes, as Mermaid takes it: entities by number, no line breaks, no markup. */
const escaped = (text: string): string =>
  [...printable(text)]
    .map((c) => (/[\p{L}\p{N} .,:()/_-]/u.test(c) ? c : /\s/.test(c) ? ' ' : `#${c.codePointAt(0)};`))
    .join('');

const brackets: Readonly<Record<string, readonly [string, string]>> = {
  process: ['([', '])'],
  service: ['(', ')'],
  storage: ['[(', ')]'],
  networkDevice: ['{{', '}}'],
  data: ['>', ']'],
  hypervisor: ['[[', ']]'],
  cluster: ['[[', ']]'],
};

/** The picture in the language of Mermaid, for wikis and merge requests. */
export function mermaid(drawing: Drawing): string {
  // Ids of a plan may be words of Mermaid: numbers are safe.
  const numbers = new Map([...drawing.nodes, ...drawing.groups].map((n, i) => [n.id, `n${i}`]));
  const nodeLine = (node: DrawnNode, indent: string): string => {
    const [open, close] = brackets[node.kind] ?? ['[', ']'];
    const mark = node.mark === undefined ? '' : `${escaped(`(${node.mark})`)} `;
    const name = node.name === node.id ? '' : `<br>${escaped(node.name)}`;
    return `${indent}${numbers.get(node.id)}${open}"${mark}${escaped(node.id)}${name}"${close}`;
  };
  const frame = (parent: string | undefined, indent: string): string[] => [
    ...drawing.groups
      .filter((g) => g.parent === parent)
      .flatMap((g) => [
        `${indent}subgraph ${numbers.get(g.id)}["${g.mark === undefined ? '' : `${escaped(`(${g.mark})`)} `}${escaped(g.name)}"]`,
        ...frame(g.id, `${indent}  `),
        `${indent}end`,
      ]),
    ...drawing.nodes.filter((n) => n.group === parent).map((n) => nodeLine(n, indent)),
  ];
  const edges = drawing.edges.map(({ from, to, when, relation, atLeast, of }) => {
    const line = relation === 'connectedTo' ? '---' : when === 'later' || when === 'start' ? '-.->' : '-->';
    const label = of > atLeast ? `|"${atLeast} of ${of}"|` : '';
    return `  ${numbers.get(from)} ${line}${label} ${numbers.get(to)}`;
  });
  const down = drawing.nodes.filter((n) => n.mark === 'FAILED' || n.mark === 'DOWN').map((n) => numbers.get(n.id));
  const style = down.length > 0 ? ['  classDef down stroke-width:4px', `  class ${down.join(',')} down`] : [];
  return ['flowchart LR', ...frame(undefined, '  '), ...edges, ...style, ''].join('\n');
}
