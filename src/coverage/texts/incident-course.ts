import type { Text } from '../demand.ts';
import { type Said, said } from '../said.ts';
import { channels, exercises, incidentSays, monitored, roles, stating, systems, thePlan } from '../things/index.ts';

const phase = (words: Said, name: string) => [
  incidentSays(said(`the phase in which it is ${words.en}`, `Phase, in der er ${words.de} wird`), 'phases', name),
];
const records = incidentSays(said('records of incidents', 'Aufzeichnungen von Vorfällen'), 'records');

/** A course on incident response. */
export const incidentCourse: Text = {
  name: said('incident response course', 'Kurs zur Behandlung von Vorfällen'),
  counts: 'sentence',
  demands: [
    {
      number: '4.1',
      demand: said('Systems are watched and logged', 'Systeme werden überwacht und protokolliert'),
      about: systems,
      shows: [monitored],
      rules: ['monitoring-missing'],
    },
    {
      number: '4.2',
      demand: said(
        'Incidents are handled in an orderly way that was laid down',
        'Vorfälle werden geordnet und nach Festlegung behandelt',
      ),
      about: systems,
      shows: [incidentSays(said('what counts as an incident', 'was als Vorfall gilt'), 'definition')],
      rules: ['incident-plan-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.3',
      demand: said('It is defined what an incident is', 'Es ist bestimmt, was ein Vorfall ist'),
      about: systems,
      shows: [incidentSays(said('what counts as an incident', 'was als Vorfall gilt'), 'definition')],
      rules: ['incident-classification-missing'],
      sections: ['glossary'],
    },
    {
      number: '4.4',
      demand: said(
        'Outages are kept short: it is laid down how soon each process is back, and written down how long an incident took',
        'Ausfälle werden kurz gehalten: Es ist festgelegt, wie bald jeder Prozess wieder läuft, und festgehalten, wie lange ein Vorfall dauerte',
      ),
      about: systems,
      shows: [
        records,
        stating(
          said('processes that say how soon they are back', 'Prozesse, die sagen, wie bald sie wieder laufen'),
          'rto',
        ),
      ],
      rules: ['incident-record-incomplete'],
      sections: ['return-to-normal'],
      commands: ['recovery-order'],
    },
    {
      number: '4.5',
      demand: said(
        'Teams work together: it is clear who does what and who talks to whom',
        'Die Beteiligten arbeiten zusammen: Es ist klar, wer was tut und wer mit wem spricht',
      ),
      about: systems,
      shows: [roles],
      sections: ['roles', 'communication'],
    },
    {
      number: '4.6',
      demand: said('Laws and standards on incidents are kept', 'Gesetze und Normen zu Vorfällen werden eingehalten'),
      about: systems,
      shows: [incidentSays(said('to whom incidents are reported', 'wem Vorfälle gemeldet werden'), 'reporting')],
      rules: ['regulatory-reporting-missing'],
      commands: ['coverage'],
    },
    {
      number: '4.7',
      demand: said(
        'The incident plan has all its parts: definition, team, phases, communication, documentation',
        'Der Plan für Vorfälle hat alle Teile: Bestimmung, Team, Phasen, Kommunikation, Dokumentation',
      ),
      about: systems,
      shows: [incidentSays(said('what counts as an incident', 'was als Vorfall gilt'), 'definition')],
      rules: ['incident-plan-component-missing'],
    },
    {
      number: '4.8',
      demand: said(
        'There is a team that handles incidents, and somebody who leads it',
        'Es gibt ein Team für Vorfälle und jemanden, der es leitet',
      ),
      about: systems,
      shows: [incidentSays(said('the team', 'Team'), 'team')],
      rules: ['incident-team-missing', 'incident-lead-missing'],
    },
    {
      number: '4.9',
      demand: said('The team has skills of many kinds', 'Das Team hat Fähigkeiten vieler Art'),
      about: systems,
      shows: [incidentSays(said('the skills of the team', 'Fähigkeiten des Teams'), 'team', 'skills')],
      rules: ['incident-team-skills-gap'],
    },
    {
      number: '4.10',
      demand: said(
        'It is laid down how incidents are noticed and identified',
        'Es ist festgelegt, wie Vorfälle bemerkt und erkannt werden',
      ),
      about: systems,
      shows: phase(said('noticed', 'bemerkt'), 'detect'),
      rules: ['incident-phase-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.11',
      demand: said(
        'It is laid down how they are classified and ranked',
        'Es ist festgelegt, wie sie eingestuft und geordnet werden',
      ),
      about: systems,
      shows: phase(said('classified', 'eingestuft'), 'classify'),
      rules: ['incident-phase-missing', 'incident-priority-missing', 'incident-classification-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.12',
      demand: said(
        'It is laid down how they are kept from spreading',
        'Es ist festgelegt, wie ihre Ausbreitung verhindert wird',
      ),
      about: systems,
      shows: phase(said('contained', 'eingedämmt'), 'contain'),
      rules: ['incident-phase-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.13',
      demand: said('It is laid down how their cause is removed', 'Es ist festgelegt, wie ihre Ursache beseitigt wird'),
      about: systems,
      shows: phase(said('eradicated', 'beseitigt'), 'eradicate'),
      rules: ['incident-phase-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.14',
      demand: said(
        'It is laid down how operation is brought back',
        'Es ist festgelegt, wie der Betrieb wieder aufgenommen wird',
      ),
      about: systems,
      shows: phase(said('recovered from', 'überwunden'), 'recover'),
      rules: ['incident-phase-missing'],
      sections: ['incidents'],
    },
    {
      number: '4.15',
      demand: said(
        'It is laid down who tells whom over which channel, and the channel works in an outage',
        'Es ist festgelegt, wer wem auf welchem Weg Bescheid gibt, und der Weg trägt bei einem Ausfall',
      ),
      about: systems,
      shows: [incidentSays(said('who is told what', 'wem was gesagt wird'), 'communication'), channels],
      rules: ['communication-plan-incomplete', 'communication-channel-depends-on-outage'],
      sections: ['communication'],
    },
    {
      number: '4.16',
      demand: said(
        'What happens and what is done is written down',
        'Was geschieht und was getan wird, wird aufgeschrieben',
      ),
      about: systems,
      shows: [incidentSays(said('where everything is written down', 'wo alles aufgeschrieben wird'), 'log')],
      rules: ['incident-log-missing', 'incident-record-incomplete'],
      sections: ['incident-log'],
    },
    {
      number: '4.17',
      demand: said('The records are used to do better', 'Die Aufzeichnungen werden genutzt, um besser zu werden'),
      about: systems,
      shows: [
        incidentSays(
          said('when incidents are looked back on', 'wann auf Vorfälle zurückgeblickt wird'),
          'lessonsLearned',
        ),
      ],
      rules: ['lessons-learned-missing'],
      sections: ['return-to-normal'],
      commands: ['due'],
    },
    {
      number: '4.18',
      demand: said(
        'Operation is brought back by restoring, repairing or going round, as fits',
        'Der Betrieb wird wiederhergestellt, repariert oder umgangen, wie es passt',
      ),
      about: systems,
      shows: [
        stating(said('elements with a workaround', 'Elemente mit einem Ersatzverfahren'), 'workaround'),
        stating(said('systems with a restore', 'Systeme mit einer Wiederherstellung'), 'recovery', 'restore'),
        stating(said('systems with a replacement', 'Systeme mit einem Ersatz'), 'recovery', 'replace'),
      ],
      rules: ['recovery-kind-missing', 'workaround-missing'],
      sections: ['workarounds', 'runbooks'],
    },
    {
      number: '4.19',
      demand: said(
        'The incident response is practised again and again',
        'Die Behandlung von Vorfällen wird immer wieder geübt',
      ),
      about: systems,
      shows: [incidentSays(said('when it was last practised', 'wann sie zuletzt geübt wurde'), 'tested', 'last')],
      rules: ['incident-plan-test-overdue'],
      commands: ['due'],
    },
    {
      number: '4.20',
      demand: said(
        'Exercises show what can be done better, and it is done',
        'Übungen zeigen, was besser gehen kann, und es wird getan',
      ),
      about: systems,
      shows: [exercises],
      rules: ['exercise-findings-open'],
      sections: ['exercises'],
      commands: ['due'],
    },
    {
      number: '4.21',
      demand: said(
        'There are tools to watch, to keep records and to talk, and they work in an outage',
        'Es gibt Werkzeuge zum Beobachten, Aufzeichnen und Sprechen, und sie arbeiten bei einem Ausfall',
      ),
      about: systems,
      shows: [incidentSays(said('the tools', 'Werkzeuge'), 'tools')],
      rules: ['incident-tools-missing', 'incident-tool-depends-on-outage'],
    },
    {
      number: '4.22',
      demand: said(
        'A case study (the text announces one and has none)',
        'Ein Fallbeispiel (der Text kündigt eines an und hat keines)',
      ),
      about: thePlan,
      design: said(
        'drplan comes with two complete example plans that were checked sentence by sentence',
        'drplan bringt zwei vollständige Beispielpläne mit, die Satz für Satz geprüft sind',
      ),
    },
    {
      number: '4.23',
      demand: said(
        'The benefit can be seen: incidents end sooner, customers notice less',
        'Der Nutzen ist zu sehen: Vorfälle enden früher, Kunden merken weniger',
      ),
      about: systems,
      shows: [
        records,
        incidentSays(
          said('when incidents are looked back on', 'wann auf Vorfälle zurückgeblickt wird'),
          'lessonsLearned',
        ),
      ],
      rules: ['incident-record-incomplete'],
      sections: ['return-to-normal'],
    },
    {
      number: '4.24',
      demand: said(
        'A pointer to the next lesson, on backup and recovery',
        'Ein Hinweis auf die nächste Lektion, über Sicherung und Wiederherstellung',
      ),
      about: thePlan,
      design: said(
        'the text asks for nothing here; backups are asked for by the 58 sentences of the backup workflow',
        'der Text verlangt hier nichts; Datensicherungen verlangen die 58 Sätze des Ablaufs zur Datensicherung',
      ),
    },
  ],
};
