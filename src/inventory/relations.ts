import type { Objective, When } from './fields.ts';
import { hostKinds, type Kind, type NodeKind, nodeKinds, systemKinds } from './kinds.ts';

/** One row of the table that turns fields into requirements. */
export interface Relation {
  readonly field: string;
  /** The kinds that have the field with this meaning. */
  readonly from: readonly NodeKind[];
  /** The kinds it leads to. */
  readonly to: readonly Kind[];
  /** What a plain list means: `all` are needed, `any` one is enough, `each` is a cable, `one` is all there can be. */
  readonly plain: 'all' | 'any' | 'each' | 'one';
  readonly when: When;
  /** When the requirement is no longer met, `from` stops (and needs its restart) or waits (and resumes). */
  readonly lost: 'stops' | 'waits';
  /** The protection objectives that go from `from` to what it needs. */
  readonly passes: readonly Objective[];
}

const all: readonly Objective[] = ['confidentiality', 'integrity', 'availability'];
const withoutC: readonly Objective[] = ['integrity', 'availability'];
const others = nodeKinds.filter((kind) => kind !== 'networkDevice');

/**
 * All relations of the plan language that are requirements. Not in it: `in` and `manages` (they carry effects and needs,
 * nothing waits for them) and `backups.covers` (a chain of its own, see the model).
 */
export const relations: readonly Relation[] = [
  {
    field: 'uses',
    from: ['process', 'application'],
    to: ['application', 'service', ...systemKinds],
    plain: 'all',
    when: 'serve',
    lost: 'waits',
    passes: all,
  },
  {
    field: 'data',
    from: ['process', 'application'],
    to: ['data'],
    plain: 'all',
    when: 'serve',
    lost: 'waits',
    passes: withoutC,
  },
  { field: 'runsOn', from: ['application'], to: hostKinds, plain: 'all', when: 'run', lost: 'stops', passes: all },
  {
    field: 'runsOn',
    from: ['virtualMachine', 'storage', 'networkDevice', 'voipDevice'],
    to: hostKinds,
    plain: 'one',
    when: 'run',
    lost: 'stops',
    passes: all,
  },
  {
    field: 'providers',
    from: ['service'],
    to: [...systemKinds, 'service', 'cluster', 'application'],
    plain: 'any',
    when: 'run',
    lost: 'waits',
    passes: all,
  },
  { field: 'members', from: ['cluster'], to: ['hypervisor'], plain: 'any', when: 'run', lost: 'stops', passes: all },
  { field: 'storedOn', from: nodeKinds, to: ['storage'], plain: 'all', when: 'run', lost: 'stops', passes: all },
  {
    field: 'partOf',
    from: nodeKinds,
    to: ['server', 'hypervisor', 'storage', 'networkDevice', 'voipDevice', 'virtualMachine'],
    plain: 'one',
    when: 'run',
    lost: 'stops',
    passes: all,
  },
  { field: 'connectedTo', from: others, to: ['networkDevice'], plain: 'any', when: 'run', lost: 'waits', passes: all },
  {
    field: 'connectedTo',
    from: ['networkDevice'],
    to: ['networkDevice'],
    plain: 'each',
    when: 'later',
    lost: 'waits',
    passes: all,
  },
  {
    field: 'poweredBy',
    from: nodeKinds,
    to: ['facility', 'networkDevice'],
    plain: 'any',
    when: 'run',
    lost: 'stops',
    passes: ['availability'],
  },
  { field: 'dependsOn', from: nodeKinds, to: nodeKinds, plain: 'all', when: 'run', lost: 'waits', passes: withoutC },
];

const said: Readonly<Record<string, string>> = {
  uses: 'uses it',
  data: 'works with it',
  runsOn: 'runs on it',
  providers: 'is provided by it',
  members: 'has it as a member',
  storedOn: 'is stored on it',
  partOf: 'is part of it',
  connectedTo: 'is connected to it',
  poweredBy: 'is powered by it',
  dependsOn: 'depends on it',
  in: 'is in it',
  manages: 'is managed by it',
  'backups.covers': 'is saved by it',
  'backups.server': 'is made by it',
  'backups.target': 'is kept on it',
  'backups.keyHeldBy': 'has its key there',
};

/** A relation as whoever has it would say it: "runs on it". Data, from which needs go up, is what the other works with. */
export function relationWords(relation: string, kind?: string): string {
  if (relation === 'data' && kind === 'data') return 'is data it works with';
  return said[relation] ?? 'needs it';
}
