import type { Range } from '../../src/diagnostics/location.ts';
import { type ParsedFile, parse } from '../../src/source/parse.ts';
import { resolve } from '../../src/source/resolve.ts';

export const read = (text: string, path = 'plan.yaml'): ParsedFile => parse({ path, text });

/** `line:column rule message`, as found in one text. */
export const found = (text: string): readonly string[] => {
  const file = read(text);
  return resolve(file.findings, [file]).map((d) => `${d.range.line}:${d.range.column} ${d.rule} ${d.message}`);
};

/** The source text at a range, counted here in a second way: by splitting. */
export function slice(text: string, range: Range): string {
  const lines = text.replace(/^\ufeff/, '').split(/(?<=\r\n|\n|\r(?!\n))/);
  const part = lines.slice(range.line - 1, range.endLine);
  const last = part.length - 1;
  part[last] = (part[last] ?? '').slice(0, range.endColumn);
  part[0] = (part[0] ?? '').slice(range.column - 1);
  return part.join('');
}
