import * as z from 'zod';
import type { Facts, Need } from '../../analysis/index.ts';
import { levels, type Objective } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { headerShape } from '../header.ts';
import { objectives, rpoOf, rtoOf, sayNeed, shownNodes } from './rows.ts';
import type { NeedsView } from './view.ts';

const level = z.enum(levels);
const need = z.strictObject({
  stated: level.nullable().describe('What the author wrote; null: nothing.'),
  maximum: level.describe('The highest effective need of everything that requires it.'),
  effective: level.describe('The higher of the two, raised or lowered by a decision.'),
  decision: z
    .strictObject({
      principle: z.enum(['maximum', 'cumulation', 'distribution', 'manual']),
      need: level,
      by: z.string(),
    })
    .optional()
    .describe('The decision in force.'),
  principle: z
    .enum(['stated', 'maximum', 'cumulation', 'distribution', 'manual', 'none'])
    .describe('What decides the effective need.'),
  because: z
    .array(z.strictObject({ from: z.string(), level, relation: z.string() }))
    .describe('Who has the maximum and passes it on.'),
  text: z.string().describe('The shortest explanation in words.'),
});

/** `drplan/protection-needs/1`, as `outputs.md` describes it; proposals come with their own analysis. */
export const protectionNeedsSchema = z.strictObject({
  schema: z.literal('drplan/protection-needs/1'),
  ...headerShape,
  elements: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      needs: z.strictObject({ confidentiality: need, integrity: need, availability: need }),
      rtoMinutes: z.number().int().optional().describe('The stated recovery time objective.'),
      rpoMinutes: z.number().int().optional().describe('The stated recovery point objective.'),
    }),
  ),
});

function needJson(facts: Facts, node: Node, objective: Objective): z.output<typeof need> {
  const figures: Need = facts.needs.of(node.index, objective);
  const { stated, maximum, effective, decision, principle } = figures;
  return {
    stated,
    maximum,
    effective,
    ...(decision ? { decision: { principle: decision.principle, need: decision.need, by: decision.by } } : {}),
    principle,
    because: facts.needs.because(node.index, objective).map((r) => ({ ...r })),
    text: sayNeed(facts, node, objective),
  };
}

/** One JSON document with every figure. */
export const json: NeedsView = {
  name: 'json',
  render: (facts, { ids, header }) => {
    const document: z.output<typeof protectionNeedsSchema> = {
      schema: 'drplan/protection-needs/1',
      ...header,
      elements: shownNodes(facts, ids).map((node) => {
        const rto = rtoOf(node);
        const rpo = rpoOf(node);
        const [confidentiality, integrity, availability] = objectives.map((o) => needJson(facts, node, o));
        return {
          id: node.id,
          kind: node.kind,
          needs: { confidentiality, integrity, availability } as Record<Objective, z.output<typeof need>>,
          ...(rto === undefined ? {} : { rtoMinutes: rto }),
          ...(rpo === undefined ? {} : { rpoMinutes: rpo }),
        };
      }),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};
