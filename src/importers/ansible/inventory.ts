/** What an Ansible inventory says: groups, hosts, variables, and where each is written. */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Variable {
  readonly value: Value;
  readonly at: Place;
}

export type Vars = Map<string, Variable>;

export interface Host {
  readonly name: string;
  readonly at: Place;
  readonly vars: Vars;
}

export interface HostGroup {
  readonly name: string;
  readonly hosts: Set<string>;
  readonly children: Set<string>;
  readonly vars: Vars;
}

export interface Inventory {
  readonly hosts: Map<string, Host>;
  readonly groups: Map<string, HostGroup>;
}

export const newInventory = (): Inventory => ({ hosts: new Map(), groups: new Map() });

function groupOf(inventory: Inventory, name: string): HostGroup {
  const known = inventory.groups.get(name);
  if (known) return known;
  const group: HostGroup = { name, hosts: new Set(), children: new Set(), vars: new Map() };
  inventory.groups.set(name, group);
  return group;
}

/** The host, made when it is new, as a member of a group. */
export function addHost(inventory: Inventory, name: string, group: string, at: Place): Host {
  groupOf(inventory, group).hosts.add(name);
  const known = inventory.hosts.get(name);
  if (known) return known;
  const host: Host = { name, at, vars: new Map() };
  inventory.hosts.set(name, host);
  return host;
}

/** A group, as a child of another where one is named. */
export function addChild(inventory: Inventory, parent: string | undefined, child: string): void {
  groupOf(inventory, child);
  if (parent !== undefined) groupOf(inventory, parent).children.add(child);
}

/** The later one wins, as in Ansible. */
export function setVar(vars: Vars, name: string, value: Value, at: Place): void {
  vars.set(name, { value, at });
}

/** The groups of each host, its own and the ones around them, with how deep each lies; circles of groups end. */
export function groupsOf(inventory: Inventory): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const parents = new Map<string, Set<string>>();
  for (const group of inventory.groups.values()) {
    for (const child of group.children) {
      const set = parents.get(child);
      if (set) set.add(group.name);
      else parents.set(child, new Set([group.name]));
    }
  }
  const result = new Map<string, Map<string, number>>([...inventory.hosts.keys()].map((h) => [h, new Map()]));
  for (const group of inventory.groups.values()) {
    // Distance from the host: the group itself is 0, its parents 1 and so on; the nearest wins over the farther.
    const around = new Map<string, number>([[group.name, 0]]);
    const queue = [group.name];
    for (let i = 0; i < queue.length; i++) {
      const name = queue[i] as string;
      for (const parent of parents.get(name) ?? []) {
        if (around.has(parent)) continue;
        around.set(parent, (around.get(name) as number) + 1);
        queue.push(parent);
      }
    }
    for (const host of group.hosts) {
      const known = result.get(host) as Map<string, number>;
      for (const [name, distance] of around)
        known.set(name, Math.min(distance, known.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  return result;
}

/** The variables of each host after precedence: all, then farther groups, nearer groups, the host itself. */
export function variablesOf(
  inventory: Inventory,
  groups: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ReadonlyMap<string, Vars> {
  const all = inventory.groups.get('all');
  const result = new Map<string, Vars>();
  for (const host of inventory.hosts.values()) {
    const vars: Vars = new Map(all?.vars);
    const own = [...(groups.get(host.name) ?? [])].filter(([name]) => name !== 'all');
    own.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [name] of own) for (const [key, value] of inventory.groups.get(name)?.vars ?? []) vars.set(key, value);
    for (const [key, value] of host.vars) vars.set(key, value);
    result.set(host.name, vars);
  }
  return result;
}
