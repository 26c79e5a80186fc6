import { words } from '../language.ts';
import { sheetsWords } from './sheets.ts';

const { en: sheetEn, de: sheetDe } = sheetsWords;
const en = {
  ...sheetEn,
  title: 'Virtualisation hosts and their machines',
  machines: 'Machines that run here',
  machine: 'Machine',
  memory: 'Cores, memory',
  mayGo: 'May also run on',
  nowhereElse: 'nowhere else',
  storedHere: 'stored on this host: lost with its disks',
  noMachines: 'No machine has its place here.',
  members: 'Members',
  tolerates: 'Host failures it bears',
  apart: 'Never on the same host',
  healthCheck: 'Last health check',
};

export const hypervisorsWords = words<typeof en>({
  en,
  de: {
    ...sheetDe,
    title: 'Virtualisierungsserver und ihre Maschinen',
    machines: 'Maschinen, die hier laufen',
    machine: 'Maschine',
    memory: 'Kerne, Speicher',
    mayGo: 'Darf auch laufen auf',
    nowhereElse: 'nirgends sonst',
    storedHere: 'auf diesem Host gespeichert: mit seinen Platten verloren',
    noMachines: 'Keine Maschine hat hier ihren Platz.',
    members: 'Mitglieder',
    tolerates: 'Ausfälle von Hosts, die es verkraftet',
    apart: 'Nie auf demselben Host',
    healthCheck: 'Letzte Prüfung auf Fehler',
  },
});
