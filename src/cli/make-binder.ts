import type { Facts } from '../analysis/index.ts';
import {
  type Binder,
  type BinderInput,
  type Copy,
  composeBinder,
  elementScope,
  everything,
  roleScope,
  type Scope,
  scenarioScope,
  viewSchema,
} from '../binder/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import { orderOf } from '../pipeline.ts';
import type { Ports, PrintJob } from '../ports.ts';
import { type Event, scenarioEvent } from '../recovery/event.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { checkTemplate, type ViewSchema } from '../render/check-template.ts';
import { type RenderOptions, renderHtml, type TemplateFiles } from '../render/render.ts';
import { coverageSheet } from './coverage-sheet.ts';
import { hashOf } from './hash.ts';
import type { Loaded } from './load.ts';
import { readTemplate } from './read-template.ts';
import { version } from './version.ts';

/** A binder that is ready to be printed. */
export interface Made {
  readonly binder: Binder;
  readonly html: (variant: RenderOptions['variant']) => string;
  /** Something else in the same template: the slip that goes with pages for a copy. */
  readonly render: (other: Binder, variant: RenderOptions['variant']) => string;
  readonly paper: 'a4' | 'letter';
  readonly duplex: boolean;
  readonly job: Omit<PrintJob, 'html'>;
}

/** What is cut out of the whole, and how it is printed. */
export interface BinderOptions {
  readonly binder?: string;
  readonly scenario?: string;
  readonly role?: readonly string[];
  readonly element?: readonly string[];
  readonly paper?: 'a4' | 'letter';
  readonly simplex?: boolean;
  readonly template?: string;
  readonly copy?: Partial<Copy>;
}

interface Wanted {
  readonly facts: Facts;
  readonly event: Event;
  readonly diagnostics: readonly Diagnostic[];
  readonly loaded: Loaded;
  readonly options: BinderOptions;
  readonly ports: Ports;
}

/** Enough to see the order of a scenario on its sheet; the scenario that has happened is planned with all passes. */
const passesOfSheets = 100;

/** An id of a kind, or a mistake that names the near ones. */
function known(id: string, ids: readonly string[], what: string): string {
  if (ids.includes(id)) return id;
  const near = nearest(id, ids);
  const there = ids.length > 0 ? `there are: ${ids.slice(0, 20).join(', ')}` : `the plan has no ${what}s`;
  throw new UserError(
    `there is no ${what} "${id}" in the plan`,
    exitCode.usage,
    near ? `did you mean "${near}"?` : there,
  );
}

function refuseTwoExtracts({ scenario, role, element }: BinderOptions): void {
  const given = [
    scenario === undefined ? '' : '--scenario',
    role === undefined ? '' : '--role',
    element === undefined ? '' : '--element',
  ].filter(Boolean);
  if (given.length < 2) return;
  throw new UserError(`${given.join(' and ')} cannot be given together`, exitCode.usage, 'print one extract at a time');
}

function scopeOf(facts: Facts, options: BinderOptions, recovery: Recovery): Scope {
  refuseTwoExtracts(options);
  const { scenario, role, element } = options;
  const { model } = facts;
  const split = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => id.split(',')))];
  if (scenario !== undefined) return scenarioScope(facts, scenario, recovery);
  if (role !== undefined) {
    const ids = model.of('role').map((r) => r.id);
    return roleScope(
      facts,
      split(role).map((id) => known(id, ids, 'role')),
      recovery,
    );
  }
  if (element === undefined) return everything;
  const ids = [...model.elements.keys()];
  return elementScope(
    facts,
    split(element).map((id) => known(id, ids, 'element')),
  );
}

/** @throws UserError (usage) with every name in a template of the user's own that no view has. */
function refuseBadTemplate(files: TemplateFiles): void {
  const problems = checkTemplate(files, viewSchema() as ViewSchema);
  if (problems.length === 0) return;
  const lines = problems.map(({ file, line, column, message, names }) => {
    const near = nearest(/"([^"]*)" here$/.exec(message)?.[1] ?? '', names);
    const there = near ? `; did you mean "${near}"?` : names.length > 0 ? `; there are: ${names.join(', ')}` : '';
    return `${file}:${line}:${column}: ${message}${there}`;
  });
  throw new UserError(lines.join('\n'), exitCode.usage, 'what templates may name: drplan schema --of binder');
}

/** What stands on the paper of a plan, before it is rendered. @throws UserError (usage) when what was asked for is not in it. */
export function composed({ facts, event, diagnostics, loaded, options }: Omit<Wanted, 'ports'>): Binder {
  if (options.binder !== undefined) {
    const ids = facts.model.of('binder').map((b) => b.id);
    if (ids.length === 0) {
      throw new UserError(
        `there is no binder "${options.binder}" in the plan`,
        exitCode.usage,
        'the plan has no binders; leave --binder out to print everything',
      );
    }
    known(options.binder, ids, 'binder');
  }
  const { plan } = loaded.header;
  const recovery = orderOf(facts, event);
  const orders = new Map<string, Recovery>();
  const orderOfScenario = (id: string): Recovery => {
    const done = id === event.id ? recovery : orders.get(id);
    if (done) return done;
    const scenario = facts.model.of('scenario').find((s) => s.id === id);
    if (!scenario) throw new Error(`there is no scenario ${id}`);
    const order = orderOf(facts, scenarioEvent(facts, scenario), { passes: passesOfSheets, brief: true });
    orders.set(id, order);
    return order;
  };
  const input: BinderInput = {
    facts,
    event,
    recovery,
    orderOf: orderOfScenario,
    diagnostics,
    fingerprint: plan.fingerprint,
    revision: plan.revision ?? '',
    toolVersion: version,
    binderId: options.binder,
    copy: options.copy,
    scope: scopeOf(facts, options, recovery),
    hash: hashOf,
  };
  const named = facts.model.of('binder').find((b) => b.id === options.binder)?.data.sections;
  if (!named?.includes('coverage')) return composeBinder(input);
  return composeBinder({ ...input, coverage: coverageSheet(loaded.reading, input, sectionsOf(input)) });
}

/** Names of the sections that the whole binder of a plan has. */
export const sectionsOf = (input: BinderInput): ReadonlySet<string> =>
  new Set(composeBinder({ ...input, binderId: undefined, scope: everything }).sections.map((s) => s.name));

/** Composes and renders the binder of a plan. @throws UserError (usage) when what was asked for is not in it. */
export async function makeBinder(wanted: Wanted, binder: Binder = composed(wanted)): Promise<Made> {
  const { facts, options, ports } = wanted;
  const files = await readTemplate(ports, options.template);
  if (options.template !== undefined) refuseBadTemplate(files);
  const paper = options.paper ?? facts.model.of('binder').find((b) => b.id === options.binder)?.data.paper ?? 'a4';
  const duplex = options.simplex !== true;
  return {
    binder,
    html: (variant) => renderHtml(binder, files, { variant, paper, duplex }),
    render: (other, variant) => renderHtml(other, files, { variant, paper, duplex: false }),
    paper,
    duplex,
    job: {
      title: `${binder.meta.planName}: ${binder.meta.title}`,
      author: binder.meta.author,
      language: binder.meta.language,
      // The day of the check, not the clock: the same plan and day give the same bytes.
      date: new Date(`${facts.today}T00:00:00Z`),
    },
  };
}
