import type { Element } from '../model/model.ts';

type Procedure = Element<'procedure'>;
export type Step = NonNullable<Procedure['data']['steps']>[number];

/** A step of a procedure, its place and how people call it. */
export interface PlacedStep {
  readonly step: Step;
  readonly path: readonly (string | number)[];
  /** "step 2", "step 2 on windows". */
  readonly name: string;
  readonly isLast: boolean;
  /** The operating system it is a variant for. */
  readonly os: string | undefined;
}

/** All steps of a procedure, those of its variants too. */
export function stepsOf({ data }: Procedure): readonly PlacedStep[] {
  const placed = (steps: readonly Step[], path: readonly (string | number)[], os?: string): readonly PlacedStep[] =>
    steps.map((step, i) => ({
      step,
      path: [...path, 'steps', i],
      name: `step ${i + 1}${os === undefined ? '' : ` on ${os}`}`,
      isLast: i === steps.length - 1,
      os,
    }));
  return [
    ...placed(data.steps ?? [], []),
    ...(data.variants ?? []).flatMap((v, i) => placed(v.steps, ['variants', i], v.os)),
  ];
}
