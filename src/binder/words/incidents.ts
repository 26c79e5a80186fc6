import { words } from '../language.ts';

/** Words of the section about security incidents. */
const en = {
  title: 'Security incidents',
  whatIs: 'What counts as an incident',
  defaultDefinition:
    'Whatever harms or may harm the confidentiality, integrity or availability of information on purpose or by mistake.',
  classes: 'Classes: the first that fits counts',
  class: 'Class',
  belongs: 'An incident belongs to it when',
  priority: 'Priority',
  respond: 'React within',
  notSaid: 'not said',
  priorities: { low: 'low', medium: 'medium', high: 'HIGH', critical: 'CRITICAL' } as Readonly<Record<string, string>>,
  team: 'Who handles it',
  skills: 'The team must know',
  tools: 'Tools',
  phases: 'The phases, one after the other',
  phase: {
    detect: '1. Detect and identify',
    classify: '2. Classify and prioritise',
    contain: '3. Contain',
    eradicate: '4. Eradicate',
    recover: '5. Recover',
  } as Readonly<Record<string, string>>,
  leads: 'Leads',
  until: 'Done within',
  doneAt: 'Done at (time), by',
  log: 'Everything is written down in',
  records: 'What has happened before',
  record: 'What happened',
  cause: 'Cause',
  took: 'Took',
};

export type IncidentsWords = typeof en;

export const incidentsWords = words<IncidentsWords>({
  en,
  de: {
    title: 'Sicherheitsvorfälle',
    whatIs: 'Was als Vorfall gilt',
    defaultDefinition:
      'Was die Vertraulichkeit, Integrität oder Verfügbarkeit von Informationen absichtlich oder versehentlich verletzt oder verletzen kann.',
    classes: 'Klassen: die erste zutreffende gilt',
    class: 'Klasse',
    belongs: 'Ein Vorfall gehört dazu, wenn',
    priority: 'Priorität',
    respond: 'Reagieren binnen',
    notSaid: 'nicht angegeben',
    priorities: { low: 'niedrig', medium: 'mittel', high: 'HOCH', critical: 'KRITISCH' },
    team: 'Wer ihn behandelt',
    skills: 'Das Team muss können',
    tools: 'Werkzeuge',
    phases: 'Die Phasen, eine nach der anderen',
    phase: {
      detect: '1. Erkennen und bestimmen',
      classify: '2. Einordnen und priorisieren',
      contain: '3. Eindämmen',
      eradicate: '4. Beseitigen',
      recover: '5. Wiederherstellen',
    },
    leads: 'Leitung',
    until: 'Fertig binnen',
    doneAt: 'Fertig um (Uhrzeit), von',
    log: 'Alles wird aufgeschrieben in',
    records: 'Was bisher geschehen ist',
    record: 'Was geschah',
    cause: 'Ursache',
    took: 'Dauer',
  },
});
