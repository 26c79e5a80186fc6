import { type Answer, type Answers, type Said, type State, states, type Text } from '../../coverage/index.ts';
import type { Location } from '../../diagnostics/location.ts';
import type { Counts, CoverageText, DemandItem } from './view.ts';

type Locate = (at: Location) => { readonly line: number };
type Language = keyof Said;

/** What is listed, and in which words. */
interface Listing {
  /** States that are listed; the counts are of all. */
  readonly only?: readonly State[] | undefined;
  /** Default: English, as terminals speak. */
  readonly language?: Language;
}

const counted: Readonly<Record<'sentence' | 'point', Said>> = {
  sentence: { en: 'sentence', de: 'Satz' },
  point: { en: 'point', de: 'Punkt' },
};

/** "M 6.96, sentence 15"; a clause has the name of its standard in it. */
const sourceOf = ({ name, counts }: Text, number: string, language: Language): string =>
  counts === 'clause' ? number : `${name[language]}, ${counted[counts][language]} ${number.replace(/^\d+\./, '')}`;

function itemOf(text: Text, answer: Answer, locate: Locate, language: Language): DemandItem {
  const { demand, state, reason, evidence, findings, sections } = answer;
  return {
    number: demand.number,
    source: sourceOf(text, demand.number, language),
    demand: demand.demand[language],
    state,
    reason: reason?.[language] ?? null,
    evidence: evidence.map(({ id, text: said, at }) => ({
      element: id ?? null,
      text: said?.[language] ?? null,
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

/** Answers with files and lines, in one language. */
export const coverageItems = (
  all: readonly Answers[],
  locate: Locate,
  { only, language = 'en' }: Listing = {},
): CoverageText[] =>
  all.map(({ text, answers }) => ({
    source: text.name[language],
    standard: text.standard ?? null,
    counts: countsOf(answers),
    demands: answers
      .filter((a) => only === undefined || only.includes(a.state))
      .map((a) => itemOf(text, a, locate, language)),
  }));
