import { isMap, isScalar } from 'yaml';
import type { ImportFinding } from '../importer.ts';
import { addChild, groupsOf, type Inventory, type Value, type Vars, variablesOf } from './inventory.ts';
import type { YamlFile } from './yaml.ts';

/** What an expression may ask of a host. */
interface Asked {
  readonly name: string;
  readonly groups: ReadonlySet<string>;
  readonly vars: Vars;
}

type Test = (host: Asked) => boolean;

const text = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** One condition: the handful of forms that inventories use for names, groups and variables. */
function condition(source: string): Test | undefined {
  const match = /^inventory_hostname\s+is\s+(not\s+)?match\(\s*(['"])(.*)\2\s*\)$/.exec(source);
  if (match) {
    const pattern = safePattern(match[3] as string);
    return pattern && ((host) => pattern.test(host.name) !== Boolean(match[1]));
  }
  const group = /^(['"])([\w-]+)\1\s+(not\s+)?in\s+group_names$/.exec(source);
  if (group) return (host) => host.groups.has(group[2] as string) !== Boolean(group[3]);
  const without = /^\(?\s*group_names\s*\|\s*intersect\(\[([^\]]*)\]\)\s*\|\s*length\s*\)?\s*==\s*0$/.exec(source);
  if (without) {
    const names = [...(without[1] as string).matchAll(/['"]([^'"]+)['"]/g)].map((m) => m[1] as string);
    return (host) => names.every((name) => !host.groups.has(name));
  }
  const defined = /^(\w+)\s+is\s+(not\s+)?defined$/.exec(source);
  if (defined) return (host) => host.vars.has(defined[1] as string) !== Boolean(defined[2]);
  const equal = /^(\w+)\s*(==|!=)\s*(['"])(.*)\3$/.exec(source);
  if (!equal) return undefined;
  return (host) => (text(host.vars.get(equal[1] as string)?.value) === equal[4]) === (equal[2] === '==');
}

/** Python's `match` is anchored at the start. Patterns that could run for ever are refused. */
function safePattern(source: string): RegExp | undefined {
  if (source.length > 200 || /\([^)]*[+*][^)]*\)[+*{]/.test(source)) return undefined;
  try {
    return new RegExp(`^(?:${source})`);
  } catch {
    return undefined;
  }
}

/** Conditions joined by `and`. */
function expression(source: string): Test | undefined {
  const tests = source
    .trim()
    .replace(/^(["'])(.*)\1$/s, (whole, quote: string, inner: string) => (inner.includes(quote) ? whole : inner))
    .split(/\s+and\s+/)
    .map((part) => condition(part.trim()));
  return tests.every((t) => t !== undefined) ? (host) => tests.every((t) => t?.(host)) : undefined;
}

/**
 * Evaluates the groups of a `plugin: constructed` file over the hosts read so far. Expressions of other forms are named
 * and left out; no template is ever run.
 */
export function construct(
  inventory: Inventory,
  file: string,
  { root, lineOf }: YamlFile,
  findings: ImportFinding[],
): void {
  if (!isMap(root)) return;
  const groups = root.get('groups');
  if (isMap(groups)) {
    for (const pair of groups.items) {
      const name = String(isScalar(pair.key) ? pair.key.value : '');
      const source = String(isScalar(pair.value) ? pair.value.value : '');
      const test = expression(source);
      if (!test) {
        findings.push({
          severity: 'info',
          message: `the group "${name}" is computed in a way that is not evaluated`,
          file,
          line: lineOf(pair.key),
        });
        continue;
      }
      const memberships = groupsOf(inventory);
      const variables = variablesOf(inventory, memberships);
      addChild(inventory, undefined, name);
      for (const host of inventory.hosts.keys()) {
        const asked = {
          name: host,
          groups: new Set(memberships.get(host)?.keys()),
          vars: variables.get(host) ?? new Map(),
        };
        if (test(asked)) inventory.groups.get(name)?.hosts.add(host);
      }
    }
  }
  for (const key of ['keyed_groups', 'compose']) {
    const node = root.get(key, true);
    const filled =
      (isMap(node) && node.items.length > 0) || (node && 'items' in node && (node.items as unknown[]).length > 0);
    if (filled)
      findings.push({
        severity: 'info',
        message: `"${key}" is not evaluated: it only names what the hosts already say`,
        file,
        line: lineOf(node),
      });
  }
}
