import { Document, Scalar } from 'yaml';
import { printable } from '../../diagnostics/printable.ts';
import type { Model } from '../../model/model.ts';
import type { Recovery, Step } from '../../recovery/recovery.ts';
import { inWords } from '../terminal.ts';
import type { RecoveryView } from './view.ts';
import {
  checkOf,
  type Instructions,
  instructionsOf,
  nameOf,
  placeOf,
  summaryText,
  verbOf,
  waitsOf,
  whoDoes,
} from './words.ts';

/** Words for people: on one line, and nothing in them that Ansible would take for a template. */
const plain = (text: string): string => printable(text.replace(/\s+/g, ' ').trim()).replace(/\{(?=[{%#])/g, '{ ');

/**
 * A command may be run as it stands: nothing is left to be filled in, neither `{vmId}` nor a word in capitals, and no
 * character in it would have to be changed.
 */
const isComplete = (command: string): boolean =>
  !/\{[A-Za-z]+\}|(?<![\w$"'{=/-])[A-Z]{3,}(?![\w=])/.test(command) && printable(command) === command;

/** Marked as no template: a command of the plan is run as it is written. */
function unsafe(command: string): Scalar<string> {
  const scalar = new Scalar(command);
  scalar.tag = '!unsafe';
  return scalar;
}

type Task = Readonly<Record<string, unknown>>;

const pause = (name: string, lines: readonly string[]): Task => ({
  name: plain(name),
  'ansible.builtin.pause': {
    prompt: [
      ...lines.map((l) => (l.startsWith('   ') ? `   ${plain(l)}` : plain(l))),
      'Enter: go on. Ctrl+C, then A: stop.',
    ].join('\n'),
  },
});

type Instruction = Instructions['steps'][number];

const expected = ({ expect, ifFails }: Instruction): string[] => [
  ...(expect === undefined ? [] : [`Expected: ${expect}`]),
  ...(ifFails === undefined ? [] : [`If not: ${ifFails}`]),
];

function instructionTasks(instruction: Instruction): Task[] {
  const { do: action, command } = instruction;
  if (command !== undefined && isComplete(command)) {
    const run = { name: plain(action), 'ansible.builtin.shell': { cmd: unsafe(command) } };
    const seen = expected(instruction);
    return seen.length === 0 ? [run] : [run, pause(`Check: ${action}`, seen)];
  }
  return [pause(action, [action, ...(command === undefined ? [] : [`Command: ${command}`]), ...expected(instruction)])];
}

/** Where the commands of a step are run: on the host of a machine, else on the element itself. */
function target(step: Step, model: Model): string {
  const { placedOn, runsOn } = (model.elements.get(step.element)?.data ?? {}) as {
    placedOn?: string;
    runsOn?: unknown;
  };
  return placeOf(step) ?? placedOn ?? (typeof runsOn === 'string' ? runsOn : step.element);
}

const said = (instruction: Instruction, number: number): string[] => [
  `${number}. ${instruction.do}`,
  ...(instruction.command === undefined ? [] : [`   Command: ${instruction.command}`]),
  ...expected(instruction).map((line) => `   ${line}`),
];

/** What stands at the head of a step: what it waits for, who does it, how long it takes, what must be there. */
function factsOf(step: Step, instructions: Instructions | undefined, model: Model): string[] {
  const [after, who] = [waitsOf(step), whoDoes(step, model)];
  return [
    ...(after.length > 0 ? [`After: ${after.join('; ')}`] : []),
    ...(who.length > 0 ? [`Who: ${who.join(', ')}`] : []),
    `Planned: ${inWords(step.end - step.start)}${step.assumed ? ' (assumed)' : ''}`,
    instructions ? `How: ${instructions.title} [${instructions.id}]` : 'The plan has no instructions for it.',
    ...(instructions?.prerequisites ?? []).map((p) => `Needs: ${p}`),
  ];
}

/** One pause where everything is done by hand; else a pause before, the commands, and a pause to look. */
function stepTasks(step: Step, number: number, model: Model): Task {
  const name = nameOf(model, step.element);
  const label = `${number}. ${verbOf(step)} ${step.element}${name === '' ? '' : ` (${name})`}`;
  const instructions = instructionsOf(step, model);
  const written = instructions?.steps ?? [];
  const check = checkOf(step, model);
  const worked = check === undefined ? [] : [`It worked if: ${check}`];
  const head = [label, ...factsOf(step, instructions, model)];
  const runs = written.some(({ command }) => command !== undefined && isComplete(command));
  const byHand = [pause(label, [...head, ...written.flatMap((w, i) => said(w, i + 1)), ...worked])];
  const tail = worked.length === 0 ? [] : [pause(`Worked? ${verbOf(step)} ${step.element}`, worked)];
  return {
    name: plain(label),
    tags: [step.element, step.action],
    ...(runs ? { delegate_to: target(step, model) } : {}),
    block: runs ? [pause(label, head), ...written.flatMap(instructionTasks), ...tail] : byHand,
  };
}

function plays({ steps }: Recovery, model: Model): object[] {
  const waves = new Map<number, Task[]>();
  steps.forEach((step, i) => {
    const tasks = waves.get(step.wave) ?? [];
    waves.set(step.wave, tasks);
    tasks.push(stepTasks(step, i + 1, model));
  });
  return [...waves]
    .sort(([a], [b]) => a - b)
    .map(([wave, tasks]) => ({
      name: wave === 1 ? 'Wave 1: nothing has to be waited for' : `Wave ${wave}`,
      hosts: 'localhost',
      gather_facts: false,
      tasks,
    }));
}

/**
 * A playbook to start from, one play a wave: commands of the procedures where they can be run as they stand, and a pause
 * with the instructions everywhere else.
 */
export const ansible: RecoveryView = {
  name: 'ansible',
  summary: 'a playbook for Ansible to start from: a play for each wave',
  render: (recovery, model, { clock }) => {
    const document = new Document(plays(recovery, model));
    document.commentBefore = [
      ` Recovery order: ${plain(recovery.scenario.name)}`,
      ` ${plain(summaryText(recovery, clock))}.`,
      ' A beginning: read every command before it is run. Hosts have the names of the plan; commands for a virtual',
      ' machine run on its host. With --tags ID only the steps of that element are worked off.',
    ].join('\n');
    return document.toString({ lineWidth: 0 });
  },
};
