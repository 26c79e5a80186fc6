import type { Element } from '../../model/model.ts';
import { nameOf, span, titleOf } from '../format.ts';
import type { FlowChart, FlowSeries, PictureInput } from './picture.ts';
import { type PictureTexts, pictureTexts } from './texts.ts';

/** Longer procedures are lists to be ticked off: a chart of them is no help. */
const mostSteps = 12;

type Procedure = Element<'procedure'>;
type Step = NonNullable<Procedure['data']['steps']>[number];

function chartOf(
  { facts }: PictureInput,
  procedure: Procedure,
  steps: readonly Step[],
  os: string,
  texts: PictureTexts,
): FlowChart {
  const { prerequisites = [], success = '' } = procedure.data;
  return {
    id: procedure.id,
    title: os === '' ? titleOf(procedure) : texts.forSystem(titleOf(procedure), os),
    before: [prerequisites].flat(),
    success,
    steps: steps.map(({ do: does, command = '', expect = '', ifFails = '', by, takes }) => ({
      does,
      command,
      expect,
      ifFails,
      note: [
        by === undefined ? '' : texts.doneBy(nameOf(facts, by)),
        takes === undefined ? '' : texts.takes(span(takes)),
      ]
        .filter(Boolean)
        .join(', '),
    })),
  };
}

/** Procedures that say what to do if a step fails, as flow charts; other ones are straight lines and no picture. */
export function procedureFlows(input: PictureInput): FlowSeries | undefined {
  const { facts, texts = pictureTexts } = input;
  const charts = facts.model.of('procedure').flatMap((procedure) => {
    const { steps = [], variants = [] } = procedure.data;
    const all = [{ os: '', steps }, ...variants];
    return all
      .filter((v) => v.steps.length <= mostSteps && v.steps.some((s) => s.ifFails !== undefined))
      .map((v) => chartOf(input, procedure, v.steps, v.os, texts));
  });
  return charts.length === 0 ? undefined : { type: 'flow', letter: 'F', title: texts.flow, charts };
}
