import { displayWidth } from '../../diagnostics/printable.ts';
import type { Model } from '../../model/model.ts';
import type { Objective, Recovery, Step, Wait } from '../../recovery/recovery.ts';
import { elapsed, safe, wrap } from '../terminal.ts';

/** How the text is laid out: the width in columns and the marks that stand out. */
export interface TextOptions {
  readonly width: number;
  /** Turns the words that must be seen first bold; the identity where there is no colour. */
  readonly strong: (text: string) => string;
}

const verbs: Readonly<Record<Step['action'], string>> = {
  wait: 'WAIT FOR PART',
  isolate: 'ISOLATE',
  replace: 'REPLACE',
  rebuild: 'REBUILD',
  restore: 'RESTORE',
  failover: 'FAIL OVER',
  bypass: 'BYPASS',
  verify: 'VERIFY',
  restart: 'START',
  shutdown: 'SHUT DOWN',
};

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
const list = (ids: readonly string[], most = 6): string => {
  const shown = ids.slice(0, most).map(safe).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
};

const elementOf = (step: string): string => step.slice(0, step.lastIndexOf('/'));

/** "san-1; 1 of dc-01, dc-02": what a step waits for, in the fewest words. */
function waits(step: Step): string {
  const say = (wait: Wait): string => {
    const ids = [...new Set(wait.of.map(elementOf))];
    return wait.atLeast >= wait.of.length ? list(ids) : `${wait.atLeast} of ${list(ids)}`;
  };
  const own = (wait: Wait): boolean => wait.of.every((id) => elementOf(id) === step.element);
  return step.waitsFor
    .filter((w) => !own(w))
    .map(say)
    .join('; ');
}

function who(step: Step, model: Model): string {
  const roles = Object.entries(step.staff).map(([id, n]) => {
    const name = safe(model.elements.get(id)?.name ?? id);
    return n > 1 ? `${n} × ${name}` : name;
  });
  return roles.join(', ');
}

function stepLines(step: Step, number: number, model: Model, { width, strong }: TextOptions): string[] {
  const name = model.elements.get(step.element)?.name ?? '';
  const time = `${elapsed(step.start)}–${elapsed(step.end)}${step.assumed ? '~' : ''}`;
  const head = `[ ] ${String(number).padStart(3)}  ${time.padEnd(14)} ${verbs[step.action]} `;
  const label = name !== '' && name !== step.element ? ` (${safe(name)})` : '';
  const indent = ' '.repeat(9);
  const procedure = step.procedure === undefined ? undefined : model.elements.get(step.procedure);
  const start = `${head}${strong(safe(step.element))}`;
  const fits = displayWidth(`${head}${safe(step.element)} ${label.trim()}`) <= width;
  const first = label === '' ? [start] : fits ? [`${start}${label}`] : [start, ...wrap(label.trim(), width, indent)];
  const after = waits(step);
  const people = who(step, model);
  const details = [
    after === '' ? '' : `after: ${after}`,
    procedure
      ? `how: ${safe(procedure.name === procedure.id ? (titleOf(procedure.data) ?? procedure.id) : procedure.name)} [${safe(procedure.id)}]`
      : '',
    people === '' ? '' : `who: ${people}`,
  ].filter((d) => d !== '');
  return [...first, ...details.flatMap((d) => wrap(d, width, indent))];
}

const titleOf = (data: unknown): string | undefined => (data as { title?: string }).title;

function objectiveLine(objective: Objective): string {
  const { element, basis, limit, scheduled, lowerBound, verdict, because } = objective;
  const promise = `${safe(element)}: ${basis.toUpperCase()} ${elapsed(limit)}`;
  const chain = because && because.length > 1 ? ` — ${because.map(safe).join(' ← ')}` : '';
  if (verdict === 'unreachable') return `${promise} cannot be kept: it does not come back by this plan${chain}`;
  if (verdict === 'infeasible') return `${promise} cannot be kept: ${elapsed(lowerBound)} at the earliest${chain}`;
  return `${promise} is not kept by this order: ${elapsed(scheduled ?? 0)}${chain}`;
}

