import type { ImportFinding } from '../importer.ts';
import { addChild, addHost, type Inventory, setVar, type Value } from './inventory.ts';

/** More hosts than that in one range is a slip of the keyboard. */
const mostInRange = 10_000;

/** `web[01:03].example.org` → three names; leading zeros set the width; letters and steps work too. */
export function expandRange(pattern: string): readonly string[] | undefined {
  const found = /^(.*?)\[(\w+):(\w+)(?::(\d+))?\](.*)$/.exec(pattern);
  if (!found) return [pattern];
  const [, before = '', from = '', to = '', by, after = ''] = found;
  const step = Number(by ?? 1);
  const rest = expandRange(after);
  if (rest === undefined || step < 1) return undefined;
  const values: string[] = [];
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    const width = from.startsWith('0') ? from.length : 0;
    if ((Number(to) - Number(from)) / step > mostInRange || Number(to) < Number(from)) return undefined;
    for (let n = Number(from); n <= Number(to); n += step) values.push(String(n).padStart(width, '0'));
  } else if (/^[A-Za-z]$/.test(from) && /^[A-Za-z]$/.test(to)) {
    for (let c = from.charCodeAt(0); c <= to.charCodeAt(0); c += step) values.push(String.fromCharCode(c));
  } else {
    return undefined;
  }
  if (values.length === 0 || values.length * rest.length > mostInRange) return undefined;
  return values.flatMap((v) => rest.map((r) => before + v + r));
}

/** Walks a line and says for each character whether it stands in quotes; a quote opens only where a value begins. */
function* characters(
  line: string,
): Generator<{ readonly char: string; readonly index: number; readonly quoted: boolean }> {
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const char = line[index] as string;
    const opens =
      quote === '' && (char === '"' || char === "'") && (index === 0 || /[\s=]/.test(line[index - 1] as string));
    const closes = quote !== '' && char === quote && line[index - 1] !== '\\';
    yield { char, index, quoted: quote !== '' || opens };
    if (opens) quote = char;
    else if (closes) quote = '';
  }
}

/** Words of a host line: separated by blanks outside quotes. */
function words(line: string): readonly string[] {
  const found: string[] = [];
  let word = '';
  for (const { char, quoted } of characters(line)) {
    if (quoted || !/\s/.test(char)) word += char;
    else if (word !== '') found.push(word);
    if (!quoted && /\s/.test(char)) word = '';
  }
  return word === '' ? found : [...found, word];
}

/** A value as the inventory means it: quotes off, lists and maps in brackets left as text. */
function unquote(text: string): string {
  const found = /^(["'])([\s\S]*)\1$/.exec(text.trim());
  return found ? (found[2] as string) : text.trim();
}

function withoutComment(line: string): string {
  for (const { char, index, quoted } of characters(line)) {
    const begins = index === 0 || /\s/.test(line[index - 1] as string);
    if (!quoted && begins && (char === '#' || char === ';')) return line.slice(0, index);
  }
  return line;
}

/** `db01:2222` is a host and a port; an IPv6 address keeps its colons. */
function nameOf(word: string): string {
  if (/^\[.*\]$/.test(word) && word.includes('::')) return word.slice(1, -1);
  return /^[^:]+:\d+$/.test(word) ? word.slice(0, word.lastIndexOf(':')) : word;
}

interface Reader {
  readonly inventory: Inventory;
  readonly file: string;
  readonly findings: ImportFinding[];
}

function hostLine(reader: Reader, group: string, line: string, number: number): void {
  const [first = '', ...rest] = words(line);
  const names = expandRange(nameOf(first));
  if (names === undefined) {
    reader.findings.push({
      severity: 'warning',
      message: `"${first.slice(0, 60)}" is not a range of hosts that can be written out`,
      file: reader.file,
      line: number,
    });
    return;
  }
  for (const name of names) {
    const host = addHost(reader.inventory, name, group, { file: reader.file, line: number });
    for (const word of rest) {
      const at = word.indexOf('=');
      if (at > 0)
        setVar(host.vars, word.slice(0, at), unquote(word.slice(at + 1)) as Value, { file: reader.file, line: number });
    }
  }
}

/** Reads Ansible's INI inventory into `inventory`: groups, hosts with variables, `:children`, `:vars`. */
export function readIni(inventory: Inventory, file: string, text: string, findings: ImportFinding[]): void {
  const reader: Reader = { inventory, file, findings };
  let group = 'ungrouped';
  let part = 'hosts';
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = withoutComment(raw).trim();
    const at = { file, line: i + 1 };
    if (line === '') continue;
    const head = /^\[([^\]:]+)(?::(children|vars|hosts))?\]$/.exec(line);
    if (head) {
      group = (head[1] as string).trim();
      part = head[2] ?? 'hosts';
      addChild(inventory, undefined, group);
    } else if (part === 'children') {
      addChild(inventory, group, line);
    } else if (part === 'vars') {
      const equals = line.indexOf('=');
      const vars = inventory.groups.get(group)?.vars;
      if (equals > 0 && vars) setVar(vars, line.slice(0, equals).trim(), unquote(line.slice(equals + 1)), at);
      else findings.push({ severity: 'warning', message: `"${line.slice(0, 60)}" is no variable`, ...at });
    } else if (/^[\w.[\]:*-]+(\s|$)/.test(line) && !line.startsWith('[')) {
      hostLine(reader, group, line, i + 1);
    } else {
      findings.push({ severity: 'warning', message: `"${line.slice(0, 60)}" was not understood`, ...at });
    }
  }
}
