import { components } from '../../analysis/components.ts';
import type { Facts, FaultGraph } from '../../analysis/index.ts';
import { failableNodes } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import type { WeakPointsView } from './view.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c] as string);

/**
 * An id as the identifiers of the exchange format allow it: letters, digits, `_`, and `-` between them. Different ids
 * stay different: `.` is `_p`, `_` is `_u`, and a `-` that would stand beside another or at the end is `_m`.
 */
export const identifier = (id: string): string =>
  id
    .replace(/_/g, '_u')
    .replace(/\./g, '_p')
    .replace(/-(?![a-z0-9])/g, '_m')
    .replace(/(?<=_[pum])-/g, '_m');

interface Shape {
  readonly faults: FaultGraph;
  readonly nodes: readonly Node[];
  readonly failable: ReadonlySet<number>;
  /** By node: its component, and how many members that has. */
  readonly component: Int32Array;
  readonly size: Int32Array;
}

const groupsOf = ({ faults: { hold } }: Shape, v: number): number[] =>
  Array.from(
    { length: (hold.groupStart[v + 1] as number) - (hold.groupStart[v] as number) },
    (_, i) => (hold.groupStart[v] as number) + i,
  );

const membersOf = ({ faults: { hold } }: Shape, group: number): number[] => [
  ...hold.member.subarray(hold.memberStart[group], hold.memberStart[group + 1]),
];

/** The node and all whose outage is carried to it. */
function fateOf({ faults, failable }: Shape, v: number): number[] {
  const seen = new Set([v]);
  const queue = [v];
  for (let head = 0; head < queue.length; head++) {
    for (const from of faults.carriers[queue[head] as number] ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      queue.push(from);
    }
  }
  return queue.filter((w) => failable.has(w));
}

/**
 * A circle cannot be written as a fault tree, but its least solution can: as many rounds as the circle has members, each
 * built on the one before, the first one on nothing. Every node outside circles has one round.
 */
const gateName = (shape: Shape, v: number, round: number): string =>
  (shape.size[v] as number) > 1
    ? `down_${identifier((shape.nodes[v] as Node).id)}_round${round}`
    : `down_${identifier((shape.nodes[v] as Node).id)}`;

interface Gate {
  readonly node: number;
  readonly round: number;
}

function gateOf(shape: Shape, { node, round }: Gate, refer: (gate: Gate) => string): string {
  const { nodes, component, size } = shape;
  const { need } = shape.faults.hold;
  const parts = fateOf(shape, node).map((w) => `<event name="fail_${identifier((nodes[w] as Node).id)}"/>`);
  for (const group of groupsOf(shape, node)) {
    const members = membersOf(shape, group);
    const gone = members.length - (need[group] as number) + 1;
    // What is in the same circle counts as it was a round before; in the first round it is up.
    const said = members.flatMap((m) => {
      if (component[m] !== component[node]) return [refer({ node: m, round: size[m] as number })];
      return round > 1 ? [refer({ node: m, round: round - 1 })] : [];
    });
    if (said.length < gone) continue;
    if (gone === 1) parts.push(...said);
    else if (gone === said.length) parts.push(`<and>${said.join('')}</and>`);
    else parts.push(`<atleast min="${gone}">${said.join('')}</atleast>`);
  }
  const unique = [...new Set(parts)];
  // A gate needs something in it: what cannot fail is a constant.
  if (unique.length === 0) return '<constant value="false"/>';
  return unique.length === 1 ? (unique[0] as string) : `<or>${unique.join('')}</or>`;
}

/** The gates that the targets refer to, over any number of steps: a gate that nobody refers to would be a tree of its own. */
function gatesFor(shape: Shape, targets: readonly Node[]): { readonly lines: string[]; readonly nodes: Set<number> } {
  const known = new Set<string>();
  const queue: Gate[] = [];
  const lines: string[] = [];
  const refer = (gate: Gate): string => {
    const name = gateName(shape, gate.node, gate.round);
    if (!known.has(name)) {
      known.add(name);
      queue.push(gate);
    }
    return `<gate name="${name}"/>`;
  };
  for (const { index } of targets) refer({ node: index, round: shape.size[index] as number });
  for (let head = 0; head < queue.length; head++) {
    const gate = queue[head] as Gate;
    const label = `<label>${xml(`${(shape.nodes[gate.node] as Node).id} is down`)}</label>`;
    const formula = gateOf(shape, gate, refer);
    lines.push(`    <define-gate name="${gateName(shape, gate.node, gate.round)}">${label}${formula}</define-gate>`);
  }
  return { lines, nodes: new Set(queue.map((g) => g.node)) };
}

/** Components over the requirements of the graph. */
function shapeOf({ model, weakPoints }: Facts): Shape {
  const { faults } = weakPoints;
  const { hold } = faults;
  const start = new Int32Array(hold.size + 1);
  for (let v = 0; v < hold.size; v++) start[v + 1] = hold.memberStart[hold.groupStart[v + 1] as number] as number;
  const { of, count } = components({ size: hold.size, start, target: hold.member });
  const counts = new Int32Array(count);
  for (const c of of) counts[c] = (counts[c] as number) + 1;
  return {
    faults,
    nodes: model.nodes,
    failable: new Set(failableNodes(model).map((n) => n.index)),
    component: of,
    size: Int32Array.from(of, (c) => counts[c] as number),
  };
}

/**
 * A fault tree in the Open-PSA Model Exchange Format 2.0d with one top per process or service: so that programs that know nothing
 * of drplan can compute the cut sets (scram does). Events are what can fail by itself; probabilities are not known.
 */
export const mef: WeakPointsView = {
  name: 'mef',
  render: (facts, { targets }) => {
    const shape = shapeOf(facts);
    const { lines, nodes } = gatesFor(shape, targets);
    const events = new Set([...nodes].flatMap((v) => fateOf(shape, v)));
    const tops = targets.map((t) => {
      const top = gateName(shape, t.index, shape.size[t.index] as number);
      return `    <define-gate name="top_${identifier(t.id)}"><label>${xml(t.name)} is down</label><gate name="${top}"/></define-gate>`;
    });
    const basic = [...events]
      .sort((a, b) => a - b)
      .map((v) => {
        const { id, name } = shape.nodes[v] as Node;
        const label = name === id ? id : `${id}: ${name}`;
        return `    <define-basic-event name="fail_${identifier(id)}"><label>${xml(label)}</label></define-basic-event>`;
      });
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<opsa-mef>',
      '  <define-fault-tree name="plan">',
      ...tops,
      ...lines,
      '  </define-fault-tree>',
      '  <model-data>',
      ...basic,
      '  </model-data>',
      '</opsa-mef>',
      '',
    ].join('\n');
  },
};
