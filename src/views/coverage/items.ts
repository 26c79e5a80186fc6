import { type Answer, type Answers, type State, states, type Text } from '../../coverage/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Counts, CoverageText, DemandItem } from './view.ts';

type Locate = (at: Location) => { readonly line: number };

/** "M 6.96, sentence 15"; a clause has the name of its standard in it. */
const sourceOf = ({ name, counts }: Text, number: string): string =>
  counts === 'clause' ? number : `${name}, ${counts} ${number.replace(/^\d+\./, '')}`;

function itemOf(text: Text, answer: Answer, locate: Locate): DemandItem {
  const { demand, state, reason, evidence, findings, sections } = answer;
  return {
    number: demand.number,
    source: sourceOf(text, demand.number),
    demand: demand.demand,
    state,
    reason: reason === '' ? null : reason,
    evidence: evidence.map(({ id, text, at }) => ({
      element: id ?? null,
      text: text ?? null,
      file: at.file,
      line: locate(at).line,
    })),
    findings: findings.map(({ rule, message, element, file, range, waived }) => ({
      rule,
      message,
      element: element ?? null,
      file,
      line: range.line,
      waived: waived ?? null,
    })),
    rules: [...(demand.rules ?? [])],
    sections: [...sections],
    commands: [...(demand.commands ?? [])],
  };
}

/** How many are in which state. */
export const countsOf = (all: readonly { readonly state: State }[]): Counts =>
  Object.fromEntries(states.map((state) => [state, all.filter((one) => one.state === state).length])) as Record<
    State,
    number
  >;

/**
 * Answers with files and lines.
 * @param only states that are listed; the counts are of all
 */
export const coverageItems = (all: readonly Answers[], locate: Locate, only?: readonly State[]): CoverageText[] =>
  all.map(({ text, answers }) => ({
    source: text.name,
    standard: text.standard ?? null,
    counts: countsOf(answers),
    demands: answers.filter((a) => only === undefined || only.includes(a.state)).map((a) => itemOf(text, a, locate)),
  }));
