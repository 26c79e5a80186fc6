/** What demands speak of, and what a plan can show for them: elements, records and statements with their places. */
import { aboutBackups, type Facts, targetOf } from '../analysis/index.ts';
import type { Location } from '../diagnostics/location.ts';
import type { Kind } from '../inventory/index.ts';
import type { Element } from '../model/model.ts';

/** Something in a plan that can be pointed to. */
export interface Thing {
  readonly id?: string;
  /** What it is or says, where the id alone does not tell. */
  readonly text?: string;
  readonly at: Location;
}

/** A group of things, with the word for many of them: "the plan has no virtualisation servers". */
export interface Things {
  readonly words: string;
  readonly of: (facts: Facts) => readonly Thing[];
}

const thing = (element: Element, text?: string): Thing => ({
  id: element.id,
  ...(text === undefined ? {} : { text }),
  at: { ...element.at, onKey: true },
});
const at = (element: Element, ...path: readonly (string | number)[]): Location => ({
  ...element.at,
  path: [...element.at.path, ...path],
});

/** All elements of some kinds that are ours. */
const ours = (words: string, ...kinds: readonly Kind[]): Things => ({
  words,
  of: ({ model }) =>
    kinds.flatMap((kind) =>
      model
        .of(kind)
        .filter((e) => (e.data as { external?: boolean }).external !== true)
        .map((e) => thing(e)),
    ),
});

/** Elements of a kind of which something holds. */
const those = <K extends Kind>(
  words: string,
  kind: K,
  holds: (element: Element<K>, facts: Facts) => boolean,
): Things => ({
  words,
  of: (facts) =>
    facts.model
      .of(kind)
      .filter((e) => holds(e, facts))
      .map((e) => thing(e)),
});

export const systems: Things = {
  words: 'systems of its own',
  of: ({ model }) => model.nodes.filter((n) => n.nature === 'system' && !n.external).map((n) => thing(n)),
};
export const demandingSystems: Things = {
  words: 'systems whose availability need is high or above',
  of: ({ model, needs }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && needs.effective(n.index, 'availability') !== 'normal')
      .map((n) => thing(n)),
};
export const processes = ours('processes', 'process');
export const ratedProcesses = those(
  'processes with a rated protection need',
  'process',
  ({ data }) => data.protection !== undefined,
);
export const services = ours('services', 'service');
export const data = ours('data', 'data');
export const applications = ours('processes, applications and data', 'process', 'application', 'data');
export const hosts = ours('virtualisation servers', 'hypervisor');
export const guests = ours('virtual machines', 'virtualMachine');
export const farms = ours('farms of virtualisation servers', 'cluster');
export const sites = ours('locations', 'location');
export const network = ours('network devices', 'networkDevice');
export const serviceOf = (words: string, ...roles: readonly string[]): Things =>
  those(words, 'service', ({ data: { role } }) => role !== undefined && roles.includes(role));
export const telephony: Things = {
  words: 'telephony devices that keep settings',
  of: ({ voipDevices }) => voipDevices.map((v) => thing(v.device)),
};
const backupsOfTelephony = ({ voipDevices }: Facts): readonly Element<'backup'>[] => [
  ...new Set(voipDevices.flatMap((v) => v.backups)),
];
export const telephonyBackups: Things = {
  words: 'backups of telephony',
  of: (facts) => backupsOfTelephony(facts).map((b) => thing(b)),
};
export const telephonyBackupsWith = (words: string, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: (facts) =>
    backupsOfTelephony(facts)
      .filter((b) => holds(b.data))
      .map((b) => thing(b)),
});
export const telephonyMedia: Things = {
  words: 'media for backups of telephony',
  of: (facts) => {
    const targets = backupsOfTelephony(facts).map((b) => targetOf(facts.model, b));
    return [...new Set(targets)].flatMap((t) => (t ? [thing(t, t.data.medium)] : []));
  },
};
export const telephonyChanges: Things = {
  words: 'recorded changes of telephony',
  of: (facts) =>
    backupsOfTelephony(facts).flatMap((b) =>
      (b.data.changes ?? []).map((c, i) => ({
        id: b.id,
        text: c.date === undefined ? 'a change' : `change of ${c.date}`,
        at: at(b, 'changes', i),
      })),
    ),
};
export const telephonyRollbacks: Things = {
  words: 'procedures that bring back older settings of telephony',
  of: ({ model, voipDevices }) =>
    [...new Set(voipDevices.flatMap((v) => v.rollbacks))].flatMap((id) => {
      const procedure = model.elements.get(id);
      return procedure ? [thing(procedure)] : [];
    }),
};
export const telephonyReplacements: Things = {
  words: 'spares, contracts or procedures for replacing telephony',
  of: ({ model, voipDevices, replacements, procedureUses }) => {
    const found = voipDevices.flatMap(({ device: { id } }) => [
      ...replacements(id).map((r) => r.from),
      ...procedureUses.serving(id, 'replace'),
    ]);
    return [...new Set(found)].flatMap((id) => {
      const element = model.elements.get(id);
      return element ? [thing(element)] : [];
    });
  },
};

