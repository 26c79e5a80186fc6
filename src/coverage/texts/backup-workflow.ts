import type { Text } from '../demand.ts';
import { said } from '../said.ts';
import {
  approvedRestoreTests,
  backups,
  backupsWith,
  backupTargets,
  backupTrainings,
  completeRestoreTests,
  concepts,
  data,
  diagrams,
  goodRestoreTests,
  network,
  partialRestoreTests,
  planSays,
  procedures,
  processes,
  restoreTests,
  roles,
  runs,
  sortedRestoreTests,
  stating,
  systems,
  trainings,
  worthSaving,
} from '../things/index.ts';

const assessed = backupsWith(
  said('backups with an assessed solution', 'Sicherungen mit beurteilter Lösung'),
  (b) => b.assessed !== undefined,
);
const encrypted = backupsWith(
  said('backups that say how they are encrypted', 'Sicherungen, die sagen, wie sie verschlüsselt sind'),
  (b) => b.encryption !== undefined,
);
const evaluated = backupsWith(
  said('backups that were evaluated', 'ausgewertete Sicherungen'),
  (b) => b.evaluation?.last !== undefined,
);
const reviewed = backupsWith(
  said('backups whose logs were reviewed', 'Sicherungen mit durchgesehenen Protokollen'),
  (b) => b.logReview?.last !== undefined,
);
const heard = backupsWith(
  said('backups whose users were heard', 'Sicherungen, deren Benutzer gehört wurden'),
  (b) => b.feedback !== undefined,
);
const planned = backupsWith(
  said('backups with an interval and a retention', 'Sicherungen mit Abstand und Aufbewahrung'),
  (b) => Boolean(b.every && b.retention),
);
const kept = backupsWith(
  said('backups with a retention', 'Sicherungen mit einer Aufbewahrung'),
  (b) => b.retention !== undefined,
);
const automatic = backupsWith(
  said('backups that run by themselves', 'Sicherungen, die von selbst laufen'),
  (b) => b.automated === true,
);

