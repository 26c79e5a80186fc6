import type { Location } from '../diagnostics/location.ts';
import { type CatalogueEntry, type Concern, catalogue } from '../inventory/catalogue.ts';
import type { Effect } from '../inventory/index.ts';
import type { Element, Model } from '../model/model.ts';
import { asWritten } from '../model/written.ts';
import { scenarioFailures } from './scenario-failures.ts';

/** An entry of `covers`, where it is written. */
export interface Claim {
  readonly scenario: string;
  readonly text: string;
  readonly at: Location;
}

/** How far the scenarios of a plan answer the catalogue of emergencies. */
export interface CatalogueCoverage {
  /** What no scenario answers, though it can happen to this plan; in the order of the catalogue. */
  readonly missing: readonly CatalogueEntry[];
  /** Scenarios that say they answer an entry and do nothing of its kind to anything. */
  readonly unfit: readonly (Claim & { readonly entry: CatalogueEntry })[];
  /** What is no entry of the catalogue. */
  readonly unknown: readonly Claim[];
}

/** Whether an emergency can happen to this plan at all. */
function concerns(model: Model): (concern: Concern) => boolean {
  const { nodes } = model;
  const ours = nodes.filter((n) => !n.external);
  const has = (kind: string): boolean => ours.some((n) => n.kind === kind);
  const serves = (...roles: readonly string[]): boolean =>
    model.of('service').some((s) => s.data.role !== undefined && roles.includes(s.data.role));
  const answers: Readonly<Record<Concern, () => boolean>> = {
    systems: () => ours.some((n) => n.nature === 'system'),
    hypervisors: () => has('hypervisor'),
    // One host without a management of its own has no parts: it is compromised as a whole or not at all.
    'part-of-the-hosts': () =>
      has('hypervisor') && (model.of('hypervisor').length > 1 || serves('virtualisation-management')),
    'virtual-machines': () => has('virtualMachine'),
    'shared-storage': () =>
      has('hypervisor') && model.of('storage').some((s) => s.data.type === 'san' || s.data.type === 'nas'),
    management: () => serves('virtualisation-management', 'connection-broker'),
    licensing: () => serves('licensing'),
    directory: () => serves('directory', 'name-resolution'),
  };
  return (concern) => answers[concern]();
}

const claimsOf = (scenario: Element<'scenario'>): readonly Claim[] =>
  (scenario.data.covers ?? []).map((text, i) => ({
    scenario: scenario.id,
    text,
    at: { ...scenario.at, path: [...scenario.at.path, ...asWritten(['covers', i], scenario.dropped)] },
  }));

/** Compares `covers` of all scenarios with the catalogue; a claim counts where the scenario does what the entry is about. */
export function catalogueCoverage(model: Model): CatalogueCoverage {
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const answered = new Set<string>();
  const unfit: (Claim & { readonly entry: CatalogueEntry })[] = [];
  const unknown: Claim[] = [];
  for (const scenario of model.of('scenario')) {
    const effects = new Set<Effect>(scenarioFailures(model, scenario).map((f) => f.effect));
    for (const claim of claimsOf(scenario)) {
      const entry = entries.get(claim.text);
      if (!entry) unknown.push(claim);
      else if (entry.effects.some((effect) => effects.has(effect))) answered.add(entry.id);
      else unfit.push({ ...claim, entry });
    }
  }
  const can = concerns(model);
  const missing = catalogue.filter((entry) => !answered.has(entry.id) && can(entry.concerns));
  return { missing, unfit, unknown };
}
