import type { Finding } from '../diagnostics/diagnostic.ts';
import { escapeCharacter } from '../diagnostics/printable.ts';
import type { Lines } from './lines.ts';

/** What a text holds that no plan may hold, and a text of the same length without it. */
export interface Scanned {
  readonly clean: string;
  readonly findings: readonly Finding[];
}

// Tab, LF and CR are text. U+0085 is a line break of YAML 1.1 only and a C1 control everywhere else.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|(?!^)\ufeff/g;
const conflict = /^(?:<{7} .*|\|{7}(?: .*)?|={7}|>{7} .*)$/gm;
const loneCarriageReturn = /\r(?!\n)/;
/** Findings of one kind in one file; the rest is counted in the last. */
const shown = 20;

function nameOf(char: string): string {
  if (char === '\ufeff') return 'a byte order mark in the middle of the file';
  if (char === '\u0000') return 'a NUL character';
  if (char === '\u001b') return 'an escape character';
  return /[\u202a-\u202e\u2066-\u2069]/.test(char) ? 'a bidirectional override' : 'a control character';
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);

/** Blanks the markers and the other side's lines of a merge conflict, so that one side can still be read. */
function oneSide(text: string, markers: readonly RegExpMatchArray[]): string {
  let clean = text;
  let other: number | undefined;
  for (const marker of markers) {
    const start = marker.index as number;
    const end = start + marker[0].length;
    const sign = marker[0][0];
    if (sign === '>') {
      clean = blank(clean, other ?? start, end);
      other = undefined;
    } else {
      if (sign !== '<') other ??= start;
      clean = blank(clean, start, end);
    }
  }
  return clean;
}

/** Looks for control characters, bidirectional overrides, merge-conflict markers and old Mac line ends. */
export function scan(file: string, lines: Lines): Scanned {
  const { text } = lines;
  const findings: Finding[] = [];
  const add = (start: number, end: number, rule: string, message: string, hint: string): void => {
    findings.push({
      rule,
      severity: 'error',
      message,
      hint,
      location: { file, document: 0, path: [], range: lines.range(start, end) },
    });
  };
  let clean = text;
  const bad = [...text.matchAll(forbidden)];
  for (const [i, found] of bad.slice(0, shown).entries()) {
    const more = i === shown - 1 && bad.length > shown ? `; ${bad.length - shown} more in this file` : '';
    add(
      found.index,
      found.index + 1,
      'yaml-encoding',
      `${nameOf(found[0])} (${escapeCharacter(found[0])})${more}`,
      'delete it',
    );
  }
  if (bad.length > 0) clean = clean.replace(forbidden, '\ufffd');
  const markers = text.includes('<<<<<<<') || text.includes('>>>>>>>') ? [...text.matchAll(conflict)] : [];
  const first = markers.find((marker) => marker[0][0] === '<');
  if (first) {
    const message = 'a merge conflict was not resolved';
    add(
      first.index,
      first.index + first[0].length,
      'yaml-syntax',
      message,
      'decide for one side and delete the marker lines',
    );
    clean = oneSide(clean, markers);
  }
  const cr = loneCarriageReturn.exec(text);
  if (cr) {
    add(
      cr.index,
      cr.index + 1,
      'yaml-encoding',
      'a carriage return without a line feed',
      'the file has old Mac line ends; save it with LF',
    );
  }
  return { clean, findings };
}
