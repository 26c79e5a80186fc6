/** Everything in a plan that can be up or down and that recovery may wait for. */
export const nodeKinds = [
  'process',
  'application',
  'data',
  'service',
  'server',
  'hypervisor',
  'cluster',
  'virtualMachine',
  'storage',
  'networkDevice',
  'voipDevice',
  'facility',
  'location',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** Elements that have an id but are no nodes: people, papers, rules of the house. */
export const recordKinds = [
  'role',
  'person',
  'supplier',
  'contract',
  'spare',
  'backup',
  'backupTarget',
  'document',
  'channel',
  'procedure',
  'scenario',
  'exercise',
  'binder',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export type Kind = NodeKind | RecordKind;

/** The kinds that act: they have actions of their own and become steps (an application does, once it has `recovery`). */
export const systemKinds = [
  'server',
  'hypervisor',
  'virtualMachine',
  'storage',
  'networkDevice',
  'voipDevice',
  'facility',
] as const satisfies readonly NodeKind[];
export type SystemKind = (typeof systemKinds)[number];

/** The kinds a virtual machine, an application or a device can run on. */
export const hostKinds = ['hypervisor', 'cluster', 'server', 'virtualMachine', 'storage', 'networkDevice'] as const;
