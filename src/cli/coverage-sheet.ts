import type { Facts } from '../analysis/index.ts';
import type { CoverageSheet } from '../binder/index.ts';
import { type Standard, standards } from '../coverage/index.ts';
import { cover, locate, type Reading } from '../pipeline.ts';
import { coverageItems, inShort } from '../views/coverage/index.ts';

/** The standards that a plan has chosen by its profiles. */
export const chosenStandards = ({ model }: Facts): readonly Standard[] =>
  standards.filter((s) => ((model.policy.profiles ?? []) as readonly string[]).includes(s));

/** What the binder prints for auditors. */
export function coverageSheet(reading: Reading, facts: Facts, printed: ReadonlySet<string>): CoverageSheet {
  const texts = coverageItems(cover(reading, facts, chosenStandards(facts), printed), (at) => locate(reading, at));
  return texts.map(({ source, demands }) => ({
    source,
    demands: demands.map((item) => ({
      number: item.number,
      demand: item.demand,
      state: item.state,
      evidence: inShort(item),
    })),
  }));
}
