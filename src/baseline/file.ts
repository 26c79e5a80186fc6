import type { BaselineEntry } from './entry.ts';
import { inOrder } from './entry.ts';

const head = { schema: 'drplan/baseline/1' } as const;

/** A line that is no line of a baseline. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/** One finding a line, sorted: what a team has not mended yet, as a merge request shows it. */
export const baselineText = (entries: readonly BaselineEntry[]): string =>
  [head, ...inOrder(entries)].map((value) => `${JSON.stringify(value)}\n`).join('');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function entryOf(value: unknown): BaselineEntry | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'expected an object';
  const { rule, about, says, count, elements, ...rest } = value as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return `"${unknown}" is unknown here`;
  if (!isText(rule)) return 'expected "rule", the id of a rule';
  if (elements !== undefined) {
    const ids = Array.isArray(elements) && elements.every(isText) ? elements : undefined;
    return ids && about === undefined ? { rule, elements: ids } : 'expected "elements", a list of ids, and no "about"';
  }
  if (!isText(about)) return 'expected "about", the id of an element or a file';
  if (!isText(says)) return 'expected "says", the message';
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return 'expected "count", from 1';
  return { rule, about, says, count };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The entries of a baseline, or the first line that is none: half a baseline would let old findings fail as new ones. */
export function readBaseline(text: string): readonly BaselineEntry[] | BadLine {
  const entries: BaselineEntry[] = [];
  let headed = false;
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (!headed) {
      const schema = (value as { schema?: unknown } | null | undefined)?.schema;
      if (schema !== head.schema) return { line: i + 1, problem: `expected ${JSON.stringify(head)} in the first line` };
      headed = true;
      continue;
    }
    const entry = value === undefined ? 'this is no JSON' : entryOf(value);
    if (typeof entry === 'string') return { line: i + 1, problem: entry };
    entries.push(entry);
  }
  return headed ? entries : { line: 1, problem: 'the file is empty' };
}
