import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts';
import { ordered } from '../diagnostics/diagnostic.ts';
import type { Location, Range } from '../diagnostics/location.ts';
import type { ParsedFile } from './parse.ts';

const start: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
/** Lines of a code frame: a longer place is shown by its beginning. */
const frameLines = 20;

function rangeOf(location: Location, files: ReadonlyMap<string, ParsedFile>): Range {
  if (location.range) return location.range;
  const document = files.get(location.file)?.documents[location.document];
  return document ? document.locate(location.path, location.onKey) : start;
}

function frameOf(range: Range, file: ParsedFile | undefined): readonly string[] | undefined {
  if (!file) return undefined;
  const count = Math.min(range.endLine - range.line + 1, frameLines);
  const shown = Array.from({ length: count }, (_, i) => range.line + i);
  // A secret is not shown by whatever is wrong beside it.
  if (shown.some((n) => file.hidden.has(n))) return undefined;
  return shown.map((n) => file.lines.line(n));
}

/** Lines and columns for all findings, once, at the end: sorted, each once, with the source lines they are about. */
export function resolve(findings: readonly Finding[], parsed: readonly ParsedFile[]): readonly Diagnostic[] {
  const files = new Map(parsed.map((file) => [file.path, file]));
  const diagnostics = findings.map((finding): Diagnostic => {
    const { location, related, ...rest } = finding;
    const range = rangeOf(location, files);
    const frame = frameOf(range, files.get(location.file));
    return {
      ...rest,
      file: location.file,
      range,
      ...(frame ? { frame } : {}),
      ...(related
        ? {
            related: related.map((r) => ({
              message: r.message,
              file: r.location.file,
              range: rangeOf(r.location, files),
            })),
          }
        : {}),
    };
  });
  return ordered(diagnostics);
}
