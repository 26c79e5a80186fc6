import type { Path } from '../diagnostics/location.ts';
import { type Collection, type Kind, referencesOf } from '../inventory/index.ts';
import type { BadReference, Element } from './model.ts';
import { asWritten } from './written.ts';

/** The routes of a collection as a tree, so that an element is walked once and only where ids can stand. */
interface Branch {
  readonly children: Map<string, Branch>;
  any?: Branch;
  /** Ids stand here. */
  kinds?: readonly Kind[];
  /** The keys of the map are ids. */
  keyKinds?: readonly Kind[];
}

const newBranch = (): Branch => ({ children: new Map() });
const trees = new WeakMap<Collection, Branch>();

function treeOf(collection: Collection): Branch {
  const known = trees.get(collection);
  if (known) return known;
  const root = newBranch();
  for (const { path, kinds, key } of referencesOf(collection)) {
    let at = root;
    for (const step of key ? path.slice(0, -1) : path) {
      const next: Branch = (step === '*' ? at.any : at.children.get(step)) ?? newBranch();
      if (step === '*') at.any = next;
      else at.children.set(step, next);
      at = next;
    }
    if (key) at.keyKinds = kinds;
    else at.kinds = kinds;
  }
  trees.set(collection, root);
  return root;
}

type Report = (id: string, kinds: readonly Kind[], path: readonly (string | number)[], onKey: boolean) => void;

/** Visits every id below `value`; `path` is one stack that grows and shrinks. Depth is bounded by the schema. */
function visit(value: unknown, branch: Branch, path: (string | number)[], report: Report): void {
  if (typeof value === 'string') {
    if (branch.kinds) report(value, branch.kinds, path, false);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const enter = (key: string | number, inner: unknown, next: Branch): void => {
    path.push(key);
    visit(inner, next, path, report);
    path.pop();
  };
  if (Array.isArray(value)) {
    if (branch.any) for (let i = 0; i < value.length; i++) enter(i, value[i], branch.any);
    return;
  }
  for (const key of Object.keys(value)) {
    if (branch.keyKinds) {
      path.push(key);
      report(key, branch.keyKinds, path, true);
      path.pop();
    }
    const next = branch.children.get(key) ?? branch.any;
    if (next) enter(key, (value as Record<string, unknown>)[key], next);
  }
}

/** Every reference in one element's data that leads nowhere or to the wrong kind, in the order written. */
export function badReferences(
  from: string,
  collection: Collection,
  data: unknown,
  at: Element['at'],
  kindOf: (id: string) => Kind | undefined,
  isBroken: (id: string) => boolean,
  dropped: readonly Path[],
): readonly BadReference[] {
  const bad: BadReference[] = [];
  visit(data, treeOf(collection), [], (id, kinds, path, onKey) => {
    const found = kindOf(id);
    if (found !== undefined && kinds.includes(found)) return;
    bad.push({
      from,
      to: id,
      at: { ...at, path: [...at.path, ...asWritten(path, dropped)], ...(onKey ? { onKey: true } : {}) },
      expected: kinds,
      ...(found === undefined ? {} : { found }),
      ...(isBroken(id) ? { broken: true } : {}),
    });
  });
  return bad;
}
