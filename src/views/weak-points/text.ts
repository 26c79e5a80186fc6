import type { ApparentRedundancy, CommonCause, Facts, FarmCapacity, SinglePoint } from '../../analysis/index.ts';
import { levels } from '../../inventory/index.ts';
import type { Node } from '../../model/model.ts';
import { inWords, safe, wrap } from '../terminal.ts';
import type { WeakPointsOptions, WeakPointsView } from './view.ts';

const list = (ids: readonly string[], most = 8): string => {
  const shown = ids.slice(0, most).map(safe).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
};
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const kindWords: Readonly<Partial<Record<string, string>>> = {
  virtualMachine: 'virtual machine',
  networkDevice: 'network device',
  voipDevice: 'telephony device',
};
const kindOf = (node: Node): string => kindWords[node.kind] ?? node.kind;

/** Processes before the services they use, the most needed first. */
function byImportance({ needs }: Facts): (a: Node, b: Node) => number {
  const level = (n: Node): number => -levels.indexOf(needs.effective(n.index, 'availability'));
  const kind = (n: Node): number => (n.kind === 'process' ? 0 : 1);
  return (a, b) => kind(a) - kind(b) || level(a) - level(b) || a.index - b.index;
}

function targetLines(facts: Facts, { targets, named, width }: WeakPointsOptions): string[] {
  if (targets.length === 0) {
    return wrap(
      'No process or service has an availability need of high or above; name some to look at them: drplan weak-points ID',
      width,
      '',
    );
  }
  const sorted = [...targets].sort(byImportance(facts));
  const said = sorted.map((t) => `${safe(t.id)} (${facts.needs.effective(t.index, 'availability')})`);
  const many = said.length > 12 ? [...said.slice(0, 12), `and ${said.length - 12} more`] : said;
  const what = named ? 'Looked at' : 'Processes and services whose availability need is high or above';
  return wrap(`${what}: ${many.join(', ')}`, width, '  ', '');
}

/** The places around a place whose loss is the same, from the inside out. */
function around(point: SinglePoint, all: readonly SinglePoint[]): string[] {
  const outer = all.find((p) => p.repeats === point.node.id);
  return outer ? [safe(outer.node.id), ...around(outer, all)] : [];
}

function pointLines(facts: Facts, point: SinglePoint, all: readonly SinglePoint[], width: number): string[] {
  const { node, takesDown, decision } = point;
  const outer = around(point, all);
  const farm = facts.weakPoints.restartedBy(node.id);
  const name = node.name === node.id ? '' : `, ${safe(node.name)}`;
  const sorted = [...takesDown].sort((a, b) => byImportance(facts)(a.node, b.node));
  const say = (t: (typeof takesDown)[number]): string =>
    t.after > 0 ? `${t.node.id} after ${inWords(t.after)}` : t.node.id;
  const told = (some: typeof sorted): string => {
    const processes = some.filter((t) => t.node.kind === 'process').map(say);
    const others = some.filter((t) => t.node.kind !== 'process').map(say);
    const parts = [
      processes.length > 0 ? `${processes.length === 1 ? 'process' : 'processes'} ${list(processes, 12)}` : '',
      others.length > 0 ? `${others.length === 1 ? 'service' : 'services'} ${list(others, 12)}` : '',
    ];
    return parts.filter(Boolean).join('; ');
  };
  const lasting = told(sorted.filter((t) => !t.untilSwitched));
  const switched = told(sorted.filter((t) => t.untilSwitched));
  return [
    ...wrap(
      `${safe(node.id)} (${kindOf(node)}${name})${outer.length > 0 ? `, and with it ${outer.join(', ')}, in which it is` : ''}`,
      width,
      '    ',
      '  ',
    ),
    ...(lasting === '' ? [] : wrap(`takes down ${lasting}`, width, '      ', '    ')),
    ...(switched === '' ? [] : wrap(`takes down until it is switched over: ${switched}`, width, '      ', '    ')),
    ...(farm === undefined
      ? []
      : wrap(`${safe(farm)} restarts on other hosts what ran there`, width, '      ', '    ')),
    ...(decision === undefined ? [] : wrap(`decided: ${safe(decision)}`, width, '      ', '    ')),
  ];
}

const lastingOf = ({ takesDown }: SinglePoint): number => takesDown.filter((t) => !t.untilSwitched).length;

function singleLines(facts: Facts, options: WeakPointsOptions): string[] {
  const points = [...facts.weakPoints.singlePoints(options.targets)].sort(
    (a, b) => lastingOf(b) - lastingOf(a) || b.takesDown.length - a.takesDown.length || a.node.index - b.node.index,
  );
  const told = points.filter((p) => p.repeats === undefined);
  const open = told.filter((p) => p.decision === undefined);
  const decided = told.filter((p) => p.decision !== undefined);
  const lines = [
    '',
    `SINGLE POINTS OF FAILURE: ${open.length === 0 ? 'none' : `${count(open.length, 'element')} whose loss alone is enough`}`,
  ];
  for (const p of open) lines.push(...pointLines(facts, p, points, options.width));
  if (decided.length > 0) {
    lines.push('', `SINGLE POINTS WITH A DECISION: ${decided.length}`);
    for (const p of decided) lines.push(...pointLines(facts, p, points, options.width));
  }
  return lines;
}

