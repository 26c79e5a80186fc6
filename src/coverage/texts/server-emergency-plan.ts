import type { Text } from '../demand.ts';
import { said, same } from '../said.ts';
import {
  backups,
  backupsWith,
  concepts,
  configurations,
  demandingSystems,
  documentsIn,
  exercises,
  failureProcedures,
  planSays,
  procedures,
  proceduresFor,
  processes,
  stating,
  supplies,
  systems,
  variants,
  worthSaving,
} from '../things/index.ts';

/** Emergency plan for the failure of a server. */
export const serverEmergencyPlan: Text = {
  name: same('M 6.96'),
  counts: 'sentence',
  demands: [
    {
      number: '0.1',
      demand: said(
        'Somebody is named who starts emergency preparedness, and somebody who carries it out',
        'Es ist benannt, wer die Notfallvorsorge anstößt und wer sie umsetzt',
      ),
      about: systems,
      shows: [planSays(said('who initiates and who implements', 'wer anstößt und wer umsetzt'), 'responsibility')],
      rules: ['responsible-role-missing'],
      sections: ['roles'],
    },
    {
      number: '0.2',
      demand: said(
        'The consequences of a partial or complete failure are known',
        'Die Folgen eines teilweisen oder vollständigen Ausfalls sind bekannt',
      ),
      about: systems,
      shows: [processes],
      rules: ['criticality-missing'],
      sections: ['scenarios'],
      commands: ['impact'],
    },
    {
      number: '0.3',
      demand: said(
        'It is known which workflow or public service each server is a part of',
        'Es ist bekannt, zu welchem Arbeitsablauf oder öffentlichen Angebot jeder Server gehört',
      ),
      about: systems,
      rules: ['asset-purpose-missing', 'asset-orphan'],
    },
    {
      number: '0.4',
      demand: said(
        'It is planned how the consequences of a failure are kept small',
        'Es ist geplant, wie die Folgen eines Ausfalls klein gehalten werden',
      ),
      about: systems,
      shows: [
        stating(said('elements with a workaround', 'Elemente mit einem Ersatzverfahren'), 'workaround'),
        stating(
          said(
            'elements with a decision on high availability',
            'Elemente mit einer Entscheidung zur Hochverfügbarkeit',
          ),
          'highAvailability',
        ),
        proceduresFor(said('procedures for a workaround', 'Anleitungen für ein Ersatzverfahren'), 'workaround'),
      ],
      rules: ['high-availability-not-considered', 'workaround-missing'],
      sections: ['workarounds'],
    },
    {
      number: '0.5',
      demand: said(
        'It is laid down what is done when a server fails',
        'Es ist festgelegt, was beim Ausfall eines Servers zu tun ist',
      ),
      about: systems,
      shows: [failureProcedures, procedures],
      rules: ['failure-procedure-missing'],
      sections: ['runbooks'],
    },
    {
      number: '0.6',
      demand: said(
        'The planning is a part of the existing emergency plan',
        'Die Planung ist Teil des bestehenden Notfallplans',
      ),
      about: systems,
      shows: [planSays(said('the emergency plan it is a part of', 'Notfallplan, dessen Teil er ist'), 'partOf')],
      rules: ['emergency-plan-integration-missing'],
      sections: ['control', 'call-list'],
    },
    {
      number: '0.7',
      demand: said(
        'It is known how much data a failure may cost',
        'Es ist bekannt, wie viele Daten ein Ausfall kosten darf',
      ),
      about: worthSaving,
      shows: [
        stating(said('elements with a recovery point objective', 'Elemente mit einem höchsten Datenverlust'), 'rpo'),
        stating(said('systems with one', 'Systeme mit einem'), 'recovery', 'rpo'),
      ],
      rules: ['rpo-missing'],
      sections: ['scenarios'],
      commands: ['impact'],
    },
    {
      number: '0.8',
      demand: said(
        'There is a backup concept, and what it speaks of is backed up',
        'Es gibt ein Datensicherungskonzept, und was es nennt, wird gesichert',
      ),
      about: worthSaving,
      shows: [planSays(said('the backup concept', 'Datensicherungskonzept'), 'backupConcept', 'document'), concepts],
      rules: ['backup-concept-missing', 'backup-coverage-gap'],
      sections: ['backups'],
    },
    {
      number: '0.9',
      demand: said(
        'What a server needs in order to work is backed up, too',
        'Auch was ein Server zum Betrieb braucht, wird gesichert',
      ),
      about: worthSaving,
      shows: [backups],
      rules: ['backup-dependency-uncovered'],
      sections: ['backups'],
    },
    {
      number: '0.10',
      demand: said(
        'Replacements arrive within a time that was laid down',
        'Ersatz ist in einer festgelegten Zeit zur Stelle',
      ),
      about: systems,
      shows: [supplies],
      rules: [
        'spare-parts-supply-missing',
        'spare-parts-deadline-missing',
        'maintenance-contract-expired',
        'spare-does-not-fit',
      ],
      sections: ['supplies'],
    },
    {
      number: '0.11',
      demand: said(
        'A failure lasts no longer than can be borne',
        'Ein Ausfall dauert nicht länger, als er zu ertragen ist',
      ),
      about: systems,
      shows: [
        stating(said('elements with a recovery time objective', 'Elemente mit einer Wiederanlaufzeit'), 'rto'),
        stating(said('systems with one', 'Systeme mit einem'), 'recovery', 'rto'),
      ],
      rules: ['spare-lead-time-exceeds-rto', 'rto-infeasible', 'rto-at-risk', 'rto-exceeds-mtpd'],
      sections: ['recovery-order'],
      commands: ['recovery-order'],
    },
    {
      number: '0.12',
      demand: said(
        'Where availability matters most, high availability was considered',
        'Wo es auf Verfügbarkeit besonders ankommt, wurde Hochverfügbarkeit erwogen',
      ),
      about: demandingSystems,
      rules: ['high-availability-not-considered', 'single-point-of-failure'],
      commands: ['weak-points'],
    },
    {
      number: '0.13',
      demand: said('The configuration of the systems is documented', 'Die Konfiguration der Systeme ist dokumentiert'),
      about: systems,
      shows: [configurations],
      rules: ['configuration-doc-missing', 'configuration-doc-outdated'],
      sections: ['systems'],
    },
    {
      number: '0.14',
      demand: said(
        'A system can be brought back by people who do not know it',
        'Auch wer ein System nicht kennt, kann es wiederherstellen',
      ),
      about: systems,
      shows: [procedures],
      rules: ['procedure-not-self-contained', 'procedure-step-vague'],
      sections: ['runbooks'],
    },
    {
      number: '0.15',
      demand: said(
        'The plan and its instructions exist on paper, not only as files',
        'Plan und Anleitungen gibt es auf Papier und nicht nur als Datei',
      ),
      about: systems,
      shows: [documentsIn(said('documents on paper', 'Dokumente auf Papier'), 'paper')],
      rules: ['paper-copy-missing', 'paper-copy-stale'],
      commands: ['print', 'paper'],
    },
    {
      number: '0.16',
      demand: said(
        'Configuration files also lie on a medium of their own',
        'Konfigurationsdateien liegen auch auf einem eigenen Datenträger',
      ),
      about: systems,
      shows: [
        documentsIn(
          said('documents on an offline medium', 'Dokumente auf einem getrennten Datenträger'),
          'offline-medium',
        ),
        backupsWith(
          said('backups of configurations', 'Sicherungen von Konfigurationen'),
          (b) => b.method === 'configuration',
        ),
      ],
      rules: ['config-offline-copy-missing'],
    },
    {
      number: '0.17',
      demand: said(
        'There is a plan for starting everything again in a controlled order',
        'Es gibt einen Plan, nach dem alles geordnet wieder anläuft',
      ),
      about: systems,
      rules: [
        'recovery-plan-missing',
        'startup-sequence-missing',
        'step-without-duration',
        'step-without-verification',
        'shutdown-procedure-missing',
        'rto-at-risk',
      ],
      sections: ['recovery-order'],
      commands: ['recovery-order', 'shutdown-order'],
    },
    {
      number: '0.18',
      demand: said(
        'The procedures are checked and rehearsed again and again',
        'Die Verfahren werden immer wieder geprüft und geübt',
      ),
      about: systems,
      shows: [exercises],
      rules: ['review-overdue', 'exercise-overdue', 'exercise-missing'],
      sections: ['exercises'],
      commands: ['due'],
    },
    {
      number: '0.19',
      demand: said(
        'Where operating systems differ, so do the steps',
        'Wo sich Betriebssysteme unterscheiden, unterscheiden sich auch die Schritte',
      ),
      about: systems,
      shows: [variants, procedures],
      rules: ['os-variant-procedure-missing'],
      sections: ['runbooks'],
    },
  ],
};