export const worthSaving: Things = {
  words: 'systems or data that lose something when they fail',
  of: ({ backupCoverage }) => backupCoverage.worthSaving.map((n) => thing(n)),
};
export const backups: Things = {
  words: 'backups',
  of: ({ backupCoverage }) => backupCoverage.backups.map((b) => thing(b)),
};
export const backupsWith = (words: string, holds: (data: Element<'backup'>['data']) => boolean): Things => ({
  words,
  of: ({ backupCoverage }) => backupCoverage.backups.filter((b) => holds(b.data)).map((b) => thing(b)),
});
export const backupTargets = ours('backup media', 'backupTarget');
export const runs: Things = {
  words: 'recorded runs of backups',
  of: ({ backupCoverage, backupHistories }) =>
    backupCoverage.backups.flatMap((b) => {
      const all = backupHistories.get(b.id)?.runs ?? [];
      return all.length > 0 ? [thing(b, `${all.length} recorded runs, the last of ${all.at(-1)?.started}`)] : [];
    }),
};
type RestoreTest = NonNullable<Element<'backup'>['data']['restoreTests']>[number];

/** Restores that were tried by the day of the check. */
const tests = (
  words: string,
  holds: (test: RestoreTest, backup: Element<'backup'>, facts: Facts) => boolean,
): Things => ({
  words,
  of: (facts) =>
    facts.backupCoverage.backups.flatMap((b) =>
      (b.data.restoreTests ?? []).flatMap((t, i) => {
        if (t.date > facts.today || !holds(t, b, facts)) return [];
        const of = [t.scope, t.what].filter((word) => word !== undefined).join(', ');
        const approved = t.approvedBy === undefined ? '' : `, approved by ${t.approvedBy}`;
        const text = `restore test of ${t.date}${of === '' ? '' : ` (${of})`}${approved}`;
        return [{ id: b.id, text, at: at(b, 'restoreTests', i) }];
      }),
    ),
});
export const restoreTests = tests('restore tests', () => true);
export const partialRestoreTests = tests('restore tests of a part', (t) => t.scope === 'partial');
export const completeRestoreTests = tests('restore tests of everything', (t) => t.scope === 'complete');
export const approvedRestoreTests = tests('approved restore tests', (t) => t.approvedBy !== undefined);
export const telephonyRestoreTests = tests('restore tests of telephony', (_, b, facts) =>
  backupsOfTelephony(facts).includes(b),
);

