import type { ShutdownOrder, ShutdownStep, UpsVerdict } from '../../analysis/index.ts';
import type { Model } from '../../model/model.ts';
import { elapsed, inWords, safe, wrap } from '../terminal.ts';
import type { ShutdownView } from './view.ts';

const list = (ids: readonly string[], most = 8): string => {
  const shown = ids.slice(0, most).map(safe).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
};
const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** "db-1 5m, then hv-01 10m, then san-1 10m~". */
function chainText({ chain }: UpsVerdict, steps: ReadonlyMap<string, ShutdownStep>): string {
  const said = chain.map((id) => {
    const step = steps.get(id);
    return step ? `${safe(id)} ${inWords(step.end - step.start)}${step.assumed ? '~' : ''}` : safe(id);
  });
  const most = 8;
  if (said.length <= most) return said.join(', then ');
  return [...said.slice(0, 4), `… ${said.length - most} more`, ...said.slice(-4)].join(', then ');
}

function upsLine(verdict: UpsVerdict, steps: ReadonlyMap<string, ShutdownStep>): string {
  const { ups, runtime, spare, downAt, carries } = verdict;
  const head = `${safe(ups)} carries ${plural(carries.length, 'element')}`;
  const chain = `what takes longest: ${chainText(verdict, steps)}`;
  if (runtime === null || spare === null) {
    return `${head}: the plan does not say how long it holds (runtime); they can be down after ${inWords(downAt)}; ${chain}`;
  }
  const held = `${head} for ${inWords(runtime)}`;
  if (spare >= 0) {
    const begin = spare === 0 ? 'at once' : `within ${inWords(spare)} after the mains fail`;
    return `${held}, in time: they can be down after ${inWords(downAt)}; the shutdown must begin ${begin}; ${chain}`;
  }
  const sure = verdict.verdict === 'too-late' ? 'TOO LATE' : 'PERHAPS TOO LATE, by this order and the times assumed';
  return `${held}, ${sure}: ${inWords(-spare)} are missing; ${chain}`;
}

function stepLines(step: ShutdownStep, number: number, model: Model, width: number): string[] {
  const element = model.elements.get(step.element);
  const name = element && element.name !== element.id ? ` (${safe(element.name)})` : '';
  const verb = step.end === step.start ? 'SWITCH OFF' : 'SHUT DOWN';
  const time = `${elapsed(step.start)}–${elapsed(step.end)}${step.assumed ? '~' : ''}`;
  const procedure = step.procedure === undefined ? undefined : model.elements.get(step.procedure);
  const title = (procedure?.data as { title?: string } | undefined)?.title ?? procedure?.name;
  const { latestStart } = step;
  const latest =
    latestStart === null
      ? ''
      : latestStart < 0
        ? `NOT IN TIME: ${inWords(-latestStart)} are missing`
        : `begin by ${elapsed(latestStart)} at the latest`;
  const details = [
    step.waitsFor.length > 0 ? `after: ${list(step.waitsFor, 6)}` : '',
    latest,
    procedure ? `how: ${safe(title ?? procedure.id)} [${safe(procedure.id)}]` : '',
  ];
  const indent = ' '.repeat(9);
  return [
    ...wrap(
      `${verb} ${safe(step.element)}${name}`,
      width,
      indent,
      `[ ] ${String(number).padStart(3)}  ${time.padEnd(13)} `,
    ),
    ...details.filter((d) => d !== '').flatMap((d) => wrap(d, width, indent)),
  ];
}

function warnings({ mutual, unprotected }: ShutdownOrder): string[] {
  return [
    ...mutual.map((set) => `NO RIGHT ORDER: ${list(set, 12)} need each other; the order among them is arbitrary.`),
    ...(unprotected.length > 0
      ? [`NO UPS: ${list(unprotected, 12)}: without power as soon as the mains fail, there is no time for a shutdown.`]
      : []),
  ];
}

/** The order for somebody at a UPS that beeps: whether the time is enough, then what to shut down, with boxes to tick. */
export const text: ShutdownView = {
  name: 'text',
  render: (order, model, { width, facility }) => {
    const { steps, upses, makespan } = order;
    const byId = new Map(steps.map((s) => [s.element, s]));
    const read = warnings(order);
    const lines = [
      `SHUTDOWN ORDER: ${facility ? `what hangs on ${safe(facility.id)}` : 'everything'}`,
      ...wrap(
        `${plural(steps.length, 'element')}, all down after ${inWords(makespan)} at the earliest, with enough people for all that can be done at once.`,
        width,
        '',
      ),
      ...(steps.some((s) => s.assumed) ? wrap('~ the plan gives no time; a usual one is assumed.', width, '') : []),
    ];
    if (read.length > 0) {
      lines.push('', 'READ FIRST', ...read.flatMap((line) => wrap(line, width, '    ', '  ! ')));
    }
    if (upses.length > 0) {
      lines.push('', 'DOES THE POWER LAST? Mains fail at 0:00, no generator starts');
      // What is too late is read first.
      const sorted = [...upses].sort(
        (a, b) => (a.spare ?? Number.NEGATIVE_INFINITY) - (b.spare ?? Number.NEGATIVE_INFINITY),
      );
      lines.push(...sorted.flatMap((u) => wrap(upsLine(u, byId), width, '    ', '  ')));
    }
    if (steps.length > 0) lines.push('', 'ORDER, counted from its beginning');
    lines.push(...steps.flatMap((step, i) => stepLines(step, i + 1, model, width)));
    if (steps.length === 0) lines.push('', 'Nothing has to be shut down.');
    return `${lines.join('\n')}\n`;
  },
};
