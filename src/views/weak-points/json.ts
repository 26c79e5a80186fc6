import * as z from 'zod';
import type { ApparentRedundancy, Facts } from '../../analysis/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { levels } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { headerShape } from '../header.ts';
import type { WeakPointsOptions, WeakPointsView } from './view.ts';

const id = z.string();
const ids = z.array(z.string());
const minutes = z.number().int();
const untilSwitched = z.boolean().describe('It comes back once a service is switched over.');
const cause = z.strictObject({
  id,
  kind: z.enum(['host', 'store', 'place', 'power', 'uplink', 'network', 'cooling', 'system', 'supplier', 'person']),
  takes: ids.describe('The providers it takes.'),
  possible: z.boolean().describe('true: nothing keeps them apart; it is not known that they are together.'),
});
const commonCause = z.strictObject({
  of: ids.describe('The providers that stand in for each other.'),
  atLeast: minutes.describe('How many of them are needed.'),
  neededBy: z.array(z.strictObject({ id, relation: z.string(), file: z.string(), line: minutes })),
  causes: z.array(cause).describe('What takes more of them than can be spared, the nearest first.'),
  omitted: minutes.describe('Causes that are not listed, since there are too many.'),
});

/** `drplan/weak-points/1`. */
export const weakPointsSchema = z.strictObject({
  schema: z.literal('drplan/weak-points/1'),
  ...headerShape,
  order: minutes.describe('Cut sets hold up to so many failures.'),
  processes: z
    .array(
      z.strictObject({
        id,
        kind: z.string(),
        availability: z.enum(levels),
        singlePoints: z
          .array(
            z.strictObject({ id, kind: z.string(), after: minutes, untilSwitched, decision: z.string().optional() }),
          )
          .describe('What alone takes it down, and after how many minutes.'),
        cutSets: z.array(ids).describe('The minimal sets of failures that take it down, single points included.'),
        commonCauses: z.array(minutes).describe('Places in `commonCauses` of redundancy it counts on.'),
      }),
    )
    .describe('The processes and services with need high or above, or those that were named.'),
  singlePoints: z
    .array(
      z.strictObject({
        id,
        kind: z.string(),
        takesDown: z.array(z.strictObject({ id, after: minutes, untilSwitched })),
        decision: z.string().optional().describe('The recorded decision to live with it.'),
      }),
    )
    .describe('The same by element.'),
  commonCauses: z.array(commonCause).describe('Redundancy that is only apparent.'),
  capacity: z.array(
    z.strictObject({
      cluster: id,
      gone: ids.describe('The hosts that are taken away.'),
      fits: z.boolean().nullable().describe('null: sizes are missing.'),
      left: ids.describe('What finds no place.'),
      unknown: ids.describe('Hosts and machines without a size.'),
    }),
  ),
});

type Shape = z.output<typeof weakPointsSchema>;

function causesJson(
  apparent: readonly ApparentRedundancy[],
  locate: WeakPointsOptions['locate'],
): Shape['commonCauses'] {
  return apparent.map(({ of, atLeast, requirements, causes, omitted }) => ({
    of: [...of],
    atLeast,
    neededBy: requirements.map((r) => ({ id: r.from, relation: r.relation, file: r.at.file, line: locate(r.at).line })),
    causes: causes.map((c) => ({ ...c, takes: [...c.takes] })),
    omitted,
  }));
}

const decided = (decision: string | undefined) => (decision === undefined ? {} : { decision });

/** One JSON document with everything. */
export const json: WeakPointsView = {
  name: 'json',
  render: (facts: Facts, { header, targets, order, locate }) => {
    const { needs, weakPoints } = facts;
    const single = weakPoints.singlePoints(targets);
    const apparent = weakPoints.apparent(targets);
    const pointsOf = (target: Node): Shape['processes'][number]['singlePoints'] =>
      single.flatMap(({ node, takesDown, decision }) => {
        const hit = takesDown.find((t) => t.node === target);
        return hit
          ? [{ id: node.id, kind: node.kind, after: hit.after, untilSwitched: hit.untilSwitched, ...decided(decision) }]
          : [];
      });
    const document: Shape = {
      schema: 'drplan/weak-points/1',
      ...header,
      order,
      processes: targets.map((target) => ({
        id: target.id,
        kind: target.kind,
        availability: needs.effective(target.index, 'availability'),
        singlePoints: pointsOf(target),
        cutSets: weakPoints.cutSets(target, order).map((set) => set.map((n) => n.id)),
        commonCauses: weakPoints
          .apparent([target])
          .map((a) => apparent.findIndex((b) => b.atLeast === a.atLeast && b.of.join() === a.of.join()))
          .filter((i) => i !== -1),
      })),
      singlePoints: single.map(({ node, takesDown, decision }) => ({
        id: node.id,
        kind: node.kind,
        takesDown: takesDown.map(({ node: hit, after, untilSwitched: still }) => ({
          id: hit.id,
          after,
          untilSwitched: still,
        })),
        ...decided(decision),
      })),
      commonCauses: causesJson(apparent, locate),
      capacity: weakPoints.capacity.map(({ cluster, gone, fits, left, unknown }) => ({
        cluster,
        gone: [...gone],
        fits: fits ?? null,
        left: [...left],
        unknown: [...unknown],
      })),
    };
    return jsonText(document);
  },
};
