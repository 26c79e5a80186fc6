import { said } from './said.ts';
import { texts } from './texts/index.ts';
import type { Thing, Things } from './things/index.ts';
import * as of from './things/index.ts';

/** What rules speak of that no sentence of the texts names. */
const others: Readonly<Record<string, Things>> = {
  'activation-criteria-missing': of.thePlan,
  'alternative-measure-missing': of.scenarios,
  'availability-level-rto-mismatch': of.demandingSystems,
  'backup-integrity-check-missing': of.backups,
  'backup-key-unreachable': of.encryptedBackups,
  'backup-same-network': of.backups,
  'backup-same-room': of.backups,
  'binder-only-one-site': of.binders,
  'common-cause-redundancy': of.demandingSystems,
  'communication-redundancy-missing': of.channels,
  'contact-depends-on-outage': of.people,
  'contact-single-channel': of.people,
  'damage-scenario-unrated': of.ratedProcesses,
  'deactivation-criteria-missing': of.thePlan,
  'distribution-unsupported': of.systems,
  'emergency-level-missing': of.processes,
  'exercise-coverage-gap': of.processes,
  'farm-capacity-insufficient': of.farms,
  'group-members-unequal': of.systems,
  'mixed-protection-on-host': of.guests,
  'mtpd-missing': of.processes,
  'plan-purpose-missing': of.thePlan,
  'protection-need-missing': of.processes,
  'protection-reason-missing': of.processes,
  'restore-info-on-backup-system': of.backups,
  'restore-test-never-complete': of.restoreTests,
  'return-to-normal-missing': of.procedures,
  'rto-missing': of.processes,
  'rto-stricter-downstream': of.systems,
  'staff-redundancy-missing': of.roles,
  'success-criterion-missing': of.procedures,
  'voip-emergency-call-path-missing': of.telephony,
  'waiver-expired': of.waivers,
  'waiver-without-reason': of.waivers,
};

function aboutRule(rule: string): readonly Things[] {
  const known = others[rule];
  if (known) return [known];
  const demand = texts.flatMap((t) => t.demands).find((d) => [...(d.rules ?? []), ...(d.informs ?? [])].includes(rule));
  return demand ? [demand.about] : [];
}

/** What some rules speak of, each thing once. */
export function aboutOf(rules: readonly string[]): Things {
  const groups = [...new Set(rules.flatMap(aboutRule))];
  return {
    words: said(groups.map((g) => g.words.en).join(', no '), groups.map((g) => g.words.de).join(', ')),
    of: (facts) => {
      const found = new Map<string, Thing>();
      for (const thing of groups.flatMap((g) => g.of(facts))) {
        const key = JSON.stringify([thing.at.file, thing.at.document, thing.at.path]);
        if (!found.has(key)) found.set(key, thing);
      }
      return [...found.values()];
    },
  };
}
