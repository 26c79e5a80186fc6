import type { Rule } from '../rule.ts';

const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);
const oneOf = (words: readonly string[]): string =>
  words.length === 1 ? article(words[0] as string) : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

export const referenceKindWrong: Rule = {
  id: 'reference-kind-wrong',
  severity: 'error',
  profiles: ['start', 'grundschutz', 'nis2', 'dora'],
  summary: 'A reference must lead to an element of a kind that makes sense there.',
  why: 'A machine that "runs on" a person, or is restarted by a contract, is a slip that changes the order or the page.',
  source: 'Soundness of the plan: a relation means something only between elements of its kinds',
  bad: `
drplan: 1
plan: {name: Office}
people:
  anna: {name: Anna}
servers:
  web: {dependsOn: [anna]} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
people:
  anna: {name: Anna}
servers:
  web: {owner: anna}
`,
  *check({ model }) {
    for (const bad of model.problems.references) {
      if (bad.found === undefined) continue;
      const target = model.elements.get(bad.to);
      yield {
        message: `"${bad.to}" is ${article(bad.found)}; expected ${oneOf(bad.expected)}`,
        label: `this is ${article(bad.found)}`,
        location: bad.at,
        element: bad.from,
        ...(target ? { related: [{ message: `"${bad.to}" is here`, location: { ...target.at, onKey: true } }] } : {}),
      };
    }
  },
};
