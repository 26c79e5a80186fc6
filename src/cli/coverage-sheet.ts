import type { Facts } from '../analysis/index.ts';
import { type BinderInput, type CoverageSheet, languageOf, sections } from '../binder/index.ts';
import { dayIn } from '../binder/language.ts';
import { type Standard, standards } from '../coverage/index.ts';
import { cover, locate, type Reading } from '../pipeline.ts';
import { coverageItems, inShort } from '../views/coverage/index.ts';

/** The standards that a plan has chosen by its profiles. */
export const chosenStandards = ({ model }: Facts): readonly Standard[] =>
  standards.filter((s) => ((model.policy.profiles ?? []) as readonly string[]).includes(s));

/** What a binder prints for auditors, in its language. */
export function coverageSheet(reading: Reading, input: BinderInput, printed: ReadonlySet<string>): CoverageSheet {
  const { facts } = input;
  const language = languageOf(input);
  const answers = cover(reading, facts, chosenStandards(facts), printed);
  const titles = new Map(sections.map((s) => [s.name, s.words[language].title]));
  const onPaper = {
    language,
    titleOf: (name: string) => titles.get(name) ?? name,
    day: (date: string) => dayIn(language, date),
  };
  return coverageItems(answers, (at) => locate(reading, at), { language }).map(({ source, demands }) => ({
    source,
    demands: demands.map((item) => ({
      number: item.number,
      demand: item.demand,
      state: item.state,
      evidence: inShort(item, onPaper),
    })),
  }));
}
