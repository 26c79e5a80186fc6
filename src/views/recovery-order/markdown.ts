import type { Model } from '../../model/model.ts';
import { momentsOf } from '../../recovery/moments.ts';
import type { Recovery, Step } from '../../recovery/recovery.ts';
import type { Clock } from '../clock.ts';
import { code, plain } from '../markdown-text.ts';
import { elapsed } from '../terminal.ts';
import { changeLines, measureLines, type Place, warningLines } from './text-warnings.ts';
import type { RecoveryView } from './view.ts';
import {
  checkOf,
  instructionsOf,
  isColdStart,
  nameOf,
  placeOf,
  promiseText,
  spanText,
  summaryText,
  timeText,
  verbOf,
  waitsOf,
  whoDoes,
} from './words.ts';

const codes = (ids: readonly string[], most = 12): string => {
  const shown = ids.slice(0, most).map(code).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
};

/** What must be read before anybody starts anything. */
function warnings(recovery: Recovery, place: Place): string[] {
  const said = warningLines(recovery, place).map((l) => (l.startsWith('    ') ? `  - ${plain(l)}` : `- ${plain(l)}`));
  const left = recovery.leftOut.map(
    ({ id, file, reason }) =>
      `- **Left out:** ${plain(id ?? file)}: ${plain(reason)}${id === undefined ? '' : ` (${plain(file)})`}`,
  );
  return [...said, ...left];
}

function hit(recovery: Recovery): string[] {
  if (isColdStart(recovery)) return [];
  const { scenario, impact } = recovery;
  const failed = new Set(scenario.failed.map((f) => f.id));
  const said = (label: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`- ${label}: ${codes([...new Set(ids)], 40)}`];
  const lines = [
    ...scenario.failed.map(({ id, effect }) => `- failed: ${code(id)} (${effect})`),
    ...said(
      'down with it',
      impact.down.filter((d) => d.after === 0 && !failed.has(d.id)).map((d) => d.id),
    ),
    ...impact.down
      .filter((d) => d.after > 0)
      .map((d) => `- down later: ${code(d.id)} after ${elapsed(d.after)}, unless what it needs is back before`),
    ...said(
      'up with less',
      impact.degraded.map((d) => d.id),
    ),
    ...said('perhaps stopped', impact.perhapsStopped),
    ...said(
      'to be verified',
      impact.suspect.map((s) => s.id),
    ),
  ];
  return lines.length === 0 ? [] : ['', '## What is hit', '', ...lines];
}

function stepLines(step: Step, number: number, model: Model, clock: Clock | undefined): string[] {
  const name = nameOf(model, step.element);
  const instructions = instructionsOf(step, model);
  const check = checkOf(step, model);
  const place = placeOf(step);
  const details: readonly (readonly [label: string, text: string])[] = [
    ['after', waitsOf(step).map(plain).join('; ')],
    ['who', whoDoes(step, model).map(plain).join(', ')],
    ['where', place === undefined ? '' : code(place)],
    ['how', instructions ? `${plain(instructions.title)} (${code(instructions.id)})` : ''],
    ['worked if', check === undefined ? '' : plain(check)],
  ];
  const title = `**${number}. ${verbOf(step)} ${code(step.element)}**${name === '' ? '' : ` ${plain(name)}`}`;
  const marks = step.critical ? ' · **critical path**' : '';
  return [
    `- [ ] ${title} · ${spanText(step, clock).replace('~', '\\~')}${marks}`,
    ...details.filter(([, text]) => text !== '').map(([label, text]) => `  - ${label}: ${text}`),
  ];
}

function measureSections({ measures }: Recovery, model: Model): string[] {
  if (!measures) return [];
  const part = (title: string, found: readonly string[]): string[] =>
    found.length === 0 ? [] : ['', `## ${title}`, '', ...found.map((l) => `- [ ] ${plain(l)}`)];
  return [
    ...part('Do at once, as the scenario says', measureLines(measures, model, 'immediate')),
    ...part('Tell', measureLines(measures, model, 'messages')),
    ...part('The scenario also says', measureLines(measures, model, 'actions')),
    ...part('If it does not work', measures.alternatives),
  ];
}

function momentLines({ steps }: Recovery, model: Model, clock: Clock | undefined): string[] {
  const { now, next, later } = momentsOf(steps);
  const number = new Map(steps.map((s, i) => [s, i + 1]));
  const part = (title: string, own: readonly Step[]): string[] =>
    own.length === 0
      ? []
      : ['', `## ${title}`, '', ...own.flatMap((s) => stepLines(s, number.get(s) as number, model, clock))];
  return [
    ...part('Now: begin these at once', now),
    ...part('Next: what everybody does then', next),
    ...part('Then, in this order', later),
  ];
}

function resumeLines({ resumes }: Recovery, clock: Clock | undefined): string[] {
  if (resumes.size === 0) return [];
  const lines = [...resumes].map(([id, at]) => `- ${timeText(at, clock)} ${code(id)}`);
  return ['', '## Comes back by itself', '', ...lines];
}

function promiseLines({ objectives }: Recovery): string[] {
  if (objectives.length === 0) return [];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  // What is broken is read first.
  const sorted = [...objectives].sort((a, b) => Number(a.verdict === 'met') - Number(b.verdict === 'met'));
  return [
    '',
    '## Promises, counted from the start of the outage',
    '',
    row(['element', 'promise', 'because']),
    row(['---', '---', '---']),
    ...sorted.map((o) => row([code(o.element), plain(promiseText(o)), (o.because ?? []).map(code).join(' ← ')])),
  ];
}

/** A document for a wiki or a ticket: what is wrong first, then the steps as a list to tick. */
export const markdown: RecoveryView = {
  name: 'markdown',
  summary: 'a document with tick boxes for a wiki or a ticket',
  render: (recovery, model, { clock, changes, place = (at) => at.file }) => {
    const { steps, deadlocks } = recovery;
    const read = warnings(recovery, place);
    const changed = changes ? changeLines(changes, clock).map((l) => `- ${plain(l)}`) : [];
    const lines = [
      `# Recovery order: ${plain(recovery.scenario.name)}`,
      '',
      ...(clock ? [`Begins ${clock.moment(0)} (${plain(clock.zone)}).`, ''] : []),
      `${summaryText(recovery, clock)}.`,
      ...(steps.some((s) => s.assumed)
        ? ['', '\\~ The plan gives no time for this step; a usual one is assumed.']
        : []),
      ...(changed.length > 0 ? ['', '## What changed since the last order', '', ...changed] : []),
      ...(read.length > 0 ? ['', '## Read first', '', ...read] : []),
      ...hit(recovery),
      ...measureSections(recovery, model),
      ...momentLines(recovery, model, clock),
      ...resumeLines(recovery, clock),
      ...promiseLines(recovery),
      ...(steps.length === 0 && deadlocks.length === 0 ? ['', 'No system has to be started.'] : []),
    ];
    return `${lines.join('\n')}\n`;
  },
};
