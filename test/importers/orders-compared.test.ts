/** Recomputes docs/orders-compared.md from the data it speaks of: the document must not say what is no longer true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHosts } from '../../src/importers/ansible/read.ts';
import { orderOf, readPlan } from '../../src/pipeline.ts';
import { coldStart } from '../../src/recovery/event.ts';
import { fedora, folder, foreign, hasInventories, imported, selfhosted } from '../support/inventories.ts';
import { cold, diagnostics, facts, read } from '../support/plan.ts';
import { root } from '../support/program.ts';

const document = readFileSync(join(root, 'docs/orders-compared.md'), 'utf8');

/** The cells of the table under the heading, without its head. */
function table(heading: string): string[][] {
  const section = document.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** The YAML blocks of the document: what it tells its reader to add. */
const blocks = [...document.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1] as string);

type Known = 'before' | 'after' | 'none';
interface Pair {
  readonly first: string;
  readonly second: string;
  readonly author: Known;
  readonly drplan: Known;
  readonly edge: string;
}

interface Derived {
  readonly rebuild_order_from_site_yml: readonly { step: number; playbook: string; hosts: readonly string[] }[];
  readonly depends_on_derived_by_grep: readonly { from: string; to: string }[];
}

function compare() {
  const found = imported(folder(join(selfhosted, 'inventory-example')));
  const derived = JSON.parse(readFileSync(join(selfhosted, 'DERIVED-order-and-edges.json'), 'utf8')) as Derived;
  const position = new Map<string, number>();
  for (const { step, playbook, hosts } of derived.rebuild_order_from_site_yml) {
    // It only enters names of machines that are there.
    if (playbook === 'dns_records.yml') continue;
    for (const host of hosts) if (!position.has(host)) position.set(host, step);
  }
  const steps = new Map(cold(found.reading).steps.map((s) => [s.element, s]));
  const edges = new Set(derived.depends_on_derived_by_grep.map((e) => `${e.from} ${e.to}`));
  const sign = (difference: number): Known => (difference > 0 ? 'before' : difference < 0 ? 'after' : 'none');
  const author = (a: string, b: string): Known => sign((position.get(b) ?? 0) - (position.get(a) ?? 0));
  const drplan = (a: string, b: string): Known => {
    const [x, y] = [steps.get(a), steps.get(b)];
    if (!x || !y) throw new Error(`${a} or ${b} has no step`);
    return x.end <= y.start ? 'before' : y.end <= x.start ? 'after' : 'none';
  };
  const edge = (a: string, b: string): string => {
    const [forth, back] = [edges.has(`${b} ${a}`), edges.has(`${a} ${b}`)];
    return forth && back ? 'each other' : forth ? 'second needs first' : back ? 'first needs second' : 'none';
  };
  const hosts = [...steps.keys()].sort();
  const pairs = hosts.flatMap((a, i) =>
    hosts.slice(i + 1).map((b): Pair => {
      const ordered = position.has(a) && position.has(b);
      const [first, second] = (ordered ? author(a, b) : drplan(a, b)) === 'after' ? [b, a] : [a, b];
      return {
        first,
        second,
        author: ordered ? author(first, second) : 'none',
        drplan: drplan(first, second),
        edge: edge(first, second),
      };
    }),
  );
  const machines = new Set(found.reading.model.of('virtualMachine').map((m) => m.id));
  return { found, derived, hosts, pairs, machines };
}

