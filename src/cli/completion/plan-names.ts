import { collections } from '../../inventory/index.ts';
import type { Kind } from '../../inventory/kinds.ts';
import { belongsToPlan, decode, parse } from '../../source/index.ts';
import type { Context } from '../command.ts';

/** What somebody who types wants to see of an element. */
export interface PlanName {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly tags: readonly string[];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const namesIn = (data: unknown): readonly PlanName[] =>
  collections.flatMap(({ name, kind }) => {
    const elements = isMap(data) ? data[name] : undefined;
    if (kind === undefined || !isMap(elements)) return [];
    return Object.entries(elements).map(([id, element]) => {
      const said = isMap(element) ? element : {};
      const tags = Array.isArray(said['tags']) ? said['tags'].filter((tag) => typeof tag === 'string') : [];
      return { id, kind, name: typeof said['name'] === 'string' ? said['name'] : '', tags };
    });
  });

/**
 * The elements of a plan as they are written, sorted by id. Somebody waits for a TAB: nothing is checked or linked, a
 * plan with mistakes has names too. @throws UserError where there is no plan.
 */
export async function planNames(dir: string, { ports, global }: Context): Promise<readonly PlanName[]> {
  const limits = { fileBytes: global.maxFileSize, totalBytes: global.maxTotalSize, files: global.maxFiles, depth: 32 };
  const files = await ports.files.readTree(dir, (path) => /\.ya?ml$/i.test(path), limits);
  const documents = files.flatMap((file) => {
    const text = 'problem' in file ? undefined : decode(file, limits).text;
    return text === undefined ? [] : parse({ path: file.path, text }).documents;
  });
  const belongs = belongsToPlan(documents);
  const names = documents.filter((d) => belongs(d.file)).flatMap((d) => namesIn(d.data));
  const byId = new Map(names.map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
