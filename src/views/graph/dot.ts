import { printable } from '../../diagnostics/printable.ts';
import type { Drawing, DrawnEdge, DrawnGroup, DrawnNode, Mark } from './drawing.ts';

/** A text as DOT takes it; control and direction characters are shown as what they are. */
const quoted = (text: string): string => `"${printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const lineLength = 20;

/** A name in at most two lines. */
function lines(text: string): string[] {
  const found: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const last = found.at(-1) as string;
    if (last === '' || last.length + 1 + word.length <= lineLength) found[found.length - 1] = `${last} ${word}`.trim();
    else found.push(word);
  }
  const cut = found
    .slice(0, 2)
    .map((l) => ([...l].length > lineLength ? `${[...l].slice(0, lineLength - 1).join('')}…` : l));
  if (found.length > 2) cut[1] = `${(cut[1] as string).slice(0, lineLength - 1)}…`;
  return cut;
}

/** Shapes tell the kinds apart, so that a picture without colours says the same. */
const shapes: Readonly<Record<string, string>> = {
  process: 'shape=ellipse, fillcolor="#fff2cc"',
  application: 'shape=component, fillcolor="#e2f0d9"',
  service: 'shape=box, style="filled,rounded", fillcolor="#ddebf7"',
  data: 'shape=note, fillcolor="#f2f2f2"',
  server: 'shape=box, fillcolor="#ffffff"',
  virtualMachine: 'shape=box, style="filled,dashed", fillcolor="#ffffff"',
  hypervisor: 'shape=box3d, fillcolor="#ededed"',
  cluster: 'shape=box, peripheries=2, fillcolor="#ededed"',
  storage: 'shape=cylinder, fillcolor="#ededed"',
  networkDevice: 'shape=tab, fillcolor="#ffffff"',
  voipDevice: 'shape=box, peripheries=2, fillcolor="#ffffff"',
  facility: 'shape=box, style="filled,diagonals", fillcolor="#ffffff"',
  location: 'shape=folder, fillcolor="#ffffff"',
};

const marks: Readonly<Record<Mark, string>> = {
  FAILED: 'penwidth=4, color="#a00000", fillcolor="#f4b6b6"',
  DOWN: 'penwidth=3, color="#a00000", fillcolor="#f9d5d5"',
  'PERHAPS STOPPED': 'penwidth=2, color="#a06000", fillcolor="#fde9c8"',
  CHECK: 'penwidth=2, color="#a06000", fillcolor="#fde9c8"',
  LESS: 'penwidth=2, color="#666666"',
  'MISSING SOMETHING': 'penwidth=2, color="#666666"',
};

function nodeLine(node: DrawnNode, indent: string): string {
  const label = [
    node.mark === undefined ? '' : `[${node.mark}]`,
    node.id,
    ...(node.name === node.id ? [] : lines(node.name)),
  ];
  const text = label
    .filter(Boolean)
    .map((l) => quoted(l).slice(1, -1))
    .join('\\n');
  const external = node.external ? ', style="filled,dotted"' : '';
  const mark = node.mark === undefined ? '' : `, ${marks[node.mark]}`;
  return `${indent}${quoted(node.id)} [label="${text}", ${shapes[node.kind] ?? 'shape=box'}${external}${mark}, tooltip=${quoted(`${node.id} (${node.kind})`)}];`;
}

function edgeLine({ from, to, relation, when, atLeast, of }: DrawnEdge): string {
  const attributes = [
    of > atLeast ? `headlabel=${quoted(`${atLeast} of ${of}`)}, arrowhead=odiamond` : '',
    when === 'later' ? 'style=dashed' : when === 'start' ? 'style=dotted' : '',
    relation === 'connectedTo' ? 'dir=none' : '',
  ].filter(Boolean);
  return `  ${quoted(from)} -> ${quoted(to)}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''};`;
}

/** Frames within frames, with what stands in each. */
function frameLines(drawing: Drawing, parent: string | undefined, indent: string): string[] {
  const inside = (group: DrawnGroup): string[] => {
    const mark = group.mark === undefined ? '' : `[${group.mark}] `;
    const name = group.name === group.id ? group.id : `${group.id}: ${group.name}`;
    const heavy = group.mark === 'FAILED' || group.mark === 'DOWN' ? ' penwidth=3; color="#a00000";' : '';
    return [
      `${indent}subgraph ${quoted(`cluster ${group.id}`)} {`,
      `${indent}  label=${quoted(`${mark}${name}`)}; labeljust=l; style=rounded; packmode="array_1";${heavy}`,
      ...frameLines(drawing, group.id, `${indent}  `),
      // A frame with nothing in it would not be drawn.
      ...(isEmpty(drawing, group.id)
        ? [`${indent}  ${quoted(`empty ${group.id}`)} [label="", shape=point, style=invis];`]
        : []),
      `${indent}}`,
    ];
  };
  return [
    ...drawing.groups.filter((g) => g.parent === parent).flatMap(inside),
    ...drawing.nodes.filter((n) => n.group === parent).map((n) => nodeLine(n, indent)),
  ];
}

const isEmpty = ({ groups, nodes }: Drawing, id: string): boolean =>
  !nodes.some((n) => n.group === id) && !groups.some((g) => g.parent === id);

const legend =
  'arrow: needs · dashed arrow: goes on without it · dotted arrow: only to start · diamond and "1 of 2": so many are enough · dashed box: virtual machine · dotted box: not ours';

/** Up to so many nodes below each other are fine; more are packed side by side. */
const packFrom = 40;

/**
 * Frames that no arrow connects would all stand below each other, metres long. Where most of a picture is such, another
 * layout packs the frames into a rectangle; where arrows matter, ranks show their direction.
 */
function isPacked({ nodes, edges, groups }: Drawing): boolean {
  const parents = new Map(groups.map((g) => [g.id, g.parent]));
  const top = (group: string | undefined): string | undefined => {
    let at = group;
    while (at !== undefined && parents.get(at) !== undefined) at = parents.get(at);
    return at;
  };
  const blocks = new Map(nodes.map(({ id, group }) => [id, top(group) ?? id]));
  const bound = new Set<string>();
  for (const { from, to } of edges) {
    const [a, b] = [blocks.get(from) as string, blocks.get(to) as string];
    bound.add(a).add(b);
  }
  const free = nodes.filter((n) => !bound.has(blocks.get(n.id) as string)).length;
  return free >= packFrom && free * 2 > nodes.length;
}

/** The picture in the language of Graphviz. The same drawing gives the same text. */
export function dot(drawing: Drawing): string {
  const alone = drawing.leftOut > 0 ? `; ${drawing.leftOut} elements without such arrows are left out` : '';
  const label = `${quoted(`${drawing.title}${alone}`).slice(0, -1)}\\n${quoted(legend).slice(1, -1)}\\n "`;
  const layout = isPacked(drawing) ? 'layout=osage, pack=8, packmode="array", ' : '';
  return [
    'digraph plan {',
    `  graph [${layout}rankdir=LR, fontname="Helvetica,Arial,sans-serif", fontsize=11, nodesep=0.06, ranksep=0.32, newrank=true, labelloc=t, label=${label}];`,
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, style=filled, margin="0.11,0.03", height=0.25];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=8, labeldistance=1.6, arrowsize=0.6, color="#444444"];',
    ...frameLines(drawing, undefined, '  '),
    ...drawing.edges.map(edgeLine),
    '}',
    '',
  ].join('\n');
}
