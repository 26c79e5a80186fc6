import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { fieldOf } from '../place.ts';
import type { Rule } from '../rule.ts';
import { type PlacedStep, type Step, stepsOf } from '../steps.ts';

/** Words that leave the decision to somebody who cannot take it, in the two languages of plans. */
const vague = [
  ...['as usual', 'as appropriate', 'as required', 'as needed', 'if necessary', 'where necessary', 'if needed'],
  ...['accordingly', 'properly', 'correctly', 'appropriately', 'somehow', 'etc', 'and so on', 'or similar'],
  ...['take care of', 'deal with', 'make sure everything works', 'check everything', 'fix the problem', 'troubleshoot'],
  ...[
    'wie üblich',
    'wie gewohnt',
    'gegebenenfalls',
    'ggf',
    'bei bedarf',
    'falls nötig',
    'entsprechend',
    'ordnungsgemäß',
  ],
  ...['usw', 'und so weiter', 'o. ä', 'irgendwie', 'alles prüfen', 'problem beheben'],
];
/** Words beside the verb that name no object. */
const empty = new Set(
  'it them this that these everything all things again up down on off out in now then and the a an please es sie alles ihn an aus ein neu dann bitte'.split(
    ' ',
  ),
);

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}{}._-]+/gu) ?? [];
const phraseIn = (text: string): string | undefined => {
  const padded = ` ${words(text).join(' ')} `;
  return vague.find((phrase) => padded.includes(` ${phrase} `) || padded.includes(` ${phrase}. `));
};

/** Why a stranger cannot do a step; undefined: it says what is done. A command says it better than any words. */
function vagueness({ do: text, command, expect }: Step): string | undefined {
  if (command !== undefined) return undefined;
  const phrase = phraseIn(text);
  if (phrase) return `"${phrase}" leaves open what is done`;
  const hasObject = words(text)
    .slice(1)
    .some((word) => !empty.has(word));
  return hasObject || expect !== undefined ? undefined : 'neither an object, nor a command, nor an expected result';
}

const firstVague = (procedure: Element<'procedure'>): readonly [PlacedStep, string] | undefined => {
  for (const placed of stepsOf(procedure)) {
    const reason = vagueness(placed.step);
    if (reason !== undefined) return [placed, reason];
  }
  return undefined;
};

export const procedureStepVague: Rule = {
  id: 'procedure-step-vague',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every step says what is done to what, so that a stranger can do it.',
  why: '"Restart as usual" is clear to one person, who wrote it and is ill.',
  source:
    'M 6.138: pre-set instructions performed by people who are unfamiliar; ISO 27002 backup workflow, task 4: vague instructions lead to errors',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  start-server:
    title: Start a server
    steps:
      - {do: Restart it} # <--
  start-mail:
    title: Start the mail server
    steps:
      - {do: Start the services as usual, expect: Mail arrives} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
procedures:
  start-server:
    title: Start a server
    steps:
      - {do: Press its power button once, expect: The power light is green}
  start-mail:
    title: Start the mail server
    steps:
      - {do: Start the services, command: systemctl start postfix dovecot, expect: No message}
`,
  *check({ model }) {
    const lack = {
      one: (p: Element<'procedure'>) => {
        const [{ name, step }, reason] = firstVague(p) as readonly [PlacedStep, string];
        return `leaves ${name} ("${step.do}") to the reader: ${reason}`;
      },
      many: 'have steps that only their author understands',
      hint: 'say what is done to what, add the command that is typed and what is then seen',
      at: (p: Element<'procedure'>) => fieldOf(p, ...(firstVague(p)?.[0].path ?? [])),
    };
    yield* missing(model.of('procedure'), lack, (p) => firstVague(p) !== undefined);
  },
};
