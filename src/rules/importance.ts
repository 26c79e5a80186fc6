import type { Facts } from '../analysis/index.ts';
import { type Diagnostic, severities } from '../diagnostics/diagnostic.ts';
import { levels } from '../inventory/index.ts';
import type { Rule } from './rule.ts';

/**
 * What is at stake, the worst first. Rules that no line names come last: they make a plan better that would work without
 * them. Before all stands what the reader itself finds, since nothing can be said of a plan that is not understood.
 */
const stakes: readonly (readonly string[])[] = [
  // What is written leads nowhere, and all that is computed over it is wrong.
  ['reference-unknown', 'reference-kind-wrong', 'reference-circular', 'id-duplicate', 'requirement-impossible'],
  // Something cannot come back at all.
  [
    'secret-in-plan',
    'bootstrap-deadlock',
    'backup-coverage-gap',
    'backup-solution-none',
    'backup-concept-missing',
    'initial-backup-missing',
    'backup-key-unreachable',
    'restore-procedure-missing',
    'restore-test-failed-open',
    'image-not-backed-up',
    'snapshot-only-backup',
    'voip-backup-missing',
    'vm-placement-unknown',
    'recovery-plan-missing',
    'startup-sequence-missing',
  ],
  // Nobody comes, or nobody knows what to do.
  [
    'responsible-role-missing',
    'activation-criteria-missing',
    'role-unassigned',
    'contact-single-channel',
    'contact-depends-on-outage',
    'communication-channel-depends-on-outage',
    'trained-personnel-insufficient',
    'recovery-person-unavailable',
    'deputy-missing',
    'paper-copy-missing',
    'binder-only-one-site',
    'failure-procedure-missing',
    'cold-start-scenario-missing',
    'incident-plan-missing',
  ],
  // It would come back too late, or not all of it.
  [
    'rto-infeasible',
    'rto-at-risk',
    'rto-exceeds-mtpd',
    'farm-capacity-insufficient',
    'virtual-only-service-dependency',
    'infrastructure-service-not-modelled',
    'support-system-not-modelled',
    'backup-same-room',
    'backup-media-not-independent',
    'backup-interval-exceeds-rpo',
    'backup-dependency-uncovered',
    'backup-evidence-missing',
    'backup-run-missed',
    'common-cause-redundancy',
    'redundant-vms-colocated',
    'single-point-of-failure',
    'spare-parts-supply-missing',
  ],
  // Nobody has said what matters, so that all the rest is guessed.
  [
    'criticality-missing',
    'protection-need-missing',
    'rto-missing',
    'rpo-missing',
    'mtpd-missing',
    'asset-orphan',
    'asset-owner-missing',
    'mandatory-scenario-missing',
    'scenario-actions-missing',
  ],
  // Nobody has tried it.
  ['restore-test-missing', 'restore-test-overdue', 'exercise-missing', 'exercise-overdue', 'scenario-never-exercised'],
];

/** A finding that stands for all of its rule, and how many more there are. */
export interface Ranked {
  readonly diagnostic: Diagnostic;
  readonly others: number;
}

const concerned = ({ element, elements }: Diagnostic): readonly string[] =>
  elements ?? (element === undefined ? [] : [element]);

/**
 * What to mend first: of each rule the finding that weighs most, sorted by what is at stake, by severity, by the
 * availability need of what it is about, by how much is concerned and how much needs that; at last by its place.
 */
export function mostImportant(
  facts: Facts,
  diagnostics: readonly Diagnostic[],
  rules: readonly Rule[],
  most = 10,
): readonly Ranked[] {
  const { model, needs } = facts;
  const index = new Map(model.nodes.map((node) => [node.id, node.index]));
  const users = new Map<string, number>();
  for (const { of } of model.requirements) for (const id of of) users.set(id, (users.get(id) ?? 0) + 1);
  const tier = new Map(stakes.flatMap((ids, i) => ids.map((id) => [id, i + 1])));
  for (const { id, check } of rules) if (!check) tier.set(id, 0);

  const weigh = (d: Diagnostic): readonly number[] => {
    const ids = concerned(d);
    const nodes = ids.map((id) => index.get(id)).filter((i) => i !== undefined);
    const need = Math.max(-1, ...nodes.map((i) => levels.indexOf(needs.effective(i, 'availability'))));
    const used = Math.max(0, ...ids.map((id) => users.get(id) ?? 0));
    return [tier.get(d.rule) ?? stakes.length + 1, severities.indexOf(d.severity), -need, -ids.length, -used];
  };
  const open = diagnostics.filter((d) => d.waived === undefined && d.severity !== 'info');
  const weighed = open.map((diagnostic) => ({ diagnostic, weight: weigh(diagnostic) }));
  // A stable sort: what weighs the same stays in the order of files and lines.
  const first = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((n, i) => n !== b[i]);
    return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
  };
  weighed.sort((a, b) => first(a.weight, b.weight));
  const byRule = new Map<string, { diagnostic: Diagnostic; others: number }>();
  for (const { diagnostic } of weighed) {
    const known = byRule.get(diagnostic.rule);
    if (known) known.others++;
    else byRule.set(diagnostic.rule, { diagnostic, others: 0 });
  }
  return [...byRule.values()].slice(0, most);
}
