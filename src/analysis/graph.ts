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
  /** What it needs to serve: run and serve. */
  readonly serve: AndOr;
  /** The same with everything it needs later. */
  readonly complete: AndOr;
}

/** The requirements that `wanted` accepts, as a graph. */
export function graphOf(
  model: Model,
  wanted: (requirement: Requirement, from: Node, index: number) => boolean,
  rows: RequirementRows = requirementRows(model),
): AndOr {
  const groups: Group<Int32Array>[] = [];
  for (let tag = 0; tag < model.requirements.length; tag++) {
    const requirement = model.requirements[tag] as Requirement;
    const node = rows.from[tag] as number;
    if (!wanted(requirement, model.nodes[node] as Node, tag)) continue;
    const members = rows.of.subarray(rows.start[tag], rows.start[tag + 1]);
    groups.push({ node, need: requirement.atLeast, members, tag });
  }
  return buildAndOr(model.nodes.length, groups);
}

const isHeld = (r: Requirement): boolean =>
  r.when === 'run' || r.when === 'serve' || (r.when === 'later' && r.grace !== undefined);
const isServed = (r: Requirement): boolean => r.when === 'run' || r.when === 'serve';

/** The graphs of a plan, each built when first asked for. */
export function buildRequirementGraph(model: Model): RequirementGraph {
  const known = new Map<string, AndOr>();
  let rows: RequirementRows | undefined;
  let fates: FateLinks | undefined;
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
    get serve() {
      return lazily('serve', isServed);
    },
    get complete() {
      return lazily('complete', (r) => isServed(r) || r.when === 'later');
    },
  };
}
