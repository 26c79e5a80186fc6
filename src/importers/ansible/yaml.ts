import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { ImportFinding } from '../importer.ts';
import { addChild, addHost, type Inventory, setVar, type Value, type Vars } from './inventory.ts';

/** What cannot be read without a key. */
const isVault = (text: string): boolean => text.startsWith('$ANSIBLE_VAULT');

export interface YamlFile {
  readonly root: Node | null;
  readonly lineOf: (node: unknown) => number;
}

/** Reads a YAML file of an inventory; what is wrong with it is named and the rest is used. */
export function readYaml(file: string, text: string, findings: ImportFinding[]): YamlFile | undefined {
  if (isVault(text)) {
    findings.push({ severity: 'info', message: 'encrypted by ansible-vault: not read', file });
    return undefined;
  }
  const lines = new LineCounter();
  const [document] = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  if (!document || !('contents' in document)) return undefined;
  for (const error of document.errors.slice(0, 3)) {
    findings.push({
      severity: 'warning',
      message: `not YAML: ${error.message.split('\n')[0]}`,
      file,
      line: error.linePos?.[0].line ?? 1,
    });
  }
  const lineOf = (node: unknown): number => {
    const offset = (node as { range?: readonly number[] } | null)?.range?.[0];
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  return { root: document.contents as Node | null, lineOf };
}

/** A YAML value as plain data; what vault encrypted becomes null. Aliases are not followed. */
export function plain(node: unknown, depth = 0): Value {
  if (depth > 50) return null;
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), plain(pair.value, depth + 1)]),
    );
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  if (!isScalar(node) || node.tag === '!vault') return null;
  const { value } = node;
  // Numbers keep the way they were written: a version or an extension must not lose its zeros.
  if (typeof value === 'number') return node.source ?? String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** Puts the keys of a map into variables, each with its line. */
export function readVars(vars: Vars, file: string, { root, lineOf }: YamlFile): void {
  if (!isMap(root)) return;
  for (const pair of root.items) {
    if (isScalar(pair.key)) setVar(vars, String(pair.key.value), plain(pair.value), { file, line: lineOf(pair.key) });
  }
}

/** Reads Ansible's YAML inventory: groups with `hosts`, `children` and `vars`. */
export function readYamlInventory(inventory: Inventory, file: string, source: YamlFile): void {
  const work: { name: string; node: unknown; parent: string | undefined }[] = [];
  if (isMap(source.root)) {
    for (const pair of source.root.items) {
      if (isScalar(pair.key)) work.push({ name: String(pair.key.value), node: pair.value, parent: undefined });
    }
  }
  for (let i = 0; i < work.length && i < 100_000; i++) {
    const { name, node, parent } = work[i] as (typeof work)[number];
    addChild(inventory, parent, name);
    if (!isMap(node)) continue;
    const hosts = node.get('hosts');
    if (isMap(hosts)) {
      for (const pair of hosts.items) {
        if (!isScalar(pair.key)) continue;
        const at = { file, line: source.lineOf(pair.key) };
        const host = addHost(inventory, String(pair.key.value), name, at);
        readVars(host.vars, file, { root: pair.value as Node | null, lineOf: source.lineOf });
      }
    }
    const vars = inventory.groups.get(name)?.vars;
    if (vars) readVars(vars, file, { root: (node.get('vars') as Node | undefined) ?? null, lineOf: source.lineOf });
    const children = node.get('children');
    if (isMap(children)) {
      for (const pair of children.items) {
        if (isScalar(pair.key)) work.push({ name: String(pair.key.value), node: pair.value, parent: name });
      }
    }
  }
}
