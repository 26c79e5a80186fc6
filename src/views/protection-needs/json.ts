import * as z from 'zod';
import type { Facts, Need, TimeObjective } from '../../analysis/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { levels, type Objective } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { headerShape } from '../header.ts';
import { objectives, sayNeed, shownNodes } from './rows.ts';
import type { NeedsView } from './view.ts';

const level = z.enum(levels);
const need = z.strictObject({
  stated: level.nullable().describe('What the author wrote; null: nothing.'),
  maximum: level.describe('The highest effective need of everything that requires it.'),
  proposed: z
    .strictObject({
      cumulation: level
        .nullable()
        .describe('What many bearers or their damage suggest; null: nothing, or proposed elsewhere.'),
      distribution: level
        .nullable()
        .describe('What would do, since losing it alone takes nothing down; availability only.'),
      bearers: z.array(z.string()).describe('The processes behind the cumulation.'),
      at: z.string().optional().describe('The element of its group at which cumulation is proposed.'),
    })
    .describe('What the tool found and a person decides.'),
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

const minutes = z.number().int();
const time = z.strictObject({
  stated: minutes.nullable().describe('Written at the element.'),
  inherited: minutes.nullable().describe('The shortest of its users.'),
  from: z.string().optional().describe('The user that passes it on.'),
});

/** `drplan/protection-needs/1`, as `outputs.md` describes it. */
export const protectionNeedsSchema = z.strictObject({
  schema: z.literal('drplan/protection-needs/1'),
  ...headerShape,
  elements: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      needs: z.strictObject({ confidentiality: need, integrity: need, availability: need }),
      rtoMinutes: minutes.optional().describe('Recovery time objective: the shorter of stated and inherited.'),
      rpoMinutes: minutes.optional().describe('Recovery point objective, the same way.'),
      mtpdMinutes: minutes.optional().describe('Maximum tolerable period of disruption, the same way.'),
      times: z
        .strictObject({ rto: time.optional(), rpo: time.optional(), mtpd: time.optional() })
        .describe('Where these come from.'),
    }),
  ),
});

function needJson(facts: Facts, node: Node, objective: Objective): z.output<typeof need> {
  const figures: Need = facts.needs.of(node.index, objective);
  const { stated, maximum, effective, decision, principle } = figures;
  const { cumulation, distribution, bearers, at } = facts.needs.proposed(node.index, objective);
  return {
    stated,
    maximum,
    proposed: { cumulation, distribution, bearers: [...bearers], ...(at === undefined ? {} : { at }) },
    effective,
    ...(decision ? { decision: { principle: decision.principle, need: decision.need, by: decision.by } } : {}),
    principle,
    because: facts.needs.because(node.index, objective).map((r) => ({ ...r })),
    text: sayNeed(facts, node, objective),
  };
}

/** A property, or none where there is no value. */
const named = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: V });

function timeJson(objective: TimeObjective, node: number): z.output<typeof time> | undefined {
  const stated = objective.stated(node);
  const inherited = objective.inherited(node);
  if (stated === undefined && inherited === undefined) return undefined;
  return { stated: stated ?? null, inherited: inherited?.minutes ?? null, ...named('from', inherited?.from) };
}

/** One JSON document with every figure. */
export const json: NeedsView = {
  name: 'json',
  render: (facts, { ids, header }) => {
    const document: z.output<typeof protectionNeedsSchema> = {
      schema: 'drplan/protection-needs/1',
      ...header,
      elements: shownNodes(facts, ids).map((node) => {
        const { rto, rpo, mtpd } = facts.timeObjectives;
        const [confidentiality, integrity, availability] = objectives.map((o) => needJson(facts, node, o));
        return {
          id: node.id,
          kind: node.kind,
          needs: { confidentiality, integrity, availability } as Record<Objective, z.output<typeof need>>,
          ...named('rtoMinutes', rto.effective(node.index)),
          ...named('rpoMinutes', rpo.effective(node.index)),
          ...named('mtpdMinutes', mtpd.effective(node.index)),
          times: {
            ...named('rto', timeJson(rto, node.index)),
            ...named('rpo', timeJson(rpo, node.index)),
            ...named('mtpd', timeJson(mtpd, node.index)),
          },
        };
      }),
    };
    return jsonText(document);
  },
};