/** What must be read before anybody starts anything; empty when there is nothing of that kind. */
function warnings(recovery: Recovery, place: (at: { file: string }) => string): string[] {
  const lines: string[] = [];
  for (const deadlock of recovery.deadlocks) {
    lines.push(`CANNOT BE STARTED: ${list(deadlock.elements, 12)}. ${deadlock.sentence}.`);
    for (const link of deadlock.cycle) {
      lines.push(`    ${safe(link.from)} needs ${safe(link.to)} (${link.relation}, ${safe(place(link.at))})`);
    }
    const repair = deadlock.repairs[0];
    if (repair) {
      const ways = repair.waived.map((r) => `let ${safe(r.from)} come up without ${list(r.of)}`);
      lines.push(`    way out: ${ways.join(', and ')}`);
    }
    if (deadlock.waiting.length > 0) lines.push(`    waiting for it: ${list(deadlock.waiting, 12)}`);
  }
  for (const lost of recovery.lost) {
    lines.push(
      `DOES NOT COME BACK: ${safe(lost.id)}${lost.because.length > 0 ? `, since ${list(lost.because)} cannot` : ''}`,
    );
  }
  for (const idle of recovery.notServing) {
    lines.push(`GIVES NO SERVICE: ${safe(idle.id)} comes up, but needs ${list(idle.because)}`);
  }
  const broken = recovery.objectives.filter((o) => o.verdict !== 'met').length;
  if (broken > 0) lines.push(`${plural(broken, 'promise')} cannot be kept or will be missed: the list is at the end.`);
  return lines;
}

/** What is hit, for an event that is not the loss of everything. */
function hit({ impact, scenario }: Recovery, width: number): string[] {
  if (scenario.id === null && scenario.name.startsWith('cold start')) return [];
  const said = (label: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : wrap(`${label}: ${list(ids, 12)}`, width, '    ', '  ');
  const later = impact.down.filter((d) => d.after > 0);
  return [
    ...said('failed', [...new Set(scenario.failed.map((f) => `${f.id} (${f.effect})`))]),
    ...said(
      'down with it',
      impact.down.filter((d) => d.after === 0 && !scenario.failed.some((f) => f.id === d.id)).map((d) => d.id),
    ),
    ...said(
      'down later',
      later.map((d) => `${d.id} (after ${elapsed(d.after)})`),
    ),
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
}

/** The order for a reader under stress: what is wrong first, then the waves with boxes to tick. */
export function recoveryOrderText(
  recovery: Recovery,
  model: Model,
  options: TextOptions,
  place: (at: Recovery['deadlocks'][number]['cycle'][number]['at']) => string,
): string {
  const { width, strong } = options;
  const waves = Math.max(0, ...recovery.steps.map((s) => s.wave));
  const lines: string[] = [
    ...wrap(strong(`RECOVERY ORDER: ${safe(recovery.scenario.name)}`), width, '  ', ''),
    ...wrap(
      `${plural(recovery.steps.length, 'step')} in ${plural(waves, 'wave')}, ${elapsed(recovery.makespan)} hours at the earliest, with enough people for all that can be done at once.`,
      width,
      '',
    ),
    ...(recovery.steps.some((s) => s.assumed)
      ? wrap('~ the plan gives no time for this step; a usual one is assumed.', width, '')
      : []),
  ];
  const struck = hit(recovery, width);
  if (struck.length > 0) lines.push('', strong('WHAT IS HIT'), ...struck);
  const read = warnings(recovery, place as (at: { file: string }) => string);
  if (read.length > 0) {
    lines.push('', strong('READ FIRST'));
    for (const line of read) {
      const detail = line.startsWith('    ');
      lines.push(...wrap(line, width, detail ? '        ' : '    ', detail ? '      ' : '  ! '));
    }
  }
  recovery.steps.forEach((step, i) => {
    if (step.wave !== recovery.steps[i - 1]?.wave) {
      lines.push('', strong(step.wave === 1 ? 'WAVE 1: start now, all at the same time' : `WAVE ${step.wave}`));
    }
    lines.push(...stepLines(step, i + 1, model, options));
  });
  const resumed = [...recovery.resumes].filter(([id]) => model.elements.get(id)?.kind !== 'backup');
  if (resumed.length > 0) {
    lines.push('', strong('COMES BACK BY ITSELF'));
    for (const [id, at] of resumed) lines.push(`  ${elapsed(at).padStart(6)}  ${safe(id)}`);
  }
  const broken = recovery.objectives.filter((o) => o.verdict !== 'met');
  if (broken.length > 0) {
    lines.push('', strong('PROMISES, counted from the start of the outage'));
    for (const objective of broken) lines.push(...wrap(objectiveLine(objective), width, '    ', '  '));
  }
  if (recovery.leftOut.length > 0) {
    lines.push('', strong('LEFT OUT: these parts of the plan could not be used'));
    for (const { id, file, reason } of recovery.leftOut) {
      lines.push(
        ...wrap(`${safe(id ?? file)}: ${reason}${id === undefined ? '' : ` (${safe(file)})`}`, width, '    ', '  '),
      );
    }
  }
  if (recovery.steps.length === 0 && recovery.deadlocks.length === 0) lines.push('', 'Nothing has to be started.');
  return `${lines.join('\n')}\n`;
}
