import { type Level, type Objective, objectives } from '../inventory/index.ts';
import type { Model, Node } from '../model/model.ts';
import { type CumulationProposal, cumulationProposals, withCumulation } from './cumulation.ts';
import { indispensable } from './distribution.ts';
import type { RequirementGraph } from './graph.ts';
import { type NeedEdges, needEdges, placesByNode } from './need-edges.ts';
import { decisionLacks, levelAt, type NeedDecision, type NeedLevels, needLevels, writtenNeed } from './need-levels.ts';
import { type NeedPaths, type NeedReason, needPaths } from './need-paths.ts';

export type { CumulationProposal } from './cumulation.ts';
export type { NeedDecision } from './need-levels.ts';
export type { NeedReason } from './need-paths.ts';

/** What the tool found and a person decides. */
export interface Proposed {
  /** The level that the number or the damage of its bearers suggests; null: none, or proposed at another element. */
  readonly cumulation: Level | null;
  /** The level that would do because losing this element alone takes nothing down; availability only. */
  readonly distribution: Level | null;
  /** The processes behind the cumulation, sorted. */
  readonly bearers: readonly string[];
  /** The element of its group at which the cumulation is proposed; undefined: no cumulation. */
  readonly at: string | undefined;
}

/** The figures of one element and objective, never mixed (analysis.md §5; BSI-Standard 200-2). */
export interface Need {
  /** What the author wrote; null: nothing. */
  readonly stated: Level | null;
  readonly reason: string | undefined;
  /** Maximum principle: the highest effective need of all that requires it. */
  readonly maximum: Level;
  /** The higher of the two, raised or lowered by a decision. */
  readonly effective: Level;
  readonly decision: NeedDecision | undefined;
  /** What a written decision lacks to count; empty: it counts, or there is none. */
  readonly lacks: readonly string[];
  /** What decides the effective need. */
  readonly principle: 'stated' | 'maximum' | 'cumulation' | 'distribution' | 'manual' | 'none';
}

/** Protection needs of the whole plan. */
export interface Needs {
  readonly of: (node: number, objective: Objective) => Need;
  readonly effective: (node: number, objective: Objective) => Level;
  readonly proposed: (node: number, objective: Objective) => Proposed;
  /** All cumulations of an objective, one per group of elements with the same bearers, sorted by where they are made. */
  readonly cumulations: (objective: Objective) => readonly CumulationProposal[];
  /** Whether losing this element alone takes something else down. */
  readonly isIndispensable: (node: number) => boolean;
  /** Everybody whose need is the maximum of this node, sorted. */
  readonly because: (node: number, objective: Objective) => readonly NeedReason[];
  /** The shortest chain from the node to whoever decides its maximum; empty where it states as much itself. */
  readonly path: (node: number, objective: Objective) => readonly NeedReason[];
}

function principleOf(
  stated: number,
  maximum: number,
  effective: number,
  decision: NeedDecision | undefined,
  rated: boolean,
): Need['principle'] {
  const computed = Math.max(stated, maximum);
  if (decision && effective !== computed && decision.principle !== 'maximum') return decision.principle;
  // Higher than stated and inherited without a decision: the policy applies cumulation at once.
  if (effective > computed && effective > 0) return 'cumulation';
  if (!rated) return 'none';
  return stated >= maximum ? 'stated' : 'maximum';
}

interface OneObjective {
  readonly levels: NeedLevels;
  readonly paths: NeedPaths;
  readonly proposals: () => {
    readonly list: readonly CumulationProposal[];
    readonly at: Map<number, CumulationProposal>;
  };
}

function compute(model: Model, objective: Objective, edges: NeedEdges): OneObjective {
  const levels =
    model.policy.protection?.cumulation === 'apply'
      ? withCumulation(model, objective, (floor) => needLevels(model, objective, edges, floor))
      : needLevels(model, objective, edges);
  let proposals: ReturnType<OneObjective['proposals']> | undefined;
  const isSource = (v: number, level: number): boolean =>
    (levels.stated[v] as number) >= level || (levels.maximum[v] as number) < level;
  return {
    levels,
    paths: needPaths(model, levels, isSource),
    proposals: () => {
      if (proposals) return proposals;
      const list = cumulationProposals(model, objective, levels);
      const at = new Map(list.flatMap((p) => p.members.map((v) => [v, p] as const)));
      proposals = { list, at };
      return proposals;
    },
  };
}

/** All needs of a plan; proposals and explanations are computed when first asked for. */
export function protectionNeeds(model: Model, graph: RequirementGraph): Needs {
  const places = placesByNode(model);
  const computed = new Map<Objective, OneObjective>(
    objectives.map((o) => [o, compute(model, o, needEdges(model, graph.rows, places, o))]),
  );
  const on = (objective: Objective): OneObjective => computed.get(objective) as OneObjective;
  const idOf = (v: number): string => (model.nodes[v] as Node).id;
  let needed: Uint8Array | undefined;
  const isIndispensable = (v: number): boolean => {
    needed ??= indispensable(model, graph);
    return needed[v] === 1;
  };
  const distributionOf = (v: number, objective: Objective): Level | null => {
    const maximum = on(objective).levels.maximum[v] as number;
    const { kind } = model.nodes[v] as Node;
    if (objective !== 'availability' || maximum === 0 || kind === 'process' || kind === 'data') return null;
    return kind === 'backup' || isIndispensable(v) ? null : levelAt(maximum - 1);
  };
  return {
    of: (node, objective) => {
      const { maximum, effective, stated, decisions, rated } = on(objective).levels;
      const figures = [stated[node] as number, maximum[node] as number, effective[node] as number] as const;
      return {
        stated: figures[0] === -1 ? null : levelAt(figures[0]),
        reason: writtenNeed(model.nodes[node] as Node, objective).reason,
        maximum: levelAt(figures[1]),
        effective: levelAt(figures[2]),
        decision: decisions[node],
        lacks: decisionLacks(writtenNeed(model.nodes[node] as Node, objective)),
        principle: principleOf(...figures, decisions[node], rated[node] === 1),
      };
    },
    effective: (node, objective) => levelAt(on(objective).levels.effective[node] as number),
    proposed: (node, objective) => {
      const proposal = on(objective).proposals().at.get(node);
      const here = proposal?.at === node;
      return {
        cumulation: proposal && here ? levelAt(proposal.to) : null,
        distribution: distributionOf(node, objective),
        bearers: proposal && here ? proposal.bearers().map(idOf) : [],
        at: proposal && idOf(proposal.at),
      };
    },
    cumulations: (objective) => on(objective).proposals().list,
    isIndispensable,
    because: (node, objective) => on(objective).paths.because(node),
    path: (node, objective) => {
      const { levels, paths } = on(objective);
      return (levels.stated[node] as number) >= (levels.maximum[node] as number) ? [] : paths.path(node);
    },
  };
}