describe.skipIf(!hasInventories)('docs/orders-compared.md (skipped: the shared inventories are absent)', () => {
  const compared = hasInventories ? compare() : undefined;
  const of = () => {
    if (!compared) throw new Error('the inventories are absent');
    return compared;
  };
  const differs = (p: Pair): boolean => p.author !== p.drplan;

  it('counts the pairs of each sort', () => {
    const { pairs, hosts } = of();
    const count = (wanted: (p: Pair) => boolean): number => pairs.filter(wanted).length;
    const sorts: Record<string, number> = {
      'both, the same way': count((p) => p.author !== 'none' && p.author === p.drplan),
      'both, opposite ways': count((p) => p.author !== 'none' && p.drplan !== 'none' && differs(p)),
      'only the author': count((p) => p.author !== 'none' && p.drplan === 'none'),
      'only drplan': count((p) => p.author === 'none' && p.drplan !== 'none'),
      neither: count((p) => p.author === 'none' && p.drplan === 'none'),
      all: (hosts.length * (hosts.length - 1)) / 2,
    };
    expect(Object.fromEntries(table('In numbers').map(([sort, n]) => [sort, Number(n)]))).toEqual(sorts);
  });

  it('explains every difference in exactly one row, with what both orders and the search in the roles say', () => {
    const { pairs, hosts, machines } = of();
    const named = (cell: string): ReadonlySet<string> => {
      if (cell === 'any machine') return machines;
      const ids = [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] as string);
      for (const id of ids) expect(hosts).toContain(id);
      expect(ids.length, cell).toBeGreaterThan(0);
      return new Set(ids);
    };
    const wanted = (p: Pair): boolean =>
      differs(p) || (p.author === 'none' && p.drplan === 'none' && p.edge !== 'none');
    // Of pairs that nobody orders, the one that is needed stands first.
    const turned = (p: Pair): Pair =>
      p.author === 'none' && p.drplan === 'none' && p.edge === 'first needs second'
        ? { ...p, first: p.second, second: p.first, edge: 'second needs first' }
        : p;
    let open = pairs.filter(wanted).map(turned);
    const computed = table('The differences').map(([number = '', first = '', second = '', , , , , why = '']) => {
      const [from, to] = [named(first), named(second)];
      const mine = open.filter((p) => from.has(p.first) && to.has(p.second));
      open = open.filter((p) => !mine.includes(p));
      const one = (values: readonly string[]): string => [...new Set(values)].sort().join(' or ');
      return [
        number,
        first,
        second,
        String(mine.length),
        one(mine.map((p) => p.author)),
        one(mine.map((p) => p.drplan)),
        one(mine.map((p) => p.edge)),
        why,
      ];
    });
    expect(table('The differences')).toEqual(computed);
    expect(open.map((p) => `${p.first} ${p.second}`)).toEqual([]);
    expect(computed.map((row) => row[0])).toEqual(computed.map((_, i) => String(i + 1)));
  });

  it('compares with the order of site.yml itself', () => {
    const site = readFileSync(join(selfhosted, 'playbooks/site.yml'), 'utf8');
    const playbooks = [...site.matchAll(/^- import_playbook: (\S+)/gm)].map((m) => m[1]);
    expect(of().derived.rebuild_order_from_site_yml.map((s) => s.playbook)).toEqual(playbooks);
  });

  it('tells what the failures of its text do', () => {
    const known = facts(of().found.reading);
    const lost = (...ids: string[]) =>
      orderOf(known, { id: null, name: '', failed: ids.map((element) => ({ element, effect: 'outage' as const })) });
    expect(lost('freeipa1', 'freeipa2').steps.map((s) => s.element)).toEqual(['freeipa1', 'freeipa2']);
    expect(lost('nas1').steps.map((s) => s.element)).toEqual(['nas1']);
    expect(lost('nas1').impact.down.map((d) => d.id)).toEqual(['archive1', 'file', 'nas1', 'syncthing1']);
    expect(lost('proxmox1').steps).toHaveLength(33);
    expect(lost('opnsense1').impact.down.map((d) => d.id)).toEqual(['opnsense1']);
  });

  it('says which additions help, and they do', () => {
    const { found } = of();
    const [needs = '', start = ''] = blocks;
    const more = read({ ...found.plan, 'needs.yaml': needs });
    expect(diagnostics(more).filter((d) => d.severity === 'error')).toEqual([]);
    const known = facts(more);
    const lost = orderOf(known, { id: null, name: '', failed: [{ element: 'postgres1', effect: 'outage' }] });
    const users = of()
      .derived.depends_on_derived_by_grep.filter((e) => e.to === 'postgres1')
      .map((e) => e.from);
    const down = new Set(lost.impact.down.map((d) => d.id));
    const fallen = more.model.of('application').filter((a) => down.has(a.id));
    expect(fallen.map((a) => String(a.data.runsOn)).sort()).toEqual(users.sort());
    expect(lost.steps.map((s) => s.id)).toEqual(['postgres1/restart']);

    const raw = Object.entries({ ...found.plan, 'needs.yaml': needs }).map(([path, text]) => ({ path, text }));
    const bytes = (f: { path: string; text: string }) => ({ path: f.path, bytes: new TextEncoder().encode(f.text) });
    const laid = readPlan(raw.map(bytes), { fileBytes: 2 ** 20 }, [bytes({ path: 'start.yaml', text: start })]);
    expect(diagnostics(laid).filter((d) => d.severity === 'error')).toEqual([]);
    const all = facts(laid);
    const { steps, deadlocks } = orderOf(all, coldStart(all));
    expect(deadlocks).toEqual([]);
    const wave = Object.fromEntries(steps.map((s) => [s.element, s.wave]));
    expect(['switch1', 'opnsense1', 'proxmox1', 'freeipa1', 'postgres1', 'wiki1'].map((id) => wave[id])).toEqual([
      1, 1, 2, 3, 4, 5,
    ]);
  });

  it('says what the large inventory shows', () => {
    const files = folder(join(fedora, 'inventory'));
    const { reading } = imported(files);
    const { model } = reading;
    const { steps } = cold(reading);
    const waves = new Map(steps.map((s) => [s.element, s.wave]));
    const hosts = readHosts(foreign(files), []);
    const text = (host: (typeof hosts)[number], name: string): string => String(host.vars.get(name)?.value ?? '');
    const addresses = new Set(hosts.map((h) => text(h, 'eth0_ip')).filter((a) => a !== ''));
    const machines = model.of('virtualMachine');
    const kind = (id: string): string | undefined => model.elements.get(id)?.kind;
    const numbers: Record<string, number> = {
      'steps of the cold start': steps.length,
      waves: Math.max(...steps.map((s) => s.wave)),
      'virtual machines that start after the host they run on': machines.filter((m) => waves.get(m.id) === 2).length,
      'virtual machines in wave 1, since their host is in no inventory': machines.filter((m) => waves.get(m.id) === 1)
        .length,
      'cloud instances (`instance_type`) taken for servers, in wave 1': hosts.filter(
        (h) => h.vars.has('instance_type') && kind(h.name) === 'server',
      ).length,
      'hosts whose name server (`dns`) is the address of a host': hosts.filter((h) => addresses.has(text(h, 'dns')))
        .length,
      'requirements on another machine besides its host': model.requirements.filter(
        (r) => r.relation === 'dependsOn' || r.relation === 'storedOn',
      ).length,
      'database servers (group `dbserver`) that no service names': hosts.filter(
        (h) =>
          h.groups.includes('dbserver') &&
          !model.of('service').some((s) => JSON.stringify(s.data.providers ?? []).includes(`"${h.name}"`)),
      ).length,
    };
    expect(Object.fromEntries(table('A large inventory').map(([what, n]) => [what, Number(n)]))).toEqual(numbers);
  });
});
