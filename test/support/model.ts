import type { Location } from '../../src/diagnostics/location.ts';
import type { Kind } from '../../src/inventory/index.ts';
import type { Element, Management, Model, Node, Requirement } from '../../src/model/model.ts';

interface NodeSpec {
  readonly id: string;
  readonly kind?: string;
  readonly external?: boolean;
  readonly data?: object;
}

type RequirementSpec = Pick<Requirement, 'from' | 'of'> & Partial<Requirement>;

const at: Location = { file: 'test.yaml', document: 0, path: [] };
const derived = new Set(['process', 'service', 'cluster', 'location', 'application', 'backup']);

/** A model without YAML: small graphs for the analyses. Kinds default to server, requirements to 1 of them, `run`. */
export function modelOf(spec: {
  readonly nodes: readonly NodeSpec[];
  readonly requirements?: readonly RequirementSpec[];
  readonly managements?: readonly (readonly [manager: string, managed: string])[];
}): Model {
  const sorted = [...spec.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const nodes = sorted.map(
    ({ id, kind = 'server', external = false, data = {} }, index): Node =>
      ({
        id,
        kind,
        name: id,
        at,
        data,
        dropped: [],
        index,
        nature: derived.has(kind) ? 'derived' : kind === 'data' ? 'data' : 'system',
        external,
      }) as unknown as Node,
  );
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const requirements = (spec.requirements ?? [])
    .map(
      (r): Requirement => ({
        atLeast: 1,
        when: 'run',
        relation: 'dependsOn',
        lost: 'waits',
        passes: ['integrity', 'availability'],
        at,
        ...r,
      }),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const of = (kind: Kind): readonly Element[] => nodes.filter((n) => n.kind === kind);
  return {
    plan: undefined,
    planAt: undefined,
    policy: {},
    policyAt: undefined,
    nodes,
    elements: byId as unknown as Model['elements'],
    of: of as Model['of'],
    node: (id) => byId.get(id),
    requirements,
    managements: (spec.managements ?? []).map(([manager, managed]): Management => ({ manager, managed, at })),
    waivers: [],
    incidentResponse: undefined,
    incidentResponseAt: undefined,
    problems: { references: [], requirements: [], duplicates: [], circles: [], leftOut: [], secrets: [] },
  };
}