export const exercises: Things = {
  words: 'exercises that were held',
  of: ({ model, today }) =>
    model
      .of('exercise')
      .flatMap((e) =>
        (e.data.records ?? []).flatMap((r, i) =>
          r.date <= today ? [{ id: e.id, text: `exercise of ${r.date}`, at: at(e, 'records', i) }] : [],
        ),
      ),
};
export const scenarios = ours('scenarios', 'scenario');
export const scenariosWithActions = those('scenarios that say what is done', 'scenario', ({ data: s }) =>
  Boolean(s.actions?.length || s.immediateMeasures?.length),
);
export const coldStarts: Things = {
  words: 'scenarios in which all virtualisation servers are down',
  of: ({ model, scenarioPreparedness }) =>
    model
      .of('scenario')
      .filter((s) => scenarioPreparedness.coldStarts.includes(s.id))
      .map((s) => thing(s)),
};
export const hostLosses: Things = {
  words: 'scenarios in which a virtualisation server is down',
  of: ({ model, scenarioImpacts }) => {
    const servers = model.of('hypervisor').map((h) => h.id);
    return scenarioImpacts.flatMap(({ scenario, isDown }) =>
      scenario && servers.some(isDown) ? [thing(scenario)] : [],
    );
  },
};
export const compromises: Things = {
  words: 'scenarios in which the virtualisation is compromised',
  of: ({ scenarioPreparedness }) => scenarioPreparedness.compromises.map((s) => thing(s)),
};
export const procedures = ours('procedures', 'procedure');
export const proceduresFor = (words: string, ...actions: readonly string[]): Things =>
  those(words, 'procedure', ({ data: { action } }) => action !== undefined && actions.includes(action));
const serving = (words: string, action: string, ids: (facts: Facts) => readonly string[]): Things => ({
  words,
  of: (facts) => {
    const found = new Set(ids(facts).flatMap((id) => facts.procedureUses.serving(id, action)));
    return facts.model
      .of('procedure')
      .filter((p) => found.has(p.id))
      .map((p) => thing(p));
  },
});
const hostsAndFarms = ({ model }: Facts): readonly string[] =>
  [...model.of('hypervisor'), ...model.of('cluster')].map((e) => e.id);
const servicesAndProviders =
  (...names: readonly string[]) =>
  ({ model }: Facts): readonly string[] =>
    model
      .of('service')
      .filter((s) => names.includes(s.data.role ?? ''))
      .flatMap((s) => [s.id, ...(s.data.providers ?? [])]);
const management = servicesAndProviders('virtualisation-management', 'connection-broker');
const licensing = servicesAndProviders('licensing');

export const failureProcedures = serving('procedures for a failure', 'failure', ({ model }) =>
  model.nodes.map((n) => n.id),
);
export const hostFailureProcedures = serving(
  'procedures for the failure of a virtualisation server',
  'failure',
  hostsAndFarms,
);
export const managementFailureProcedures = serving(
  'procedures for the failure of the management',
  'failure',
  management,
);
export const licensingFailureProcedures = serving(
  'procedures for the failure of the licence server',
  'failure',
  licensing,
);
const elementsOf = (words: string, ids: (facts: Facts) => readonly string[]): Things => ({
  words,
  of: (facts) =>
    [...new Set(ids(facts))].flatMap((id) => {
      const element = facts.model.elements.get(id);
      return element ? [thing(element)] : [];
    }),
});
export const hostsWithFarms = elementsOf('virtualisation servers', hostsAndFarms);
export const managementServers = elementsOf('servers that manage the virtualisation', management);
export const licenceServers = elementsOf('licence servers', licensing);

export const variants = those(
  'procedures with a word on other operating systems',
  'procedure',
  ({ data: p }) => p.variants !== undefined,
);

export const roles = ours('roles', 'role');
export const people = ours('people', 'person');
export const documents = ours('documents', 'document');
export const diagrams = those('diagrams', 'document', ({ data: d }) => d.kind === 'diagram');
export const concepts = those('concepts', 'document', ({ data: d }) => d.kind === 'concept');
export const configurations = those(
  'documents on configurations',
  'document',
  ({ data: d }) => d.kind === 'configuration',
);
export const documentsIn = (words: string, form: 'paper' | 'offline-medium'): Things =>
  those(words, 'document', ({ data: d }) => d.forms?.some((f) => f.form === form) === true);
