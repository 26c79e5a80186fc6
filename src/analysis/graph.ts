import type { Model, Node, Requirement } from '../model/model.ts';
import { type AndOr, buildAndOr, type Group } from './and-or.ts';
import { type FateLinks, fateLinks } from './carry.ts';
import { type RequirementRows, requirementRows } from './requirement-rows.ts';

/** The requirements of a plan as graphs over node numbers; each group's tag is the requirement's index. */
export interface RequirementGraph {
  readonly model: Model;
  /** The requirements as node numbers. */
  readonly rows: RequirementRows;
  /** What shares whose fate, without any requirement. */
  readonly links: FateLinks;
  /** What keeps an element up: run, serve, and later with a grace. */
  readonly hold: AndOr;
  /** The same, where a service with a failover step stands still without its first provider until it is switched over. */
  readonly still: AndOr;
  /** What it needs to serve: run and serve. */
  readonly serve: AndOr;
  /** The same with everything it needs later. */
  readonly complete: AndOr;
}

type Wanted = (requirement: Requirement, from: Node, index: number) => boolean;

function groupsOf(model: Model, wanted: Wanted, rows: RequirementRows): Group<Int32Array>[] {
  const groups: Group<Int32Array>[] = [];
  for (let tag = 0; tag < model.requirements.length; tag++) {
    const requirement = model.requirements[tag] as Requirement;
    const node = rows.from[tag] as number;
    if (!wanted(requirement, model.nodes[node] as Node, tag)) continue;
    const members = rows.of.subarray(rows.start[tag], rows.start[tag + 1]);
    groups.push({ node, need: requirement.atLeast, members, tag });
  }
  return groups;
}

/** The requirements that `wanted` accepts, as a graph. */
export const graphOf = (model: Model, wanted: Wanted, rows: RequirementRows = requirementRows(model)): AndOr =>
  buildAndOr(model.nodes.length, groupsOf(model, wanted, rows));

const isHeld = (r: Requirement): boolean =>
  r.when === 'run' || r.when === 'serve' || (r.when === 'later' && r.grace !== undefined);
const isServed = (r: Requirement): boolean => r.when === 'run' || r.when === 'serve';

/** What holds an element up, and for each service with a failover step one group more: its first provider. */
function withFailover(model: Model, rows: RequirementRows): AndOr {
  const groups: Group<ArrayLike<number>>[] = groupsOf(model, isHeld, rows);
  model.requirements.forEach(({ relation }, tag) => {
    if (relation !== 'providers') return;
    const node = rows.from[tag] as number;
    const { failover, providers } = (model.nodes[node] as Node).data as Service;
    const first = model.node(providers?.[0] ?? '');
    if (failover !== undefined && first) groups.push({ node, need: 1, members: [first.index], tag });
  });
  return buildAndOr(model.nodes.length, groups);
}

interface Service {
  readonly failover?: unknown;
  readonly providers?: readonly string[];
}

/** The graphs of a plan, each built when first asked for. */
export function buildRequirementGraph(model: Model): RequirementGraph {
  const known = new Map<string, AndOr>();
  let rows: RequirementRows | undefined;
  let fates: FateLinks | undefined;
  let still: AndOr | undefined;
  const numbered = (): RequirementRows => {
    rows ??= requirementRows(model);
    return rows;
  };
  const lazily = (name: string, wanted: (r: Requirement) => boolean): AndOr => {
    const found = known.get(name) ?? graphOf(model, wanted, numbered());
    known.set(name, found);
    return found;
  };
  return {
    model,
    get rows() {
      return numbered();
    },
    get links() {
      fates ??= fateLinks(model);
      return fates;
    },
    get hold() {
      return lazily('hold', isHeld);
    },
    get still() {
      still ??= withFailover(model, numbered());
      return still;
    },
    get serve() {
      return lazily('serve', isServed);
    },
    get complete() {
      return lazily('complete', (r) => isServed(r) || r.when === 'later');
    },
  };
}
