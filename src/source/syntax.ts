import type { Flaw } from './build.ts';

/** What js-yaml said: its words and the offset where it gave up. */
export interface ReaderProblem {
  readonly reason: string;
  readonly position: number;
}

/** A text to look at around the problem. */
interface Around {
  readonly text: string;
  readonly start: number;
  readonly position: number;
  /** The line the position is in, and its offset. */
  readonly line: string;
  readonly lineStart: number;
}

type Words = {
  readonly message: string;
  readonly hint: string;
  readonly at?: readonly [number, number];
  readonly rule?: Flaw['rule'];
};

const secondColon = /^(\s*(?:- +)?[^\s:#'"[{][^:#]*:[ \t]+[^'"[{#|>&*!][^#]*?)(: |:$)/;
const missingSpace = /^(\s*(?:- +)?)([\w.-]+):(?=[^\s:/\\])/;

/** The offset of the quote or bracket that is still open at the end of `[start, end)`; comments do not count. */
function unclosed(text: string, start: number, end: number): number | undefined {
  const open: number[] = [];
  let i = start;
  while (i < end) {
    const c = text[i] as string;
    const before = i === start ? ' ' : (text[i - 1] as string);
    if (c === '#' && /\s/.test(before)) while (i < end && text[i] !== '\n') i++;
    else if ((c === '"' || c === "'") && /[\s,[{]/.test(before)) {
      const close = quoteEnd(text, i, end);
      if (close === undefined) return i;
      i = close;
    } else if ((c === '[' || c === '{') && (open.length > 0 || /\s/.test(before))) open.push(i);
    else if ((c === ']' || c === '}') && open.length > 0) open.pop();
    i++;
  }
  return open.at(-1);
}

/** Where a quoted text that opens at `at` ends; a backslash escapes in double quotes, a doubled quote in single ones. */
function quoteEnd(text: string, at: number, end: number): number | undefined {
  const mark = text[at];
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '\\' && mark === '"') i++;
    else if (text[i] === mark && mark === "'" && text[i + 1] === "'") i++;
    else if (text[i] === mark) return i;
  }
  return undefined;
}

function unclosedWords(text: string, start: number, end: number): Words | undefined {
  const at = unclosed(text, start, end);
  if (at === undefined) return undefined;
  const char = text[at] as string;
  if (char === '"' || char === "'") {
    return {
      message: 'a quote is opened and never closed',
      hint: `write the closing ${char} on the same line`,
      at: [at, at + 1],
    };
  }
  const hint = `add the "${char === '{' ? '}' : ']'}"`;
  return { message: `"${char}" is opened and never closed`, hint, at: [at, at + 1] };
}

/** Faults that show on the line itself, whatever the reader says of it. */
function byLine({ line, lineStart, position }: Around): Words | undefined {
  const tab = /^ *\t/.exec(line);
  if (tab) {
    const at = lineStart + tab[0].length - 1;
    return {
      message: 'a tab in the indentation',
      hint: 'indent with two spaces; YAML allows no tabs there',
      at: [at, at + 1],
    };
  }
  const space = missingSpace.exec(line);
  if (space) {
    const start = lineStart + (space[1] as string).length;
    const end = start + (space[2] as string).length + 1;
    return { message: 'a space is missing after the colon', hint: 'write "key: value"', at: [start, end] };
  }
  const colon = secondColon.exec(line);
  if (colon && position >= lineStart) {
    const at = lineStart + (colon[1] as string).length;
    return { message: 'a second ": " in one value', hint: 'put the value in quotes', at: [at, at + 1] };
  }
  return undefined;
}

const byReason: readonly (readonly [RegExp, (around: Around) => Words])[] = [
  [
    /nesting exceeded/,
    () => ({
      message: 'nesting deeper than 100',
      hint: 'no plan needs it; look for a bracket too many',
      rule: 'yaml-limit',
    }),
  ],
  [
    /tab characters/,
    () => ({ message: 'a tab in the indentation', hint: 'indent with two spaces; YAML allows no tabs there' }),
  ],
  [
    /missed comma/,
    () => ({ message: 'a comma is missing between two entries', hint: 'separate the entries with ", "' }),
  ],
  [
    /expected the node content/,
    () => ({ message: 'an entry is missing before this comma', hint: 'delete one of the commas' }),
  ],
  [
    /unknown escape|hexadecimal/,
    () => ({
      message: 'an unknown escape sequence in a double-quoted text',
      hint: 'write \\\\ for a backslash, or use single quotes',
    }),
  ],
  [
    /expected ':'|can not read a block mapping entry|multiline key/,
    () => ({
      message: 'this line is neither "key: value" nor "- entry"',
      hint: 'write "key: value", with a space after the colon',
    }),
  ],
  [
    /indentation|end of the stream or/,
    () => ({
      message: 'this line is indented neither like the line above nor like its parent',
      hint: 'use two spaces for each level, the same for all entries of one level',
    }),
  ],
  [
    /directive/,
    () => ({ message: 'a directive that is not allowed in a plan', hint: 'delete the line that starts with "%"' }),
  ],
  [
    /tag/,
    () => ({
      message: 'a tag that cannot be read',
      hint: 'tags ("!…") are not allowed in a plan; quote a text that starts with "!"',
    }),
  ],
  [
    /anchor|alias/,
    () => ({ message: 'an anchor or alias without a name', hint: 'quote a text that starts with "&" or "*"' }),
  ],
];

/** A reader's problem in our words, with the place where a person would mend it. */
export function syntaxFlaw(text: string, start: number, end: number, problem: ReaderProblem): Flaw {
  const position = Math.min(Math.max(start, problem.position), Math.max(start, end - 1));
  let lineStart = position;
  while (lineStart > start && !/[\r\n]/.test(text[lineStart - 1] as string)) lineStart--;
  const line = (/^[^\r\n]*/.exec(text.slice(lineStart, Math.min(end, lineStart + 2000))) ?? [''])[0];
  const around: Around = { text, start, position, line, lineStart };
  const limit = /nesting/.test(problem.reason);
  const open = /quoted scalar|flow|deficient|comma/.test(problem.reason) ? unclosedWords(text, start, end) : undefined;
  const words = (limit ? undefined : (open ?? byLine(around))) ??
    byReason.find(([pattern]) => pattern.test(problem.reason))?.[1](around) ?? {
      message: 'this is no YAML that can be read here',
      hint: 'put a text with special characters in quotes',
    };
  const span = words.at ?? ([position, position + 1] as const);
  return { rule: words.rule ?? 'yaml-syntax', message: words.message, hint: words.hint, span };
}
