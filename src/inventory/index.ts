/** The plan language: the registry of its collections, and the types that follow from it. */
import type * as z from 'zod';
import type { Collection } from './collection.ts';
import { applications } from './collections/applications.ts';
import { backupTargets } from './collections/backup-targets.ts';
import { backups } from './collections/backups.ts';
import { binders } from './collections/binders.ts';
import { channels } from './collections/channels.ts';
import { clusters } from './collections/clusters.ts';
import { contracts } from './collections/contracts.ts';
import { data } from './collections/data.ts';
import { documents } from './collections/documents.ts';
import { exercises } from './collections/exercises.ts';
import { facilities } from './collections/facilities.ts';
import { hypervisors } from './collections/hypervisors.ts';
import { incidentResponse } from './collections/incident-response.ts';
import { locations } from './collections/locations.ts';
import { networkDevices } from './collections/network-devices.ts';
import { people } from './collections/people.ts';
import { plan } from './collections/plan.ts';
import { policy } from './collections/policy.ts';
import { procedures } from './collections/procedures.ts';
import { processes } from './collections/processes.ts';
import { roles } from './collections/roles.ts';
import { scenarios } from './collections/scenarios.ts';
import { servers } from './collections/servers.ts';
import { services } from './collections/services.ts';
import { spares } from './collections/spares.ts';
import { storage } from './collections/storage.ts';
import { suppliers } from './collections/suppliers.ts';
import { virtualMachines } from './collections/virtual-machines.ts';
import { voipDevices } from './collections/voip-devices.ts';
import { waivers } from './collections/waivers.ts';
import { describeField as describeIn, type FieldPage } from './field-reference.ts';
import { planSchemaOf } from './json-schema.ts';
import type { Kind } from './kinds.ts';

export type { Collection } from './collection.ts';
export { allFields, type FieldPage } from './field-reference.ts';
export {
  type Effect,
  effects,
  idMaxLength,
  idPattern,
  type Level,
  levels,
  type Objective,
  objectives,
  type When,
  whens,
} from './fields.ts';
export {
  hostKinds,
  type Kind,
  type NodeKind,
  nodeKinds,
  type RecordKind,
  recordKinds,
  type SystemKind,
  systemKinds,
} from './kinds.ts';
export type { Bypass, Entry } from './parts.ts';
export { type ReferenceRoute, referencesOf } from './references.ts';
export { type Relation, relations, relationWords } from './relations.ts';
export type { Money, Period } from './units.ts';

/** All collections, in the order of the field reference: the plan, what it protects, who and what helps. */
export const collections: readonly Collection[] = [
  plan,
  policy,
  waivers,
  processes,
  applications,
  data,
  services,
  servers,
  hypervisors,
  clusters,
  virtualMachines,
  storage,
  networkDevices,
  voipDevices,
  facilities,
  locations,
  roles,
  people,
  suppliers,
  contracts,
  spares,
  backups,
  backupTargets,
  documents,
  channels,
  procedures,
  scenarios,
  exercises,
  incidentResponse,
  binders,
];

interface DataByKind {
  readonly process: z.output<typeof processes.schema>;
  readonly application: z.output<typeof applications.schema>;
  readonly data: z.output<typeof data.schema>;
  readonly service: z.output<typeof services.schema>;
  readonly server: z.output<typeof servers.schema>;
  readonly hypervisor: z.output<typeof hypervisors.schema>;
  readonly cluster: z.output<typeof clusters.schema>;
  readonly virtualMachine: z.output<typeof virtualMachines.schema>;
  readonly storage: z.output<typeof storage.schema>;
  readonly networkDevice: z.output<typeof networkDevices.schema>;
  readonly voipDevice: z.output<typeof voipDevices.schema>;
  readonly facility: z.output<typeof facilities.schema>;
  readonly location: z.output<typeof locations.schema>;
  readonly role: z.output<typeof roles.schema>;
  readonly person: z.output<typeof people.schema>;
  readonly supplier: z.output<typeof suppliers.schema>;
  readonly contract: z.output<typeof contracts.schema>;
  readonly spare: z.output<typeof spares.schema>;
  readonly backup: z.output<typeof backups.schema>;
  readonly backupTarget: z.output<typeof backupTargets.schema>;
  readonly document: z.output<typeof documents.schema>;
  readonly channel: z.output<typeof channels.schema>;
  readonly procedure: z.output<typeof procedures.schema>;
  readonly scenario: z.output<typeof scenarios.schema>;
  readonly exercise: z.output<typeof exercises.schema>;
  readonly binder: z.output<typeof binders.schema>;
}

/** What an element of a kind holds after reading: units resolved, lists always lists. */
export type DataOf<K extends Kind> = DataByKind[K];
export type Plan = z.output<typeof plan.schema>;
export type Policy = z.output<typeof policy.schema>;
export type Waiver = z.output<typeof waivers.schema>;
export type IncidentResponse = z.output<typeof incidentResponse.schema>;

/** The collection with this key in a plan file. */
export const collectionByName = (name: string): Collection | undefined => collections.find((c) => c.name === name);

/** Elements of a kind, for people: "virtual machines". */
export function pluralOf(kind: string): string {
  const found = collections.find((c) => c.kind === kind);
  return found?.plural ?? `${found?.title ?? kind}s`;
}

/** JSON Schema of a plan file. */
export const planSchema = (): object => planSchemaOf(collections);

/** The page of a field of the language; see `describeField` in `field-reference.ts`. */
export const describeField = (name: string): FieldPage | undefined => describeIn(collections, name);
export type { BackupRun } from './evidence.ts';
export { backupRun } from './evidence.ts';
