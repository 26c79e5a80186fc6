import { words } from '../language.ts';
import { sheetsWords } from './sheets.ts';

const { en: sheetEn, de: sheetDe } = sheetsWords;
const en = {
  ...sheetEn,
  title: 'Telephony (VoIP) devices',
  firmware: 'Firmware',
  current: 'runs',
  fallback: 'older release to go back to',
  configRelease: 'Saved configuration belongs to release',
  changelog: 'Changes of the release read on',
  emergencyCalls: 'Emergency calls when it is down',
  count: 'How many there are',
  backupScope: 'What is saved of it',
  class: 'Class of data',
  saved: 'Saved',
  isSaved: 'yes',
  notSaid: 'not determined',
  settings: 'Settings of telephony',
  systemSettings: 'Settings of the system below (addresses, passwords, operating system)',
  logs: 'Logs and call data',
  user: 'Entries of the users',
  generations: 'Versions kept',
  spareRelease: 'Spare devices',
  checkRelease:
    'Before a saved configuration is loaded: compare its release with that of the device. If they differ, bring the device to the release of the configuration first.',
  beforeChange: 'Before and after each change: make a backup, keep the older versions.',
  notApplicable: (reason: string): string => `not applicable: ${reason}`,
  spare: (name: string, release: string, place: string): string =>
    [name, release === '' ? '' : `release ${release}`, place].filter(Boolean).join(', '),
};

export const voipWords = words<typeof en>({
  en,
  de: {
    ...sheetDe,
    title: 'Telefonie (VoIP-Komponenten)',
    firmware: 'Firmware',
    current: 'läuft mit',
    fallback: 'ältere Version für den Rückweg',
    configRelease: 'Gesicherte Konfiguration gehört zu Version',
    changelog: 'Änderungen der Version gelesen am',
    emergencyCalls: 'Notrufe, wenn es ausgefallen ist',
    count: 'Anzahl',
    backupScope: 'Was davon gesichert wird',
    class: 'Art der Daten',
    saved: 'Gesichert',
    isSaved: 'ja',
    notSaid: 'nicht festgelegt',
    settings: 'Einstellungen der Telefonie',
    systemSettings: 'Einstellungen des Systems darunter (Adressen, Passwörter, Betriebssystem)',
    logs: 'Protokolle und Verbindungsdaten',
    user: 'Einträge der Benutzer',
    generations: 'Aufbewahrte Stände',
    spareRelease: 'Ersatzgeräte',
    checkRelease:
      'Bevor eine gesicherte Konfiguration eingespielt wird: ihre Version mit der des Geräts vergleichen. Weichen sie ab, zuerst das Gerät auf die Version der Konfiguration bringen.',
    beforeChange: 'Vor und nach jeder Änderung: sichern, ältere Stände aufheben.',
    notApplicable: (reason) => `entfällt: ${reason}`,
    spare: (name, release, place) =>
      [name, release === '' ? '' : `Version ${release}`, place].filter(Boolean).join(', '),
  },
});
