import type { Impact, Situation } from '../analysis/index.ts';
import type { Model } from '../model/model.ts';
import { actionsOf, imagedIn, isRestoring } from './actions.ts';
import { fateOf, type Reported } from './task-list.ts';

/** What has to be brought back, and what cannot be: external things that failed have no action of ours. */
export function situationOf(model: Model, impact: Impact, failed: ReadonlySet<string> = new Set()): Situation {
  const size = model.nodes.length;
  const situation = {
    affected: new Uint8Array(size),
    restoring: new Uint8Array(size),
    resuming: new Uint8Array(size),
    gone: new Uint8Array(size),
  };
  const imaged = imagedIn(model);
  for (const node of model.nodes) {
    if (impact.nodes[node.index]?.state !== 'down') continue;
    situation.affected[node.index] = 1;
    const actions = actionsOf(node, fateOf(impact, imaged, node));
    if (actions.some(isRestoring)) situation.restoring[node.index] = 1;
    if (actions.length === 0) situation.resuming[node.index] = 1;
    const failedItself = (impact.nodes[node.index]?.because.length ?? 0) === 0;
    if ((node.external && failedItself) || failed.has(node.id)) situation.gone[node.index] = 1;
  }
  return situation;
}

/** Steps that have failed and take their element with them; a bypass or a failover that failed is only no way any more. */
export function failedElements(reported: Reported): ReadonlySet<string> {
  const elements = [...reported.failed].filter((id) => !/\/(?:bypass\.|normalise\.|failover$)/.test(id));
  return new Set(elements.map((id) => id.slice(0, id.lastIndexOf('/'))));
}
