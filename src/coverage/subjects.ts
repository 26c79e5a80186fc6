import type { Demand } from './demand.ts';
import { said } from './said.ts';
import { texts } from './texts/index.ts';
import * as of from './things/index.ts';

/** What a rule speaks of, and what shows that it holds. */
type Subject = Pick<Demand, 'about' | 'shows' | 'showsEach'>;

/** Every organisation with systems is asked; what it then has to show is a matter of its own. */
const everybody = (...shows: readonly of.Things[]): Subject => ({ about: of.systems, shows });
const whoever = (about: of.Things): Subject => ({ about });

const rated = everybody(of.ratedProcesses);
const timed = everybody(
  of.stating(
    said('processes that say how soon they are back', 'Prozesse, die sagen, wie bald sie wieder laufen'),
    'rto',
  ),
);
const activated = everybody(of.planSays(said('when it is activated', 'wann er in Kraft tritt'), 'activation'));
const placed: Subject = {
  about: of.worthSaving,
  shows: [
    of.backupsWith(
      said('backups that name their medium', 'Sicherungen, die ihr Medium nennen'),
      (b) => b.target !== undefined,
    ),
  ],
};

/** Rules that no sentence of the texts names, or only beside what the clause of a standard speaks of. */
const own: Readonly<Record<string, Subject>> = {
  'activation-criteria-missing': activated,
  'alternative-measure-missing': everybody(
    of.stating(said('scenarios with another way', 'Szenarien mit einem anderen Weg'), 'alternatives'),
  ),
  'availability-level-rto-mismatch': whoever(of.demandingSystems),
  'backup-integrity-check-missing': {
    about: of.worthSaving,
    shows: [
      of.backupsWith(
        said('backups whose integrity was checked', 'Sicherungen mit geprüfter Unversehrtheit'),
        (b) => b.integrityCheck?.last !== undefined,
      ),
    ],
  },
  'backup-key-unreachable': whoever(of.encryptedBackups),
  'backup-same-network': placed,
  'backup-same-room': placed,
  'binder-only-one-site': everybody(of.copies),
  'common-cause-redundancy': whoever(of.demandingSystems),
  'communication-redundancy-missing': everybody(of.channels),
  'contact-depends-on-outage': everybody(of.people),
  'contact-single-channel': everybody(of.people),
  'contact-unverified': everybody(
    of.stating(said('people whose contact was tried', 'Personen mit erprobtem Kontakt'), 'verified'),
  ),
  'damage-scenario-unrated': rated,
  'deactivation-criteria-missing': activated,
  'deputy-missing': everybody(of.people),
  'distribution-unsupported': rated,
  'emergency-level-missing': timed,
  'exercise-coverage-gap': everybody(of.exercises),
  'farm-capacity-insufficient': whoever(of.farms),
  'group-members-unequal': whoever(of.systems),
  'maximum-principle-violated': rated,
  'mixed-protection-on-host': whoever(of.guests),
  'mtpd-missing': timed,
  'plan-purpose-missing': everybody(of.planSays(said('what it is for', 'wofür er ist'), 'purpose')),
  'protection-need-missing': rated,
  'protection-reason-missing': rated,
  'recovery-person-overloaded': everybody(of.people),
  'recovery-person-unavailable': everybody(of.people),
  'restore-info-on-backup-system': { about: of.worthSaving, shows: [of.backups] },
  'restore-procedure-missing': {
    about: of.worthSaving,
    shows: [of.proceduresFor(said('procedures for a restore', 'Anleitungen für eine Wiederherstellung'), 'restore')],
  },
  'restore-test-never-complete': { about: of.worthSaving, shows: [of.restoreTests] },
  'return-to-normal-missing': everybody(
    of.stating(
      said(
        'procedures that say how normal operation is resumed',
        'Anleitungen, die die Rückkehr in den Normalbetrieb nennen',
      ),
      'returnToNormal',
    ),
  ),
  'role-double-loaded': everybody(of.people),
  'rto-at-risk': everybody(of.people),
  'rto-missing': timed,
  'rto-stricter-downstream': timed,
  'staff-redundancy-missing': everybody(of.people),
  'startup-sequence-missing': everybody(
    of.stating(
      said('systems that say how they are brought back', 'Systeme, die sagen, wie sie wieder anlaufen'),
      'recovery',
    ),
  ),
  'success-criterion-missing': everybody(
    of.stating(
      said('procedures that say how their success is seen', 'Anleitungen, die sagen, woran man den Erfolg sieht'),
      'success',
    ),
  ),
  'training-missing': everybody(of.trainings),
  'voip-emergency-call-path-missing': whoever(of.telephony),
  'waiver-expired': whoever(of.waivers),
  'waiver-without-reason': whoever(of.waivers),
};

function subjectOf(rule: string): readonly Subject[] {
  const known = own[rule];
  if (known) return [known];
  const demand = texts.flatMap((t) => t.demands).find((d) => [...(d.rules ?? []), ...(d.informs ?? [])].includes(rule));
  return demand ? [demand] : [];
}

/** What a clause speaks of that some rules answer, and what shows that it is met. */
export function subjectsOf(rules: readonly string[]): Required<Pick<Demand, 'about' | 'shows'>> {
  const subjects = rules.flatMap(subjectOf);
  const abouts = [...new Set(subjects.map((s) => s.about))];
  return {
    about: {
      words: said(abouts.map((g) => g.words.en).join(', no '), abouts.map((g) => g.words.de).join(', ')),
      of: (facts) => abouts.flatMap((group) => group.of(facts)),
    },
    shows: [
      ...new Set(
        subjects.flatMap(({ about, shows, showsEach = [] }) => [
          ...(shows ?? (showsEach.length > 0 ? [] : [about])),
          ...showsEach,
        ]),
      ),
    ],
  };
}
