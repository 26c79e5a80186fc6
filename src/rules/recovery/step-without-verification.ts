import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';
import { type PlacedStep, stepsOf } from '../steps.ts';

/** Of the last step the success of the whole procedure tells. */
const unverified = (procedure: Element<'procedure'>): readonly PlacedStep[] =>
  stepsOf(procedure).filter(
    ({ step, isLast }) => step.expect === undefined && !(isLast && procedure.data.success !== undefined),
  );

export const stepWithoutVerification: Rule = {
  id: 'step-without-verification',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Of every step of a procedure it is said what is seen when it worked.',
  why: 'The third step did nothing. It is noticed at the ninth, two hours later.',
  source:
    'M 6.96: a recovery plan which ensures the controlled start; M 6.138: instructions for people unfamiliar with it',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  start-server:
    title: Start a server
    steps:
      - {do: Press the power button of the server} # <--
      - {do: Log in at its screen, expect: The prompt}
`,
  good: `
drplan: 1
plan: {name: Office}
procedures:
  start-server:
    title: Start a server
    steps:
      - {do: Press the power button of the server, expect: The power light is green}
      - {do: Log in at its screen, expect: The prompt}
`,
  *check({ model }) {
    const lack = {
      one: (p: Element<'procedure'>) => `does not say what is seen after ${listed(unverified(p).map((s) => s.name))}`,
      many: 'have steps after which nobody knows whether they worked',
      hint: 'add expect: what the screen, a lamp or a command then shows; and ifFails: what to do otherwise',
      at: (p: Element<'procedure'>) => fieldOf(p, ...(unverified(p)[0]?.path ?? [])),
    };
    yield* missing(model.of('procedure'), lack, (p) => unverified(p).length > 0);
  },
};
