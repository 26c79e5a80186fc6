import type { Text } from '../demand.ts';
import { type Said, said, same } from '../said.ts';
import {
  planSays,
  stating,
  telephony,
  telephonyBackups,
  telephonyBackupsWith,
  telephonyChanges,
  telephonyMedia,
  telephonyReleases,
  telephonyReplacements,
  telephonyRestoreTests,
  telephonyRollbacks,
} from '../things/index.ts';

const scopes = ['voip-backup-scope-incomplete'] as const;
const scope = (words: Said, part: string) => stating(words, 'backupScope', part);

/** Backups for the contingency of telephony over IP. */
export const telephonyBackup: Text = {
  name: same('M 6.101'),
  counts: 'sentence',
  demands: [
    {
      number: '3.1',
      demand: said(
        'A wrong configuration and a broken component of telephony are both planned for',
        'Falsche Konfiguration und defekte Komponente sind bei der Telefonie beide geplant',
      ),
      about: telephony,
      showsEach: [telephonyRollbacks, telephonyReplacements],
      rules: ['voip-rollback-procedure-missing'],
      sections: ['voip'],
    },
    {
      number: '3.2',
      demand: said(
        'Configuration files of telephony are backed up',
        'Die Konfigurationsdateien der Telefonie werden gesichert',
      ),
      about: telephony,
      shows: [telephonyBackups],
      rules: ['voip-backup-missing'],
      sections: ['voip'],
    },
    {
      number: '3.3',
      demand: said('The backup concept covers telephony', 'Das Datensicherungskonzept umfasst die Telefonie'),
      about: telephony,
      shows: [
        planSays(
          said('what the backup concept says about telephony', 'was das Datensicherungskonzept über Telefonie sagt'),
          'backupConcept',
          'voip',
        ),
      ],
      rules: ['voip-backup-concept-ref-missing'],
    },
    {
      number: '3.4',
      demand: said(
        'For each device it was decided what is backed up',
        'Für jedes Gerät ist entschieden, was gesichert wird',
      ),
      about: telephony,
      shows: [stating(said('devices with a decided scope', 'Geräte mit entschiedenem Umfang'), 'backupScope')],
      rules: ['voip-backup-scope-undetermined'],
      sections: ['voip'],
    },
    {
      number: '3.5',
      demand: said(
        'The settings of telephony are in the backup',
        'In der Sicherung sind die Einstellungen der Telefonie',
      ),
      about: telephony,
      shows: [
        scope(
          said('devices that say it of their settings', 'Geräte, die es von ihren Einstellungen sagen'),
          'settings',
        ),
      ],
      rules: scopes,
    },
    {
      number: '3.6',
      demand: said(
        'The settings of the system below are: addresses, passwords, operating system',
        'Ebenso die des Systems darunter: Adressen, Passwörter, Betriebssystem',
      ),
      about: telephony,
      shows: [scope(said('devices that say it of their system', 'Geräte, die es von ihrem System sagen'), 'system')],
      rules: scopes,
    },
    {
      number: '3.7',
      demand: said('Logs and call data are', 'Ebenso Protokolle und Verbindungsdaten'),
      about: telephony,
      shows: [scope(said('devices that say it of their logs', 'Geräte, die es von ihren Protokollen sagen'), 'logs')],
      rules: scopes,
    },
    {
      number: '3.8',
      demand: said('What users have entered is', 'Ebenso, was Benutzer selbst eingetragen haben'),
      about: telephony,
      shows: [
        scope(
          said('devices that say it of entries of users', 'Geräte, die es von Einträgen der Benutzer sagen'),
          'user',
        ),
      ],
      rules: scopes,
    },
    {
      number: '3.9',
      demand: said('This is done again and again', 'Das geschieht regelmäßig'),
      about: telephony,
      shows: [telephonyBackups],
      rules: ['backup-frequency-missing', 'backup-run-missed', 'backup-evidence-missing'],
      concerning: [telephonyBackups],
    },
    {
      number: '3.10',
      demand: said('It is done before and after each change', 'Es geschieht vor und nach jeder Änderung'),
      about: telephony,
      shows: [telephonyChanges],
      rules: ['voip-change-backup-missing'],
    },
    {
      number: '3.11',
      demand: said('Several versions are kept', 'Mehrere Stände werden aufbewahrt'),
      about: telephony,
      shows: [
        telephonyBackupsWith(
          said('backups that say how many versions are kept', 'Sicherungen, die sagen, wie viele Stände bleiben'),
          (b) => b.generations !== undefined,
        ),
      ],
      rules: ['voip-backup-generations-insufficient'],
    },
    {
      number: '3.12',
      demand: said(
        'It is laid down how the version from before is loaded',
        'Es ist festgelegt, wie der vorherige Stand eingespielt wird',
      ),
      about: telephony,
      shows: [telephonyRollbacks],
      rules: ['voip-rollback-procedure-missing'],
      sections: ['runbooks'],
    },
    {
      number: '3.13',
      demand: said(
        'It is known which release a saved configuration belongs to',
        'Es ist bekannt, zu welchem Softwarestand eine gesicherte Konfiguration gehört',
      ),
      about: telephony,
      shows: [
        stating(
          said('devices with the release of their configuration', 'Geräte mit dem Softwarestand ihrer Konfiguration'),
          'firmware',
          'configRelease',
        ),
      ],
      rules: ['voip-config-release-unrecorded'],
    },
    {
      number: '3.14',
      demand: said(
        'A spare device has a release that takes the configuration',
        'Ein Ersatzgerät hat einen Softwarestand, der die Konfiguration annimmt',
      ),
      about: telephony,
      shows: [telephonyReplacements, telephony],
      rules: ['voip-spare-release-mismatch'],
    },
    {
      number: '3.15',
      demand: said("The maker's list of changes is read", 'Die Änderungsliste des Herstellers wird gelesen'),
      about: telephony,
      shows: [
        stating(
          said('devices whose list of changes was read', 'Geräte, deren Änderungsliste gelesen wurde'),
          'firmware',
          'changelogReviewed',
        ),
      ],
      rules: ['voip-changelog-unreviewed'],
    },
    {
      number: '3.16',
      demand: said(
        'At a change of release the old and the new configuration are saved',
        'Bei einem Wechsel des Softwarestands werden alte und neue Konfiguration gesichert',
      ),
      about: telephonyReleases,
      rules: ['voip-release-change-pair-missing'],
    },
    {
      number: '3.17',
      demand: said(
        'An older, proven release is kept to go back to',
        'Ein älterer, bewährter Softwarestand zum Zurückgehen ist vorhanden',
      ),
      about: telephony,
      shows: [
        stating(
          said('devices with a release to go back to', 'Geräte mit einem Softwarestand zum Zurückgehen'),
          'firmware',
          'fallback',
        ),
      ],
      rules: ['voip-fallback-release-missing'],
    },
    {
      number: '3.18',
      demand: said('Backups do not lie on what they save', 'Sicherungen liegen nicht auf dem, was sie sichern'),
      about: telephony,
      shows: [telephonyMedia],
      rules: ['backup-media-not-independent'],
      concerning: [telephony, telephonyBackups, telephonyMedia],
      commands: ['impact'],
    },
    {
      number: '3.19',
      demand: said(
        'The medium is one of tape, disk, disc or another system',
        'Der Datenträger ist Band, Platte, Scheibe oder ein anderes System',
      ),
      about: telephony,
      shows: [telephonyMedia],
    },
    {
      number: '3.20',
      demand: said(
        'The way to the medium is encrypted, or a network of its own',
        'Der Weg zum Datenträger ist verschlüsselt oder ein eigenes Netz',
      ),
      about: telephony,
      shows: [
        telephonyBackupsWith(
          said('backups that say how they travel', 'Sicherungen, die ihren Weg nennen'),
          (b) => b.transfer !== undefined,
        ),
      ],
      rules: ['backup-transfer-unprotected'],
      concerning: [telephony, telephonyBackups, telephonyMedia],
    },
    {
      number: '3.21',
      demand: said('Bringing telephony back is practised', 'Die Wiederherstellung der Telefonie wird geübt'),
      about: telephony,
      shows: [telephonyRestoreTests],
      rules: ['voip-recovery-exercise-overdue', 'restore-test-after-change-missing'],
      concerning: [telephony, telephonyBackups],
      sections: ['exercises', 'restore-tests'],
      commands: ['due'],
    },
    {
      number: '3.22',
      demand: said(
        'Somebody is named who starts it, and somebody who does it',
        'Es ist benannt, wer es anstößt und wer es tut',
      ),
      about: telephony,
      shows: [planSays(said('who initiates and who implements', 'wer anstößt und wer umsetzt'), 'responsibility')],
      rules: ['responsible-role-missing'],
      sections: ['roles'],
    },
  ],
};
