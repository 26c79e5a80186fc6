/** Mulberry32: the same numbers for the same seed everywhere. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/**
 * A plan of about `size` elements from a seed, as YAML: two sites with rooms, hosts, a farm, machines, storage, power,
 * services with several providers, loops between services and machines, k-of-n requirements, processes with needs.
 */
export function randomPlan(seed: number, size: number): string {
  const random = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const hosts = Math.max(3, Math.floor(size / 6));
  const machines = Math.max(4, Math.floor(size / 2.5));
  const services = Math.max(3, Math.floor(size / 8));
  const ids = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${prefix}-${i}`);
  const hv = ids('hv', hosts);
  const vm = ids('vm', machines);
  const service = ids('svc', services);
  const rooms = ['room-a', 'room-b'];
  const lines = [
    'drplan: 1',
    'plan: {name: Random}',
    'locations: {site-1: {type: site}, site-2: {type: site}, room-a: {type: room, in: site-1}, room-b: {type: room, in: site-2}}',
    'facilities: {feed-1: {type: power-feed, in: site-1}, feed-2: {type: power-feed, in: site-2}, ups-1: {type: ups, in: room-a, poweredBy: [feed-1, feed-2], runtime: 20m}}',
    'networkDevices: {sw-1: {type: switch, in: room-a, poweredBy: [ups-1]}, sw-2: {type: switch, in: room-b}}',
    'storage: {san-0: {type: san, in: room-a}, san-1: {type: nas, in: room-b, connectedTo: [sw-1, sw-2]}}',
    'hypervisors:',
    ...hv.map((id, i) => {
      const needs = random(2) === 0 ? `, dependsOn: [{anyOf: [${pick(service)}, ${pick(vm)}], when: serve}]` : '';
      const power = random(2) === 0 ? ', poweredBy: [ups-1, feed-2]' : ', poweredBy: [ups-1]';
      return `  ${id}: {in: ${rooms[i % 2]}, connectedTo: [sw-1, sw-2]${power}${needs}}`;
    }),
    `clusters: {farm: {members: [${hv.slice(0, 3).join(', ')}], toleratesHostFailures: 1}}`,
    'virtualMachines:',
    ...vm.map((id) => {
      const where = random(3) === 0 ? 'runsOn: farm' : `runsOn: ${pick(hv)}`;
      const entries: string[] = [];
      for (let k = random(3); k > 0; k--) {
        const kind = random(4);
        const three = [...new Set([pick(vm), pick(vm), pick(vm)])].filter((other) => other !== id);
        if (kind === 0 && three.length > 0) entries.push(`{anyOf: [${three.join(', ')}]}`);
        else if (kind === 1 && three.length === 3) entries.push(`{atLeast: 2, of: [${three.join(', ')}]}`);
        else if (kind === 2) entries.push(`{id: ${pick(service)}, when: serve}`);
        else if (three[0]) entries.push(`{id: ${three[0]}, when: ${pick(['run', 'serve', 'start', 'later'])}}`);
      }
      return `  ${id}: {${where}, storedOn: ${pick(['san-0', 'san-1'])}, dependsOn: [${entries.join(', ')}]}`;
    }),
    'services:',
    ...service.map((id) => {
      const providers = [...new Set([pick(vm), pick(vm), pick(vm)])];
      const atLeast = providers.length > 2 && random(3) === 0 ? ', atLeast: 2' : '';
      return `  ${id}: {providers: [${providers.join(', ')}]${atLeast}}`;
    }),
    'processes:',
    ...ids('proc', 3).map(
      (id) =>
        `  ${id}: {uses: [${[...new Set([pick(service), pick(service), pick(vm)])].join(', ')}], protection: {availability: {need: ${pick(['high', 'very-high'])}, reason: x}}}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
