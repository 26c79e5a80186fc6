import type { Path } from '../diagnostics/location.ts';

/**
 * The path as it is written, from the path in the data: where a bad entry of a list was left out, the entries behind
 * it have moved up by one. `dropped` holds the written paths of what was left out, from the element.
 */
export function asWritten(path: Path, dropped: readonly Path[]): Path {
  if (dropped.length === 0) return path;
  const written: (string | number)[] = [];
  for (const step of path) {
    if (typeof step !== 'number') {
      written.push(step);
      continue;
    }
    const gone = dropped
      .filter((d) => d.length === written.length + 1 && written.every((w, i) => d[i] === w))
      .map((d) => d.at(-1))
      .filter((last): last is number => typeof last === 'number')
      .sort((a, b) => a - b);
    let index = step;
    for (const lost of gone) if (lost <= index) index++;
    written.push(index);
  }
  return written;
}
