import * as z from 'zod';
import type { Facts, NodeImpact } from '../../analysis/index.ts';
import { jsonText } from '../../diagnostics/json-text.ts';
import { effects } from '../../inventory/index.ts';
import { actionsOf, imagedIn } from '../../recovery/actions.ts';
import { fateOf } from '../../recovery/task-list.ts';
import { headerShape } from '../header.ts';
import type { ImpactReport } from './report.ts';
import type { ImpactView } from './view.ts';

const id = z.string();
const ids = z.array(z.string());
const minutes = z.number().int();

/** `drplan/impact/1`, as `outputs.md` describes it. */
export const impactSchema = z.strictObject({
  schema: z.literal('drplan/impact/1'),
  ...headerShape,
  scenario: z.strictObject({
    id: id.nullable(),
    name: z.string(),
    failed: z.array(z.strictObject({ id, effect: z.enum(effects) })),
  }),
  processes: z.strictObject({
    total: minutes.describe('How many processes the plan has.'),
    stopped: z.array(z.strictObject({ id, after: minutes, because: ids })).describe('They stop, at once or later.'),
    degraded: z.array(z.strictObject({ id, lost: ids })).describe('They go on with something missing.'),
  }),
  down: z.array(z.strictObject({ id, after: minutes.describe('Minutes until it is down.'), because: ids })),
  degraded: z.array(z.strictObject({ id, kind: z.enum(['redundancy', 'function']), lost: ids })),
  upCount: minutes,
  perhapsStopped: ids.describe('They ran on some member of a farm that lost one.'),
  suspect: z.array(z.strictObject({ id, from: id })),
  actions: z
    .array(z.strictObject({ id, effect: z.string(), actions: z.array(z.string()), from: id.optional() }))
    .describe('What has to be done, per element and effect; `from`: what the effect was carried from.'),
  dataLoss: z.array(
    z.strictObject({
      id,
      upToMinutes: minutes.nullable().describe('null: everything.'),
      basis: z.enum(['schedule', 'evidence', 'none']),
      backup: id.optional(),
      host: id.optional(),
    }),
  ),
  dataLossByHost: z.array(
    z.strictObject({
      host: id,
      elements: ids,
      sumMinutes: minutes,
      worstMinutes: minutes,
      withoutBackup: ids,
    }),
  ),
});

function actionsJson({ model }: Facts, { impact, awaiting }: ImpactReport): z.output<typeof impactSchema>['actions'] {
  const imaged = imagedIn(model);
  return model.nodes.flatMap((node) => {
    const at = impact.nodes[node.index] as NodeImpact;
    const fate = fateOf(impact, imaged, node);
    const none = { effects: [], stopped: false, suspect: false, failsOver: false, imaged: fate.imaged };
    const entry = (effect: string, part: Partial<typeof fate>, from: string | undefined) => {
      const actions = [...actionsOf(node, { ...none, ...part })];
      if (actions.length === 0 && effect !== 'disclosed') return [];
      return [{ id: node.id, effect, actions, ...(from === undefined ? {} : { from }) }];
    };
    const carrier = at.because.length > 0 && at.effects.some((e) => e !== 'disclosed') ? at.because[0] : undefined;
    const suspect = impact.suspect.find((s) => s.id === node.id);
    const waiting = awaiting.find((s) => s.node === node);
    return [
      ...at.effects.flatMap((effect) => entry(effect, { effects: [effect] }, carrier)),
      ...(fate.stopped && at.effects.length === 0 ? entry('stopped', { stopped: true }, at.because[0]) : []),
      ...(fate.suspect ? entry('suspect', { suspect: true }, suspect?.from) : []),
      ...(waiting ? entry('failover', { failsOver: true }, waiting.first) : []),
    ];
  });
}

/** One JSON document with everything. */
export const json: ImpactView = {
  name: 'json',
  render: (facts, report, { header }) => {
    const { event, impact, processes, losses, hosts } = report;
    const document: z.output<typeof impactSchema> = {
      schema: 'drplan/impact/1',
      ...header,
      scenario: {
        id: event.id,
        name: event.name,
        failed: event.failed.map(({ element, effect }) => ({ id: element, effect })),
      },
      processes: {
        total: processes.length,
        stopped: processes
          .filter((p) => p.state === 'stops' || p.state === 'later')
          .map((p) => ({ id: p.node.id, after: p.after, because: [...p.because] })),
        degraded: processes.filter((p) => p.state === 'less').map((p) => ({ id: p.node.id, lost: [...p.because] })),
      },
      down: impact.down.map((d) => ({ ...d, because: [...d.because] })),
      degraded: impact.degraded.map((d) => ({ ...d, lost: [...d.lost] })),
      upCount: impact.upCount,
      perhapsStopped: [...impact.perhapsStopped],
      suspect: impact.suspect.map((s) => ({ ...s })),
      actions: actionsJson(facts, report),
      dataLoss: losses.map(({ backup, host, ...rest }) => ({
        ...rest,
        ...(backup === undefined ? {} : { backup }),
        ...(host === undefined ? {} : { host }),
      })),
      dataLossByHost: hosts.map((h) => ({ ...h, elements: [...h.elements], withoutBackup: [...h.withoutBackup] })),
    };
    return jsonText(document);
  },
};