export const binders = ours('printed binders', 'binder');
export const copies: Things = {
  words: 'printed copies with a place or a holder',
  of: ({ model }) =>
    model.of('binder').flatMap((b) =>
      (b.data.copies ?? []).flatMap((c, i) =>
        c.holder === undefined && c.in === undefined
          ? []
          : [
              {
                id: b.id,
                text: `copy ${c.number ?? i + 1}: ${[c.holder, c.in].filter(Boolean).join(', ')}`,
                at: at(b, 'copies', i),
              },
            ],
      ),
    ),
};
export const supplies = ours('spares or contracts', 'spare', 'contract');
export const suppliers = ours('suppliers', 'supplier');
export const channels = ours('channels of communication', 'channel');
const trainingsIn = (words: string, isTopic: (topic: string) => boolean): Things => ({
  words,
  of: ({ model }) =>
    model.of('person').flatMap((p) =>
      (p.data.trainings ?? []).flatMap(({ topic, date }, i) => {
        const text = `training in ${topic}${date === undefined ? '' : ` of ${date}`}`;
        return isTopic(topic) ? [{ id: p.id, text, at: at(p, 'trainings', i) }] : [];
      }),
    ),
});
export const trainings = trainingsIn('trainings', () => true);
export const backupTrainings = trainingsIn('trainings in backup or restore', aboutBackups);
export const savedGuests: Things = {
  words: 'virtual machines that are backed up',
  of: ({ model, backupCoverage }) =>
    model
      .of('virtualMachine')
      .filter((vm) => backupCoverage.backupsOf(vm.id).length > 0)
      .map((vm) => thing(vm)),
};
export const savedImages: Things = {
  words: 'images that are backed up',
  of: ({ model, backupCoverage }) =>
    model
      .of('data')
      .filter((d) => d.data.class === 'image' && backupCoverage.backupsOf(d.id).length > 0)
      .map((d) => thing(d)),
};
export const monitored: Things = {
  words: 'systems that are watched',
  of: ({ model, inherited }) =>
    model.nodes
      .filter((n) => n.nature === 'system' && !n.external && inherited.monitoring(n.id) !== undefined)
      .map((n) => thing(n)),
};
/** Elements of any kind that state a field. */
export const stating = (words: string, ...path: readonly string[]): Things => ({
  words,
  of: ({ model }) =>
    [...model.elements.values()]
      .filter(
        (e) =>
          path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], e.data) !==
          undefined,
      )
      .map((e) => thing(e)),
});

/** The first few texts and days in a statement: what it says, where its name alone proves little. */
function saidIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(saidIn);
}
const mostSaid = 3;
const longestSaid = 80;

/** "who initiates and who implements: it-manager, admin". */
function statement(words: string, value: unknown): string {
  const all = saidIn(value);
  const said = all.slice(0, mostSaid).join(', ') + (all.length > mostSaid ? ', …' : '');
  if (said === '') return words;
  return `${words}: ${said.length > longestSaid ? `${said.slice(0, longestSaid).trimEnd()}…` : said}`;
}

/** A statement of the plan itself, by its path. */
export const planSays = (words: string, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { plan, planAt } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], plan);
    if (!planAt || value === undefined) return [];
    return [{ text: statement(words, value), at: { ...planAt, path: [...planAt.path, ...path] } }];
  },
});
export const thePlan: Things = {
  words: 'statements about itself',
  of: ({ model: { plan, planAt } }) => (plan && planAt ? [{ text: plan.name, at: planAt }] : []),
};
/** A statement of the incident response, by its path. */
export const incidentSays = (words: string, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { incidentResponse, incidentResponseAt: place } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], incidentResponse);
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!place || empty) return [];
    return [{ text: statement(words, value), at: { ...place, path: [...place.path, ...path] } }];
  },
});

export const encryptedBackups = backupsWith(
  'encrypted backups',
  ({ encryption }) => encryption?.method !== undefined && encryption.method !== 'none',
);
export const waivers: Things = {
  words: 'waivers',
  of: ({ model }) => model.waivers.map((w) => ({ text: `waiver of ${w.data.rule}`, at: w.at })),
};
