/** One thing that was reported in an outage. */
export interface Entry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly event: 'open' | 'start' | 'done' | 'fail' | 'note' | 'close';
  readonly step?: string;
  readonly by: readonly string[];
  readonly text?: string;
  /** The line of the file, from 1. */
  readonly line: number;
}

/** A journal as far as it could be read. */
export interface Journal {
  /** By time; of the same minute in the order written. */
  readonly entries: readonly Entry[];
  /** What could not be used, and why. */
  readonly notices: readonly { readonly line: number; readonly problem: string }[];
}

const events = ['open', 'start', 'done', 'fail', 'note', 'close'] as const;

/** One line of a journal; a text says what is wrong with it. */
function entryOf(text: string, line: number): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON object: cut off in the middle, perhaps';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is no JSON object';
  const { at, event, step, by, text: said } = value as Readonly<Record<string, unknown>>;
  const time = typeof at === 'string' && /(?:Z|[+-]\d{2}:?\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time)) return 'at: expected a time with its offset, such as 2026-11-30T02:40:00+01:00';
  const known = events.find((e) => e === event);
  if (known === undefined) return `event: expected one of ${events.join(', ')}`;
  const needsStep = known === 'start' || known === 'done' || known === 'fail';
  if (needsStep && typeof step !== 'string') return `step: expected the step that is meant, such as "mail/restart"`;
  const people = [by ?? []].flat().filter((p): p is string => typeof p === 'string');
  return {
    at: time,
    event: known,
    by: people,
    line,
    ...(typeof step === 'string' ? { step } : {}),
    ...(typeof said === 'string' ? { text: said } : {}),
  };
}

/**
 * Reads a journal: one JSON object a line, `{at, event, step?, by?, text?}`, in any order. Written by hand or by a
 * program that may have been cut off: a line that cannot be used is told and left out, never the others.
 */
export function readJournal(text: string): Journal {
  const entries: Entry[] = [];
  const notices: { line: number; problem: string }[] = [];
  text.split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    const entry = entryOf(row, i + 1);
    if (typeof entry === 'string') notices.push({ line: i + 1, problem: entry });
    else entries.push(entry);
  });
  return { entries: entries.sort((a, b) => a.at - b.at || a.line - b.line), notices };
}

/** What has become of the steps, by the last thing that was said of each. */
export interface State {
  readonly opened: number | undefined;
  /** The newest entry: the moment at which this was so. */
  readonly latest: number | undefined;
  readonly done: ReadonlyMap<string, number>;
  readonly running: ReadonlyMap<string, { readonly at: number; readonly by: readonly string[] }>;
  readonly failed: ReadonlySet<string>;
}

/** The state of an outage: what was reported last of each step counts, so that a mistake is put right by a later line. */
export function stateOf({ entries }: Journal): State {
  const done = new Map<string, number>();
  const running = new Map<string, { at: number; by: readonly string[] }>();
  const failed = new Set<string>();
  for (const { event, step, at, by } of entries) {
    if (step === undefined) continue;
    if (event !== 'start' && event !== 'done' && event !== 'fail') continue;
    done.delete(step);
    running.delete(step);
    failed.delete(step);
    if (event === 'start') running.set(step, { at, by });
    if (event === 'done') done.set(step, at);
    if (event === 'fail') failed.add(step);
  }
  return {
    opened: entries.find((e) => e.event === 'open')?.at,
    latest: entries.at(-1)?.at,
    done,
    running,
    failed,
  };
}
