import picomatch from 'picomatch';
import type { Document } from './parse.ts';
import { planFile } from './shape.ts';

const patterns = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string');

/**
 * Which files belong to the plan: all, unless `drplan.yaml` says `include` or `exclude` (globs, relative to the plan
 * folder). `drplan.yaml` itself always does.
 */
export function belongsToPlan(documents: readonly Document[]): (path: string) => boolean {
  const data = documents.find((d) => d.file === planFile)?.data as { include?: unknown; exclude?: unknown } | null;
  const include = patterns(data?.include);
  const exclude = patterns(data?.exclude);
  if (include.length === 0 && exclude.length === 0) return () => true;
  const isIn = include.length === 0 ? () => true : picomatch([...include]);
  const isOut = exclude.length === 0 ? () => false : picomatch([...exclude]);
  return (path) => path === planFile || (isIn(path) && !isOut(path));
}
