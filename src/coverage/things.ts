/** What demands speak of, and what a plan can show for them: elements, records and statements with their places. */
import type { Facts } from '../analysis/index.ts';
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
export const telephonyBackups: Things = {
  words: 'backups of telephony',
  of: ({ voipDevices }) => [...new Set(voipDevices.flatMap((v) => v.backups))].map((b) => thing(b)),
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
export const restoreTests: Things = {
  words: 'restore tests',
  of: ({ backupCoverage, today }) =>
    backupCoverage.backups.flatMap((b) =>
      (b.data.restoreTests ?? []).flatMap((t, i) =>
        t.date <= today ? [{ id: b.id, text: `restore test of ${t.date}`, at: at(b, 'restoreTests', i) }] : [],
      ),
    ),
};
export const approvedRestoreTests: Things = {
  words: 'approved restore tests',
  of: (facts) =>
    facts.backupCoverage.backups.flatMap((b) =>
      (b.data.restoreTests ?? []).flatMap((t, i) =>
        t.approvedBy === undefined || t.date > facts.today
          ? []
          : [
              {
                id: b.id,
                text: `restore test of ${t.date}, approved by ${t.approvedBy}`,
                at: at(b, 'restoreTests', i),
              },
            ],
      ),
    ),
};

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
export const compromises: Things = {
  words: 'scenarios in which the virtualisation is compromised',
  of: ({ scenarioPreparedness }) => scenarioPreparedness.compromises.map((s) => thing(s)),
};
export const procedures = ours('procedures', 'procedure');
export const proceduresFor = (words: string, ...actions: readonly string[]): Things =>
  those(words, 'procedure', ({ data: { action } }) => action !== undefined && actions.includes(action));
export const failureProcedures: Things = {
  words: 'procedures for a failure',
  of: (facts) => {
    const named = facts.model.nodes.flatMap((n) => {
      const id = (n.data as { recovery?: { onFailure?: { procedure?: string } } }).recovery?.onFailure?.procedure;
      return id === undefined ? [] : [id];
    });
    const of = facts.model.of('procedure').filter((p) => named.includes(p.id) || p.data.action === 'failure');
    return of.map((p) => thing(p));
  },
};
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
export const trainings: Things = {
  words: 'trainings',
  of: ({ model }) =>
    model.of('person').flatMap((p) =>
      (p.data.trainings ?? []).map((t, i) => ({
        id: p.id,
        text: `training in ${t.topic}${t.date === undefined ? '' : ` of ${t.date}`}`,
        at: at(p, 'trainings', i),
      })),
    ),
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

/** A statement of the plan itself, by its path. */
export const planSays = (words: string, ...path: readonly string[]): Things => ({
  words,
  of: ({ model: { plan, planAt } }) => {
    const value = path.reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], plan);
    return planAt && value !== undefined ? [{ text: words, at: { ...planAt, path: [...planAt.path, ...path] } }] : [];
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
    return place && !empty ? [{ text: words, at: { ...place, path: [...place.path, ...path] } }] : [];
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