/** A workflow for backups after ISO 27002. */
export const backupWorkflow: Text = {
  name: said('ISO 27002 backup workflow', 'ISO 27002: Ablauf der Datensicherung'),
  counts: 'sentence',
  demands: [
    {
      number: '2.1',
      demand: said(
        'It is known which systems and data matter most',
        'Es ist bekannt, auf welche Systeme und Daten es am meisten ankommt',
      ),
      about: worthSaving,
      shows: [processes, data],
      rules: ['criticality-missing'],
      commands: ['protection-needs'],
    },
    {
      number: '2.2',
      demand: said(
        'What daily work, the law and a recovery need is backed up',
        'Was Tagesgeschäft, Gesetz und Wiederanlauf brauchen, wird gesichert',
      ),
      about: worthSaving,
      shows: [backups],
      rules: ['backup-coverage-gap'],
      sections: ['backups'],
    },
    {
      number: '2.3',
      demand: said('All data and systems have an owner', 'Alle Daten und Systeme haben einen Verantwortlichen'),
      about: worthSaving,
      rules: ['asset-owner-missing'],
    },
    {
      number: '2.4',
      demand: said('The inventory is not out of date', 'Das Verzeichnis der Systeme ist nicht veraltet'),
      about: systems,
      rules: ['inventory-outdated', 'asset-orphan'],
      commands: ['due'],
    },
    {
      number: '2.5',
      demand: said('All departments took part', 'Alle Abteilungen waren beteiligt'),
      about: systems,
      showsEach: [planSays(said('the departments', 'Abteilungen'), 'departments'), processes],
      rules: ['department-not-covered'],
    },
    {
      number: '2.6',
      demand: said(
        'There are pictures of the network and of what needs what',
        'Es gibt Bilder vom Netz und davon, was was braucht',
      ),
      about: systems,
      shows: [diagrams, network, processes],
      sections: ['diagrams'],
      commands: ['graph'],
    },
    {
      number: '2.7',
      demand: said(
        'It was judged whether the backup solutions are reliable, efficient and secure',
        'Es wurde beurteilt, ob die Sicherungslösungen zuverlässig, effizient und sicher sind',
      ),
      about: worthSaving,
      shows: [assessed],
      rules: ['backup-solution-not-assessed'],
    },
    {
      number: '2.8',
      demand: said(
        'Tools and services for backups are judged by how well they work',
        'Werkzeuge und Dienste zur Sicherung werden danach beurteilt, wie gut sie arbeiten',
      ),
      about: worthSaving,
      shows: [assessed, evaluated],
      rules: ['backup-solution-not-assessed', 'backup-metrics-missing'],
    },
    {
      number: '2.9',
      demand: said('Gaps in the backups are found', 'Lücken in den Datensicherungen werden gefunden'),
      about: worthSaving,
      shows: [backups],
      rules: ['backup-coverage-gap', 'backup-solution-none'],
      commands: ['validate', 'coverage'],
    },
    {
      number: '2.10',
      demand: said(
        'There is a checklist for backups and restores',
        'Es gibt eine Checkliste für Sicherungen und Wiederherstellungen',
      ),
      about: worthSaving,
      shows: [backups],
      sections: ['backups', 'restore-tests'],
    },
    {
      number: '2.11',
      demand: said(
        'Users were asked what they have seen of the backups',
        'Die Benutzer wurden gefragt, was sie mit den Sicherungen erlebt haben',
      ),
      about: worthSaving,
      shows: [heard],
      rules: ['backup-user-feedback-missing'],
    },
    {
      number: '2.12',
      demand: said('Solutions can be compared side by side', 'Lösungen lassen sich nebeneinander vergleichen'),
      about: worthSaving,
      shows: [assessed],
      rules: ['backup-solution-not-assessed'],
      sections: ['backups'],
    },
    {
      number: '2.13',
      demand: said(
        'Of every backup the kind of solution is known: cloud, on premises, hybrid, manual or none',
        'Von jeder Sicherung ist die Art der Lösung bekannt: Cloud, im Haus, gemischt, von Hand oder keine',
      ),
      about: worthSaving,
      shows: [
        backupsWith(
          said('backups that name their kind of solution', 'Sicherungen, die ihre Art der Lösung nennen'),
          (b) => b.solution !== undefined,
        ),
      ],
      rules: ['backup-solution-none', 'backup-not-automated'],
    },
    {
      number: '2.14',
      demand: said(
        'It is laid down how often something is backed up and how long a version is kept',
        'Es ist festgelegt, wie oft etwas gesichert und wie lange ein Stand aufbewahrt wird',
      ),
      about: worthSaving,
      shows: [planned],
      rules: ['backup-frequency-missing', 'backup-retention-missing'],
    },
    {
      number: '2.15',
      demand: said(
        'Interval and retention fit the business and the law',
        'Abstand und Aufbewahrung passen zu Geschäft und Gesetz',
      ),
      about: worthSaving,
      shows: [planned],
      rules: ['backup-interval-exceeds-rpo', 'retention-below-requirement'],
    },
    {
      number: '2.16',
      demand: said(
        'Laws that ask for keeping and laws that ask for deleting do not collide',
        'Gesetze, die Aufbewahren, und Gesetze, die Löschen verlangen, widersprechen sich nicht',
      ),
      about: worthSaving,
      shows: [kept],
      rules: ['retention-conflict', 'retention-indefinite-personal-data'],
    },
    {
      number: '2.17',
      demand: said('The backup storage is large enough', 'Der Sicherungsspeicher ist groß genug'),
      about: worthSaving,
      shows: [backupTargets],
      rules: ['backup-storage-overcommitted'],
    },
    {
      number: '2.18',
      demand: said(
        'Retention is chosen by class of data and by how critical it is',
        'Die Aufbewahrung richtet sich nach der Art der Daten und danach, wie kritisch sie sind',
      ),
      about: data,
      shows: [stating(said('data with a class', 'Daten mit einer Art'), 'class')],
      rules: ['retention-indefinite-personal-data', 'backup-retention-missing'],
    },
    {
      number: '2.19',
      demand: said(
        'The procedure of a backup says who, what, when and how',
        'Das Sicherungsverfahren sagt, wer, was, wann und wie',
      ),
      about: worthSaving,
      shows: [
        backupsWith(
          said('backups with somebody responsible', 'Sicherungen mit einem Zuständigen'),
          (b) => b.responsible !== undefined,
        ),
      ],
      rules: ['backup-procedure-incomplete', 'restore-procedure-missing'],
      sections: ['backups'],
    },
    {
      number: '2.20',
      demand: said(
        'The documentation is something an audit can refer to: its version, its approval, its copies',
        'Auf die Dokumentation kann sich eine Prüfung beziehen: auf Version, Freigabe und Exemplare',
      ),
      about: worthSaving,
      shows: [
        planSays(said('the approvals of its versions', 'Freigaben der Versionen'), 'approvals'),
        planSays(said('the version of the plan', 'Version des Plans'), 'version'),
      ],
      sections: ['control'],
      commands: ['coverage'],
    },
    {
      number: '2.21',
      demand: said('Instructions leave nothing vague', 'Anleitungen lassen nichts im Ungefähren'),
      about: systems,
      shows: [procedures],
      rules: ['procedure-step-vague'],
      sections: ['runbooks'],
    },
    {
      number: '2.22',
      demand: said('Everybody knows what their part is', 'Alle wissen, was ihre Aufgabe ist'),
      about: systems,
      shows: [roles],
      rules: ['role-unassigned'],
      sections: ['roles'],
    },
    {
      number: '2.23',
      demand: said(
        'Procedures are shown as pictures or checklists',
        'Verfahren sind als Bilder oder Checklisten dargestellt',
      ),
      about: systems,
      shows: [procedures],
      sections: ['runbooks', 'backups'],
      commands: ['print'],
    },
    {
      number: '2.24',
      demand: said('Backups are made without anybody doing it by hand', 'Gesichert wird, ohne dass jemand Hand anlegt'),
      about: worthSaving,
      shows: [automatic],
      rules: ['backup-not-automated'],
    },
    {
      number: '2.25',
      demand: said(
        'Backups run when they disturb nobody, and end before work begins',
        'Gesichert wird, wenn es niemanden stört, und das Ende liegt vor Arbeitsbeginn',
      ),
      about: worthSaving,
      shows: [
        backupsWith(said('backups with a window or an interval', 'Sicherungen mit Zeitfenster oder Abstand'), (b) =>
          Boolean(b.window ?? b.every),
        ),
      ],
      rules: ['backup-window-in-business-hours', 'backup-window-overrun'],
    },
    {
      number: '2.26',
      demand: said('The schedules were tried', 'Die Zeitpläne wurden erprobt'),
      about: worthSaving,
      shows: [
        backupsWith(
          said('backups whose schedule was tried', 'Sicherungen mit erprobtem Zeitplan'),
          (b) => b.scheduleTested !== undefined,
        ),
      ],
      rules: ['backup-schedule-untested'],
    },
    {
      number: '2.27',
      demand: said(
        'Every backup has an interval, from hourly to monthly',
        'Jede Sicherung hat einen Abstand, von stündlich bis monatlich',
      ),
      about: worthSaving,
      shows: [
        backupsWith(said('backups with an interval', 'Sicherungen mit einem Abstand'), (b) => b.every !== undefined),
      ],
      rules: ['backup-frequency-missing'],
    },
    {
      number: '2.28',
      demand: said('It is verified how backups are encrypted', 'Es ist geprüft, wie Sicherungen verschlüsselt sind'),
      about: worthSaving,
      shows: [encrypted],
      rules: ['backup-encryption-missing', 'backup-encryption-unverified'],
    },
    {
      number: '2.29',
      demand: said('The encryption is up to date', 'Die Verschlüsselung ist auf dem Stand der Technik'),
      about: worthSaving,
      shows: [encrypted],
      rules: ['backup-encryption-weak', 'backup-encryption-unverified'],
    },
    {
      number: '2.30',
      demand: said(
        'What suppliers promise of their encryption was verified',
        'Was Anbieter über ihre Verschlüsselung versprechen, wurde geprüft',
      ),
      about: backupsWith(
        said('backups with a supplier (cloud or hybrid)', 'Sicherungen bei einem Anbieter (Cloud oder gemischt)'),
        (b) => b.solution === 'cloud' || b.solution === 'hybrid',
      ),
      rules: ['backup-third-party-unverified'],
    },
    {
      number: '2.31',
      demand: said(
        'Of every backup the method of encryption is known',
        'Von jeder Sicherung ist das Verschlüsselungsverfahren bekannt',
      ),
      about: worthSaving,
      shows: [encrypted],
      rules: ['backup-encryption-missing', 'backup-encryption-weak'],
    },
    {
      number: '2.32',
      demand: said(
        'There is a first complete backup to start from',
        'Es gibt eine erste vollständige Sicherung als Ausgangspunkt',
      ),
      about: worthSaving,
      shows: [runs, restoreTests],
      rules: ['initial-backup-missing', 'backup-evidence-missing'],
    },
    {
      number: '2.33',
      demand: said('Errors and delays of runs are recorded', 'Fehler und Verzögerungen von Läufen werden festgehalten'),
      about: worthSaving,
      shows: [runs],
      rules: ['backup-run-findings-open', 'backup-evidence-missing'],
    },
    {
      number: '2.34',
      demand: said('It is known how long a backup takes', 'Es ist bekannt, wie lange eine Sicherung dauert'),
      about: worthSaving,
      shows: [
        backupsWith(said('backups with a duration', 'Sicherungen mit einer Dauer'), (b) => b.duration !== undefined),
        runs,
      ],
      rules: ['backup-duration-missing'],
    },
    {
      number: '2.35',
      demand: said(
        'What was noticed at a run is written down and looked into',
        'Was bei einem Lauf auffiel, wird aufgeschrieben, und man geht ihm nach',
      ),
      about: worthSaving,
      shows: [runs],
      rules: ['backup-run-findings-open', 'backup-evidence-missing'],
    },
    {
      number: '2.36',
      demand: said(
        'Servers, virtual machines and network devices all have a first backup',
        'Server, virtuelle Maschinen und Netzkomponenten haben alle eine erste Sicherung',
      ),
      about: worthSaving,
      shows: [backups],
      rules: ['initial-backup-kind-uncovered'],
    },
    {
      number: '2.37',
      demand: said('Somebody watches whether backups run', 'Jemand achtet darauf, ob die Sicherungen laufen'),
      about: worthSaving,
      shows: [
        backupsWith(
          said('backups that somebody watches', 'Sicherungen, auf die jemand achtet'),
          (b) => b.monitoredBy !== undefined,
        ),
      ],
      rules: ['backup-monitoring-missing', 'backup-evidence-missing'],
    },
    {
      number: '2.38',
      demand: said('Errors are not ignored', 'Fehler werden nicht übergangen'),
      about: worthSaving,
      shows: [runs],
      rules: ['backup-error-unresolved', 'backup-evidence-missing'],
    },
    {
      number: '2.39',
      demand: said('Looking at the backup log is a habit', 'Der Blick ins Sicherungsprotokoll ist Gewohnheit'),
      about: worthSaving,
      shows: [
        backupsWith(
          said('backups with an interval for their logs', 'Sicherungen mit einem Abstand für ihre Protokolle'),
          (b) => b.logReview?.every !== undefined,
        ),
        reviewed,
      ],
      rules: ['backup-log-review-missing'],
      commands: ['due'],
    },
    {
      number: '2.40',
      demand: said(
        'Restores were tried, and the data was complete and usable',
        'Wiederherstellungen wurden erprobt, und die Daten waren vollständig und benutzbar',
      ),
      about: worthSaving,
      shows: [goodRestoreTests],
      rules: ['restore-test-missing', 'restore-test-failed-open'],
      sections: ['restore-tests'],
    },
    {
      number: '2.41',
      demand: said(
        'It is analysed how reliable solutions and procedures are',
        'Es wird ausgewertet, wie zuverlässig Lösungen und Verfahren sind',
      ),
      about: worthSaving,
      shows: [evaluated, restoreTests],
      rules: ['backup-metrics-missing', 'restore-test-failed-open'],
      sections: ['restore-tests'],
    },
    {
      number: '2.42',
      demand: said('Parts are restored on trial', 'Teile werden probeweise wiederhergestellt'),
      about: worthSaving,
      shows: [partialRestoreTests, completeRestoreTests],
      rules: ['restore-test-missing'],
      sections: ['restore-tests'],
    },
    {
      number: '2.43',
      demand: said(
        'Restore tests have a schedule that is kept',
        'Wiederherstellungstests haben einen Zeitplan, der eingehalten wird',
      ),
      about: worthSaving,
      shows: [restoreTests],
      rules: ['restore-test-missing', 'restore-test-overdue'],
      sections: ['restore-tests'],
      commands: ['due'],
    },
    {
      number: '2.44',
      demand: said(
        'Files, databases, images, applications and settings are all tried',
        'Dateien, Datenbanken, Abbilder, Anwendungen und Einstellungen werden alle erprobt',
      ),
      about: worthSaving,
      shows: [sortedRestoreTests],
      rules: ['restore-test-scope-gap'],
    },
    {
      number: '2.45',
      demand: said(
        'Somebody else approves a restore test',
        'Ein Wiederherstellungstest wird von jemand anderem freigegeben',
      ),
      about: worthSaving,
      shows: [approvedRestoreTests],
      rules: ['restore-test-unapproved', 'restore-test-self-approved'],
      sections: ['restore-tests'],
    },
    {
      number: '2.46',
      demand: said(
        'Logs are read for what is unusual, for failures and trends',
        'Protokolle werden auf Auffälliges, auf Ausfälle und auf Entwicklungen gelesen',
      ),
      about: worthSaving,
      shows: [reviewed],
      rules: ['backup-log-review-missing', 'backup-error-unresolved', 'backup-evidence-missing'],
    },
    {
      number: '2.47',
      demand: said('All backups ran when they should have', 'Alle Sicherungen liefen, wann sie sollten'),
      about: worthSaving,
      shows: [runs],
      rules: ['backup-run-missed', 'backup-evidence-missing'],
    },
    {
      number: '2.48',
      demand: said('Error codes are recorded', 'Fehlercodes werden festgehalten'),
      about: worthSaving,
      shows: [runs],
      rules: ['backup-error-code-missing', 'backup-evidence-missing'],
    },
    {
      number: '2.49',
      demand: said('The logs are reviewed at a fixed interval', 'Die Protokolle werden in festem Abstand durchgesehen'),
      about: worthSaving,
      shows: [reviewed],
      rules: ['backup-log-review-missing', 'backup-log-review-overdue'],
      commands: ['due'],
    },
    {
      number: '2.50',
      demand: said(
        'What was found has changed the documentation',
        'Was gefunden wurde, hat die Dokumentation verändert',
      ),
      about: worthSaving,
      shows: [concepts, procedures],
      rules: ['backup-doc-outdated'],
    },
    {
      number: '2.51',
      demand: said(
        'The documentation follows changes of people, of the law and of systems',
        'Die Dokumentation folgt Änderungen von Personal, Recht und Systemen',
      ),
      about: systems,
      shows: [
        stating(said('documents with a day', 'Dokumente mit einem Datum'), 'updated'),
        stating(said('procedures that were tried', 'erprobte Anleitungen'), 'lastVerified'),
        stating(said('people whose contact was tried', 'Personen mit erprobtem Kontakt'), 'verified'),
      ],
      rules: ['doc-older-than-change', 'contact-unverified'],
      commands: ['due'],
    },
    {
      number: '2.52',
      demand: said('The team is asked what to do better', 'Die Mitarbeitenden werden gefragt, was besser gehen kann'),
      about: worthSaving,
      shows: [heard],
      rules: ['backup-user-feedback-missing'],
    },
    {
      number: '2.53',
      demand: said(
        'Those who make and restore backups are trained for it',
        'Wer sichert und wiederherstellt, ist darin geschult',
      ),
      about: worthSaving,
      shows: [backupTrainings],
      rules: ['backup-training-missing', 'training-expired'],
      sections: ['trainings'],
      commands: ['due'],
    },
    {
      number: '2.54',
      demand: said(
        'Trainings are planned: who, in what, and until when',
        'Schulungen sind geplant: wer, worin und bis wann',
      ),
      about: worthSaving,
      shows: [trainings],
      rules: ['training-expired'],
      sections: ['trainings'],
      commands: ['due'],
    },
    {
      number: '2.55',
      demand: said(
        'Durations, success rates and restore times are measured',
        'Dauer, Erfolgsquote und Wiederherstellungszeiten werden gemessen',
      ),
      about: worthSaving,
      shows: [evaluated, restoreTests],
      rules: ['backup-metrics-missing', 'restore-time-exceeds-rto', 'backup-window-overrun'],
    },
    {
      number: '2.56',
      demand: said(
        'What an evaluation asks for is done in time',
        'Was eine Auswertung verlangt, wird rechtzeitig getan',
      ),
      about: worthSaving,
      shows: [evaluated],
      rules: ['evaluation-action-overdue'],
      commands: ['due'],
    },
    {
      number: '2.57',
      demand: said('Backups are evaluated at a fixed interval', 'Sicherungen werden in festem Abstand ausgewertet'),
      about: worthSaving,
      shows: [evaluated],
      rules: ['backup-evaluation-overdue'],
      commands: ['due'],
    },
    {
      number: '2.58',
      demand: said('Users are heard at the evaluation', 'Bei der Auswertung werden die Benutzer gehört'),
      about: worthSaving,
      shows: [heard],
      rules: ['backup-user-feedback-missing'],
    },
  ],
};
