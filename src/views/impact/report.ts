import {
  type DataLoss,
  dataLossOf,
  type Facts,
  type HostLoss,
  type Impact,
  impactWithFailover,
  lossByHost,
  type StandingStill,
} from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import type { Event } from '../../recovery/event.ts';

/** What happens to one process. */
export interface ProcessImpact {
  readonly node: Node;
  readonly state: 'stops' | 'later' | 'less' | 'goes-on';
  /** Minutes until it stops; 0 at once. */
  readonly after: number;
  readonly because: readonly string[];
}

/** An impact with what people ask next: which processes, what data. */
export interface ImpactReport {
  readonly event: Event;
  readonly impact: Impact;
  /** Services that stand still until they are switched over; down with all that needs them. */
  readonly awaiting: readonly StandingStill[];
  readonly processes: readonly ProcessImpact[];
  readonly losses: readonly DataLoss[];
  readonly hosts: readonly HostLoss[];
}

const levelRank = { 'very-high': 0, high: 1, normal: 2 } as const;
const stateRank = { stops: 0, later: 1, less: 2, 'goes-on': 3 } as const;

/** Everything about an event, the worst-hit and most needed processes first. */
export function impactReport(facts: Facts, event: Event): ImpactReport {
  const { model, needs } = facts;
  const { impact, awaiting } = impactWithFailover(model, facts.graph, event.failed);
  const lost = new Map(impact.degraded.map((d) => [d.id, d]));
  const need = (node: Node): number => levelRank[needs.effective(node.index, 'availability')];
  const processes = model.nodes
    .filter((n) => n.kind === 'process')
    .map((node): ProcessImpact => {
      const { state, after, because } = impact.nodes[node.index] as Impact['nodes'][number];
      if (state === 'down') return { node, state: after > 0 ? 'later' : 'stops', after, because };
      const less = lost.get(node.id);
      return less?.kind === 'function'
        ? { node, state: 'less', after: 0, because: less.lost }
        : { node, state: 'goes-on', after: 0, because: [] };
    })
    .sort(
      (a, b) => stateRank[a.state] - stateRank[b.state] || need(a.node) - need(b.node) || a.node.index - b.node.index,
    );
  const losses = dataLossOf(model, impact, facts.runs, facts.today, event.since);
  return { event, impact, awaiting, processes, losses, hosts: lossByHost(losses) };
}
