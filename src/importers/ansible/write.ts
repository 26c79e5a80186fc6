import { Document, isMap, isPair, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { ForeignFile } from '../importer.ts';
import type { PlanData } from './plan.ts';

const head = [
  ' Written by drplan import ansible from an inventory; a later import writes it anew.',
  ' What is added by hand belongs in other files: a collection may stand in any number of them.',
].join('\n');

const options = { lineWidth: 110, minContentWidth: 20, flowCollectionPadding: false } as const;

/** The pair of a field, for the comment behind its value. */
function pairOf(map: YAMLMap, field: string): Pair | undefined {
  return map.items.find((item): item is Pair => isPair(item) && isScalar(item.key) && item.key.value === field);
}

function fileOf(collection: string, elements: PlanData extends ReadonlyMap<string, infer E> ? E : never): ForeignFile {
  const sorted = [...elements].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const data = Object.fromEntries(
    sorted.map(([id, fields]) => [id, Object.fromEntries([...fields].map(([field, { value }]) => [field, value]))]),
  );
  const document = new Document({ [collection]: data });
  document.commentBefore = head;
  for (const [id, fields] of sorted) {
    const element = document.getIn([collection, id], true);
    if (!isMap(element)) continue;
    for (const [field, { value, note }] of fields) {
      const pair = pairOf(element, field);
      if (!pair?.value) continue;
      const node = pair.value as { comment?: string; flow?: boolean };
      const short = Array.isArray(value) && JSON.stringify(value).length < 80;
      if (short) node.flow = true;
      if (note !== undefined) node.comment = ` ${note.replace(/[\r\n]+/g, ' ')}`;
    }
  }
  const name = collection.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return { path: `imported/${name}.yaml`, text: document.toString(options) };
}

/** The files of the plan: `drplan.yaml` for a plan that has none, one file per collection, sorted by id. */
export function writePlan(plan: PlanData, name: string): readonly ForeignFile[] {
  const start = new Document({ drplan: 1, plan: { name }, policy: { profiles: ['start'] } });
  start.commentBefore =
    ' The plan itself. Add who answers for it, its processes and its people in files beside this one.';
  return [
    { path: 'drplan.yaml', text: start.toString(options) },
    ...[...plan].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([collection, elements]) => fileOf(collection, elements)),
  ];
}
