import type { Text } from '../demand.ts';
import { said, same } from '../said.ts';
import {
  backupsWith,
  coldStarts,
  compromises,
  configurations,
  copies,
  exercises,
  guests,
  hostFailureProcedures,
  hostLosses,
  hosts,
  hostsWithFarms,
  licenceServers,
  licensingFailureProcedures,
  managementFailureProcedures,
  managementServers,
  planSays,
  procedures,
  proceduresFor,
  savedGuests,
  savedImages,
  scenariosWithActions,
  serviceOf,
  stating,
  systems,
  trainings,
} from '../things/index.ts';

const failures = ['failure-procedure-missing'] as const;
const infrastructure = serviceOf(
  said('directory and name services', 'Verzeichnis- und Namensdienste'),
  'directory',
  'name-resolution',
  'dhcp',
  'time',
);
const examined = stating(
  said('locations with an examination of force majeure', 'Standorte mit einer Untersuchung zu höherer Gewalt'),
  'forceMajeure',
  'examined',
);

/** Emergency plan for the failure of virtualisation components. */
export const virtualisation: Text = {
  name: same('M 6.138'),
  counts: 'sentence',
  demands: [
    {
      number: '1.1',
      demand: said(
        'It is known which virtual machines a failing component takes with it',
        'Es ist bekannt, welche virtuellen Maschinen eine Komponente mit sich reißt',
      ),
      about: hosts,
      shows: [guests],
      rules: ['vm-placement-unknown'],
      sections: ['hypervisors'],
      commands: ['impact'],
    },
    {
      number: '1.2',
      demand: said(
        'Virtualisation is not planned for by itself, but with all that depends on it',
        'Virtualisierung wird nicht für sich geplant, sondern mit allem, was an ihr hängt',
      ),
      about: hosts,
      shows: [hostLosses],
      sections: ['scenarios'],
      commands: ['impact'],
    },
    {
      number: '1.3',
      demand: said(
        'The more runs on one host, the more closely its loss is looked at',
        'Je mehr auf einem Server läuft, desto genauer wird sein Verlust betrachtet',
      ),
      about: hosts,
      rules: ['consolidation-ratio-high', 'cumulation-threshold-crossed'],
      informs: ['host-loss-data-risk', 'consolidation-ratio-high'],
      sections: ['hypervisors'],
    },
    {
      number: '1.4',
      demand: said(
        'Virtualisation takes over the protection needs of what runs on it',
        'Die Virtualisierung übernimmt den Schutzbedarf dessen, was auf ihr läuft',
      ),
      about: hosts,
      rules: ['maximum-principle-violated'],
      commands: ['protection-needs'],
    },
    {
      number: '1.5',
      demand: said(
        'The maximum and the cumulation principle are applied',
        'Maximumprinzip und Kumulationseffekt werden beachtet',
      ),
      about: hosts,
      rules: ['maximum-principle-violated', 'cumulation-unassessed', 'cumulation-threshold-crossed'],
      sections: ['protection-needs'],
    },
    {
      number: '1.6',
      demand: said(
        'What else the operation of the virtualisation needs is in the plan',
        'Was der Betrieb der Virtualisierung sonst noch braucht, steht im Plan',
      ),
      about: hosts,
      shows: [systems],
      rules: ['support-system-not-modelled'],
    },
    {
      number: '1.7',
      demand: said(
        'It is known what goes on with limits when such a supporting system fails',
        'Es ist bekannt, was nur eingeschränkt weiterläuft, wenn ein solches System ausfällt',
      ),
      about: hosts,
      shows: [systems],
      commands: ['impact', 'weak-points'],
      sections: ['scenarios'],
    },
    {
      number: '1.8',
      demand: said(
        'It is laid down what is done when a virtualisation server fails',
        'Es ist festgelegt, was beim Ausfall eines Virtualisierungsservers zu tun ist',
      ),
      about: hosts,
      shows: [hostFailureProcedures],
      rules: failures,
      concerning: [hostsWithFarms],
      sections: ['runbooks'],
    },
    {
      number: '1.9',
      demand: said(
        'It is laid down what is done when the management or the connection broker fails',
        'Es ist festgelegt, was beim Ausfall der Verwaltung oder des Verbindungsvermittlers zu tun ist',
      ),
      about: serviceOf(
        said('services that manage the virtualisation', 'Dienste, die die Virtualisierung verwalten'),
        'virtualisation-management',
        'connection-broker',
      ),
      shows: [managementFailureProcedures],
      rules: failures,
      concerning: [managementServers],
      sections: ['runbooks'],
    },
    {
      number: '1.10',
      demand: said(
        'It is laid down what is done when the licence server fails',
        'Es ist festgelegt, was beim Ausfall des Lizenzservers zu tun ist',
      ),
      about: serviceOf(said('licence services', 'Lizenzdienste'), 'licensing'),
      shows: [licensingFailureProcedures],
      rules: failures,
      concerning: [licenceServers],
      sections: ['runbooks'],
    },
    {
      number: '1.11',
      demand: said(
        'Directory and name services are a part of the planning',
        'Verzeichnis- und Namensdienste gehören zur Planung',
      ),
      about: hosts,
      shows: [infrastructure],
      rules: ['infrastructure-service-not-modelled'],
    },
    {
      number: '1.12',
      demand: said(
        'Circles are found where infrastructure services are virtual machines themselves',
        'Kreise werden gefunden, wo Infrastrukturdienste selbst virtuelle Maschinen sind',
      ),
      about: hosts,
      shows: [infrastructure],
      rules: ['bootstrap-deadlock'],
      commands: ['recovery-order'],
    },
    {
      number: '1.13',
      demand: said(
        'The restart of the whole data centre is planned in detail',
        'Der Wiederanlauf des ganzen Rechenzentrums ist im Einzelnen geplant',
      ),
      about: hosts,
      shows: [coldStarts],
      rules: ['cold-start-scenario-missing'],
      sections: ['recovery-order'],
    },
    {
      number: '1.14',
      demand: said(
        'The planning for virtualisation is a part of the existing emergency plan',
        'Die Planung für die Virtualisierung ist Teil des bestehenden Notfallplans',
      ),
      about: hosts,
      shows: [planSays(said('the emergency plan it is a part of', 'Notfallplan, dessen Teil er ist'), 'partOf')],
      rules: ['emergency-plan-integration-missing'],
    },
    {
      number: '1.15',
      demand: said(
        'It is known what data is lost with a host and its machines',
        'Es ist bekannt, welche Daten mit einem Server und seinen Maschinen verloren gehen',
      ),
      about: hosts,
      shows: [
        stating(said('elements with a recovery point objective', 'Elemente mit einem höchsten Datenverlust'), 'rpo'),
        stating(said('systems with one', 'Systeme mit einem'), 'recovery', 'rpo'),
      ],
      rules: ['rpo-missing'],
      informs: ['host-loss-data-risk'],
      sections: ['scenarios'],
      commands: ['impact'],
    },
    {
      number: '1.16',
      demand: said(
        'The backup concept was adapted to virtualisation',
        'Das Datensicherungskonzept ist an die Virtualisierung angepasst',
      ),
      about: guests,
      shows: [
        planSays(
          said('how the backup concept was adapted', 'wie das Datensicherungskonzept angepasst wurde'),
          'backupConcept',
          'virtualisation',
        ),
      ],
      rules: ['vm-backup-concept-not-reviewed'],
    },
    {
      number: '1.17',
      demand: said(
        'It was weighed whether snapshots help, and they are not all there is',
        'Es wurde abgewogen, ob Schnappschüsse helfen, und sie sind nicht alles',
      ),
      about: guests,
      shows: [
        planSays(
          said('how the backup concept was adapted', 'wie das Datensicherungskonzept angepasst wurde'),
          'backupConcept',
          'virtualisation',
        ),
        backupsWith(
          said('backups with an assessed solution', 'Sicherungen mit beurteilter Lösung'),
          (b) => b.assessed !== undefined,
        ),
      ],
      rules: ['snapshot-assessment-missing', 'snapshot-only-backup'],
    },
    {
      number: '1.18',
      demand: said('Images that matter are backed up', 'Abbilder, auf die es ankommt, werden gesichert'),
      about: guests,
      shows: [savedImages, savedGuests],
      rules: ['image-not-backed-up'],
      sections: ['backups'],
    },
    {
      number: '1.19',
      demand: said(
        'It is counted on that everything on a host fails with it',
        'Es wird damit gerechnet, dass mit einem Server alles ausfällt, was auf ihm läuft',
      ),
      about: hosts,
      shows: [guests],
      rules: ['vm-placement-unknown'],
      sections: ['hypervisors'],
      commands: ['impact'],
    },
    {
      number: '1.20',
      demand: said(
        'The danger of losing much data at once is known where many machines share a host',
        'Die Gefahr, viele Daten auf einmal zu verlieren, ist bekannt, wo viele Maschinen einen Server teilen',
      ),
      about: hosts,
      informs: ['host-loss-data-risk'],
      sections: ['hypervisors'],
      commands: ['impact'],
    },
    {
      number: '1.21',
      demand: said(
        'The effort of bringing many machines back at once is planned',
        'Der Aufwand, viele Maschinen auf einmal wiederherzustellen, ist geplant',
      ),
      about: hosts,
      shows: [hostLosses],
      rules: ['host-recovery-effort-unplanned'],
      sections: ['recovery-order'],
      commands: ['recovery-order'],
    },
    {
      number: '1.22',
      demand: said('Machines are placed on hosts for a reason', 'Maschinen sind mit Grund auf ihre Server verteilt'),
      about: guests,
      rules: ['vm-grouping-unjustified'],
      sections: ['hypervisors'],
    },
    {
      number: '1.23',
      demand: said(
        'Machines that stand in for each other do not share a host',
        'Maschinen, die einander vertreten, teilen keinen Server',
      ),
      about: guests,
      rules: ['redundant-vms-colocated'],
      commands: ['weak-points'],
    },
    {
      number: '1.24',
      demand: said('Trained people can be had in an emergency', 'Geschultes Personal steht im Notfall zur Verfügung'),
      about: hosts,
      shows: [trainings],
      rules: [
        'trained-personnel-insufficient',
        'deputy-missing',
        'training-expired',
        'training-missing',
        'recovery-person-unavailable',
        'step-without-skill',
      ],
      sections: ['trainings', 'roles'],
    },
    {
      number: '1.25',
      demand: said(
        'Administrators can read the configuration at any time, in an outage too',
        'Administratoren können die Konfiguration jederzeit lesen, auch bei einem Ausfall',
      ),
      about: hosts,
      shows: [configurations],
      rules: ['configuration-doc-unreachable'],
    },
    {
      number: '1.26',
      demand: said(
        'People who do not know the configuration can bring the virtualisation back',
        'Auch wer die Konfiguration nicht kennt, kann die Virtualisierung wiederherstellen',
      ),
      about: hosts,
      shows: [procedures],
      rules: ['procedure-not-self-contained', 'step-without-verification'],
      sections: ['runbooks'],
    },
    {
      number: '1.27',
      demand: said(
        'There is a plan for restarting hosts and machines in a controlled order',
        'Es gibt einen Plan, nach dem Server und Maschinen geordnet wieder anlaufen',
      ),
      about: hosts,
      rules: [
        'recovery-plan-missing',
        'startup-sequence-missing',
        'step-without-duration',
        'shutdown-procedure-missing',
      ],
      sections: ['recovery-order', 'hypervisors'],
      commands: ['recovery-order', 'shutdown-order'],
    },
    {
      number: '1.28',
      demand: said(
        'The restart needs nothing that only virtual machines provide',
        'Der Wiederanlauf braucht nichts, was nur virtuelle Maschinen bieten',
      ),
      about: hosts,
      rules: ['virtual-only-service-dependency', 'bootstrap-deadlock'],
    },
    {
      number: '1.29',
      demand: said(
        'There are scenarios for a virtualisation that is compromised, in part and as a whole',
        'Es gibt Szenarien für eine teilweise und eine ganz kompromittierte Virtualisierung',
      ),
      about: hosts,
      shows: [compromises],
      rules: ['compromise-scenario-missing'],
      sections: ['scenarios'],
    },
    {
      number: '1.30',
      demand: said('Each scenario says exactly what is done', 'Jedes Szenario sagt genau, was zu tun ist'),
      about: hosts,
      shows: [scenariosWithActions],
      rules: ['scenario-actions-missing', 'selector-matches-nothing'],
      sections: ['scenarios'],
    },
    {
      number: '1.31',
      demand: said(
        'What is done in a scenario is practised again and again',
        'Was in einem Szenario zu tun ist, wird immer wieder geübt',
      ),
      about: hosts,
      shows: [exercises],
      rules: ['exercise-overdue', 'scenario-never-exercised'],
      sections: ['exercises'],
      commands: ['due'],
    },
    {
      number: '1.32',
      demand: said(
        'Instructions can be followed by people who have never done it',
        'Anleitungen kann folgen, wer es noch nie getan hat',
      ),
      about: hosts,
      shows: [procedures],
      rules: ['procedure-step-vague', 'procedure-not-self-contained', 'step-without-verification'],
      sections: ['action-cards'],
    },
    {
      number: '1.33',
      demand: said(
        'Those who may use the emergency documents can get at them',
        'Wer die Notfallunterlagen benutzen darf, kommt an sie heran',
      ),
      about: hosts,
      shows: [copies],
      rules: ['emergency-documents-holder-missing', 'distribution-list-missing', 'binder-storage-unspecified'],
      sections: ['distribution'],
    },
    {
      number: '1.34',
      demand: said('Emergency documents are kept safe', 'Notfallunterlagen sind sicher verwahrt'),
      about: hosts,
      shows: [copies],
      rules: ['binder-storage-unspecified', 'secret-in-plan'],
      sections: ['distribution'],
    },
    {
      number: '1.35',
      demand: said(
        'The emergencies of a catalogue are planned for (the text lost its list: it is drplan that derived bsi-m-6-138)',
        'Die Notfälle eines Katalogs sind geplant (dem Text fehlt seine Liste: drplan hat bsi-m-6-138 abgeleitet)',
      ),
      about: hosts,
      shows: [
        stating(
          said('scenarios that answer entries of the catalogue', 'Szenarien zu Einträgen des Katalogs'),
          'covers',
        ),
      ],
      rules: ['mandatory-scenario-missing', 'catalogue-entry-unknown'],
      sections: ['scenarios'],
    },
    {
      number: '1.36',
      demand: said(
        'Question: were the effects of consolidation examined?',
        'Frage: Wurden die Kumulationseffekte untersucht?',
      ),
      about: hosts,
      rules: ['cumulation-unassessed'],
      sections: ['protection-needs'],
    },
    {
      number: '1.37',
      demand: said(
        'Question: is there a procedure for the failure of virtualisation components?',
        'Frage: Gibt es ein Verfahren für den Ausfall von Virtualisierungskomponenten?',
      ),
      about: hosts,
      shows: [hostFailureProcedures, managementFailureProcedures, licensingFailureProcedures],
      rules: failures,
      sections: ['runbooks'],
    },
    {
      number: '1.38',
      demand: said(
        'Question: was the emergency plan adapted to the virtual infrastructure?',
        'Frage: Wurde der Notfallplan an die virtuelle Infrastruktur angepasst?',
      ),
      about: hosts,
      shows: [planSays(said('the emergency plan it is a part of', 'Notfallplan, dessen Teil er ist'), 'partOf')],
      rules: ['emergency-plan-integration-missing', 'review-overdue'],
      commands: ['due'],
    },
    {
      number: '1.39',
      demand: said(
        'Question: was the backup concept adapted to it?',
        'Frage: Wurde das Datensicherungskonzept an sie angepasst?',
      ),
      about: guests,
      shows: [
        planSays(
          said('how the backup concept was adapted', 'wie das Datensicherungskonzept angepasst wurde'),
          'backupConcept',
          'virtualisation',
        ),
      ],
      rules: ['vm-backup-concept-not-reviewed'],
    },
    {
      number: '1.40',
      demand: said(
        'Question: can the documents and suitable people be had?',
        'Frage: Stehen Unterlagen und geeignetes Personal zur Verfügung?',
      ),
      about: hosts,
      showsEach: [copies, trainings],
      rules: [
        'emergency-documents-holder-missing',
        'responsible-role-missing',
        'trained-personnel-insufficient',
        'role-double-loaded',
        'recovery-person-overloaded',
      ],
      sections: ['roles', 'distribution'],
    },
    {
      number: '1.41',
      demand: said(
        'Question: is there a procedure for the theft of virtual machines?',
        'Frage: Gibt es ein Verfahren für den Diebstahl virtueller Maschinen?',
      ),
      about: guests,
      shows: [proceduresFor(said('procedures for a theft', 'Anleitungen für einen Diebstahl'), 'theft')],
      rules: ['vm-theft-procedure-missing'],
      sections: ['runbooks'],
    },
    {
      number: '1.42',
      demand: said(
        'Question: are the hosts checked for errors again and again?',
        'Frage: Werden die Server regelmäßig auf Fehler geprüft?',
      ),
      about: hosts,
      shows: [
        stating(
          said('hosts with a check for errors', 'Virtualisierungsserver mit einer Prüfung auf Fehler'),
          'healthCheck',
          'last',
        ),
      ],
      rules: ['hypervisor-health-check-missing', 'hypervisor-health-check-overdue'],
      commands: ['due'],
    },
    {
      number: '1.43',
      demand: said(
        'Question: was it examined what helps against force majeure?',
        'Frage: Wurde untersucht, was bei höherer Gewalt hilft?',
      ),
      about: hosts,
      shows: [examined],
      rules: ['force-majeure-not-examined'],
    },
  ],
};