const all = (n: number): string => (n === 2 ? 'both' : `all ${n}`);

/** "on hv-01", "in rack-a1": how the providers share this thing. */
const shares: Readonly<Record<CommonCause['kind'], (id: string) => string>> = {
  host: (id) => `host ${id}`,
  store: (id) => `store ${id}`,
  place: (id) => `place ${id}`,
  power: (id) => `power ${id}`,
  network: (id) => `network device ${id}`,
  uplink: (id) => `line ${id}`,
  cooling: (id) => `cooling ${id}`,
  system: (id) => `system ${id}`,
  person: (id) => `person ${id}`,
  supplier: (id) => `supplier ${id}`,
};

function causeLine({ of }: ApparentRedundancy, { id, kind, takes, possible }: CommonCause): string {
  const whom = takes.length === of.length ? all(of.length) : list(takes);
  if (possible)
    return `${shares.host(safe(id))}: nothing keeps ${takes.length === of.length ? all(of.length) : list(takes)} from running on one of its hosts`;
  if (kind === 'person') return `person ${safe(id)}: the only one who looks after ${whom}`;
  return `${shares[kind](safe(id))}: its loss takes ${whom}`;
}

function apparentLines(facts: Facts, { targets, width, locate }: WeakPointsOptions): string[] {
  const found = facts.weakPoints.apparent(targets);
  const lines: string[] = [];
  const technical = found
    .map((a) => ({ ...a, causes: a.causes.filter((c) => c.kind !== 'supplier') }))
    .filter((a) => a.causes.length > 0);
  if (technical.length > 0) {
    lines.push('', `REDUNDANCY THAT IS ONLY APPARENT: ${count(technical.length, 'group')} that one loss takes away`);
    for (const redundancy of technical) {
      const { of, atLeast, requirements, causes } = redundancy;
      const users = [...new Set(requirements.map((r) => r.from))];
      const first = requirements[0];
      const place = first ? ` (${safe(first.at.file)}:${locate(first.at).line})` : '';
      lines.push(
        ...wrap(
          `${list(of)}, of which ${atLeast} ${atLeast === 1 ? 'is' : 'are'} enough for ${list(users, 4)}${place}`,
          width,
          '    ',
          '  ',
        ),
      );
      for (const cause of causes) lines.push(...wrap(causeLine(redundancy, cause), width, '      ', '    '));
      if (redundancy.omitted > 0) lines.push(`    and ${redundancy.omitted} more with a wider effect`);
    }
  }
  const suppliers = new Map<string, Set<string>>();
  for (const { causes } of found) {
    for (const { id, kind, takes } of causes) {
      if (kind !== 'supplier') continue;
      const known = suppliers.get(id) ?? new Set<string>();
      for (const t of takes) known.add(t);
      suppliers.set(id, known);
    }
  }
  if (suppliers.size > 0) {
    lines.push('', 'ONE SUPPLIER FOR ALL: who repairs what should stand in for each other');
    for (const [id, takes] of suppliers)
      lines.push(...wrap(`${safe(id)}: ${list([...takes].sort(), 16)}`, width, '    ', '  '));
  }
  return lines;
}

function farmLines({ cluster, gone, fits, left, unknown }: FarmCapacity, width: number): string[] {
  const hosts = gone.length === 0 ? 'with all its hosts' : `without ${list(gone)}`;
  const missing = unknown.length > 0 ? ` Without a size in the plan: ${list(unknown, 6)}.` : '';
  const verdict =
    fits === undefined
      ? 'nobody can say whether the rest carries everything.'
      : fits
        ? 'the rest carries everything.'
        : `the rest does not carry ${list(left)}.`;
  return wrap(`${safe(cluster)} ${hosts}: ${verdict}${missing}`, width, '    ', '  ');
}

/** Pairs and triples, by what they take down. */
function cutLines(facts: Facts, { targets, order, width }: WeakPointsOptions): string[] {
  if (order < 2) return [];
  const most = 40;
  return targets.flatMap((target) => {
    const sets = facts.weakPoints.cutSets(target, order).filter((s) => s.length > 1);
    const word = order === 2 ? 'pairs' : 'pairs and triples';
    if (sets.length === 0) return ['', `${safe(target.id)}: no ${word} take it down`];
    const shown = sets.slice(0, most).flatMap((s) => wrap(s.map((n) => safe(n.id)).join(' + '), width, '    ', '  '));
    const rest = sets.length > most ? [`  … and ${sets.length - most} more: --format json has them all`] : [];
    return [
      '',
      sets.length === 1
        ? `${safe(target.id)}: these together take it down, though no part of them does`
        : `${safe(target.id)}: ${sets.length} ${word} take it down, though no part of them does`,
      ...shown,
      ...rest,
    ];
  });
}

/** What cannot be spared, what only seems to be redundant, whether the farms have room. */
export const text: WeakPointsView = {
  name: 'text',
  render: (facts, options) => {
    const farms = facts.weakPoints.capacity;
    const lines = [
      ...targetLines(facts, options),
      ...singleLines(facts, options),
      ...apparentLines(facts, options),
      ...cutLines(facts, options),
      ...(farms.length > 0 ? ['', 'ROOM IN THE FARMS', ...farms.flatMap((f) => farmLines(f, options.width))] : []),
    ];
    return `${lines.join('\n')}\n`;
  },
};
