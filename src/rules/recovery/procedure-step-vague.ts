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

/** Verbs that ask for a look and not for a deed: what is to be seen must be said. */
const looking = new Set(
  'check ensure verify inspect test examine monitor confirm validate prüfe prüfen überprüfe überprüfen kontrolliere kontrollieren teste testen sicherstellen'.split(
    ' ',
  ),
);
/** What is to be seen, said in the same sentence. */
const outcome = /\b(that|whether|if|is|are|has|have|shows?|says?|for|against|ob|dass|auf|gegen|ist|sind)\b/i;

/** Why a stranger cannot do a step; undefined: it says what is done. A command says it better than any words. */
function vagueness({ do: text, command, expect }: Step): string | undefined {
  if (command !== undefined) return undefined;
  const phrase = phraseIn(text);
  if (phrase) return `"${phrase}" leaves open what is done`;
  const hasObject = words(text)
    .slice(1)
    .some((word) => !empty.has(word));
  const looks = looking.has((words(text)[0] ?? '').replace(/\.+$/, ''));
  if (!hasObject && (looks || expect === undefined))
    return looks ? 'it does not say what is looked at' : 'neither an object, nor a command, nor an expected result';
  return looks && expect === undefined && !outcome.test(text) ? 'it does not say what should be seen' : undefined;
}

const vagueSteps = (procedure: Element<'procedure'>): readonly (readonly [PlacedStep, string])[] =>
  stepsOf(procedure).flatMap((placed) => {
    const reason = vagueness(placed.step);
    return reason === undefined ? [] : [[placed, reason] as const];
  });

export const procedureStepVague: Rule = {
  id: 'procedure-step-vague',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every step says what is done to what, so that a stranger can do it.',
  why: '"Restart as usual" is clear to one person, who wrote it and is ill.',
  source:
    'M 6.96: restored without prior knowledge; M 6.138: pre-set instructions for people who are unfamiliar; ISO 27002 backup workflow, task 4: vague instructions lead to errors',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  start-server:
    title: Start a server
    steps:
      - {do: Restart it} # <--
      - {do: Press its power button once, expect: The power light is green}
      - {do: Check the services} # <--
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
    const hint = 'say what is done to what, add the command that is typed and what is then seen';
    const lack = {
      one: 'has steps that only its author understands',
      many: 'have steps that only their author understands',
      hint,
    };
    for (const found of missing(model.of('procedure'), lack, (p) => vagueSteps(p).length > 0)) {
      const procedure = model.elements.get(found.element ?? '') as Element<'procedure'> | undefined;
      // One finding for most of the plan stays one; else each step is shown at its place.
      if (procedure === undefined) yield found;
      else {
        for (const [{ name, step, path }, reason] of vagueSteps(procedure)) {
          yield {
            message: `${procedure.id} leaves ${name} ("${step.do}") to the reader: ${reason}`,
            hint,
            location: fieldOf(procedure, ...path),
            element: procedure.id,
          };
        }
      }
    }
  },
};
