import { type Said, said } from './said.ts';

/** What clauses of standards ask for, as far as rules of drplan answer it, in our words. */
export const clauseWords: Readonly<Record<string, Said>> = {
  'BSI 200-2': said(
    'Deviations are decided: with a reason, by somebody, until a day',
    'Abweichungen sind entschieden: mit Grund, von jemandem, bis zu einem Tag',
  ),
  'BSI 200-2, 8.1.1': said(
    'What is grouped has the same protection needs',
    'Was zu einer Gruppe gehört, hat denselben Schutzbedarf',
  ),
  'BSI 200-2, 8.2': said(
    'Protection needs are stated with reasons and passed on to what is needed',
    'Der Schutzbedarf ist mit Gründen festgestellt und auf das vererbt, was gebraucht wird',
  ),
  'BSI 200-2, 8.2.1': said(
    'Needs follow from damage, rated by scenarios, and fit the outage that can be borne',
    'Der Bedarf folgt aus dem Schaden, nach Szenarien bewertet, und passt zum tragbaren Ausfall',
  ),
  'BSI 200-2, 8.2.2': said(
    'Cumulation and distribution are considered; redundancy is more than apparent',
    'Kumulation und Verteilung sind berücksichtigt; Redundanz ist nicht nur scheinbar',
  ),
  'BSI 200-4': said(
    'For each process it is known how long it may be down and what emergency operation needs',
    'Für jeden Prozess ist bekannt, wie lange er ausfallen darf und was der Notbetrieb braucht',
  ),
  'BSI 200-4, 8': said(
    'Printed emergency documents are up to date',
    'Gedruckte Notfallunterlagen sind auf dem neuesten Stand',
  ),
  'CON.3.A6': said(
    'What a restore needs to know does not lie on the backup system alone',
    'Was man zur Wiederherstellung wissen muss, liegt nicht nur auf dem Sicherungssystem',
  ),
  'CON.3.A12': said(
    'Backups are kept in another place than what they save',
    'Sicherungen werden an einem anderen Ort aufbewahrt als das, was sie sichern',
  ),
  'CON.3.A13': said(
    'Keys of encrypted backups are there when they are needed',
    'Schlüssel verschlüsselter Sicherungen sind da, wenn man sie braucht',
  ),
  'DER.4.A1': said(
    'The emergency manual, its contacts, channels and tools can be used in an emergency',
    'Notfallhandbuch, Kontakte, Wege und Werkzeuge sind im Notfall zu gebrauchen',
  ),
  'DER.4.A10': said(
    'What matters is practised: exercises cover the critical processes',
    'Geübt wird, worauf es ankommt: Übungen erfassen die kritischen Prozesse',
  ),
  'ISO 22301 8.2.2': said(
    'The impact over time is known: the longest outage, the time aimed at, the least service',
    'Die Auswirkung über die Zeit ist bekannt: längster Ausfall, angestrebte Zeit, kleinster Umfang',
  ),
  'M 6.11': said('It is laid down how data is restored', 'Es ist festgelegt, wie Daten wiederhergestellt werden'),
  'M 6.37': said(
    'Documentation of systems has versions and is up to date',
    'Die Dokumentation der Systeme hat Versionen und ist aktuell',
  ),
  'M 6.41': said(
    'Restores are practised regularly, after changes, as a whole and in time',
    'Wiederherstellungen werden geübt: regelmäßig, nach Änderungen, im Ganzen und in der nötigen Zeit',
  ),
  'SYS.1.1.A22': said(
    'Servers can be restored without what has failed: keys and means lie elsewhere',
    'Server lassen sich ohne das Ausgefallene wiederherstellen: Schlüssel und Mittel liegen anderswo',
  ),
  'SYS.1.5.A15': said(
    'Machines of different protection needs share no host without a decision',
    'Maschinen mit verschiedenem Schutzbedarf teilen ohne Entscheidung keinen Server',
  ),
  'SYS.1.5.A17': said(
    'The farm has the room to carry the machines of a failed host',
    'Der Verbund hat Platz für die Maschinen eines ausgefallenen Servers',
  ),
  'SYS.1.5.A20': said(
    'Hosts are laid out so that the loss of one can be made up for',
    'Die Server sind so ausgelegt, dass der Verlust eines von ihnen aufgefangen wird',
  ),
  'NIS2 3.1': said('There is a policy for handling incidents', 'Es gibt ein Konzept für die Behandlung von Vorfällen'),
  'NIS2 3.1.2': said('It has all its parts', 'Es hat alle seine Teile'),
  'NIS2 3.1.2 (b)': said(
    'It is laid down who tells whom, inside and outside',
    'Es ist festgelegt, wer wem Bescheid gibt, innen und außen',
  ),
  'NIS2 3.1.2 (c)': said('Roles and somebody who leads are named', 'Rollen und eine Leitung sind benannt'),
  'NIS2 3.1.3': said(
    'Roles and procedures are tested and reviewed',
    'Rollen und Verfahren werden erprobt und überprüft',
  ),
  'NIS2 3.2': said('Systems are watched and logged', 'Systeme werden überwacht und protokolliert'),
  'NIS2 3.4': said('Events are assessed and classified', 'Ereignisse werden bewertet und eingestuft'),
  'NIS2 3.4.2': said(
    'They are ranked by criteria laid down before',
    'Sie werden nach vorher festgelegten Kriterien geordnet',
  ),
  'NIS2 3.5.3': said('The response is logged', 'Die Reaktion wird protokolliert'),
  'NIS2 3.6': said('Incidents are looked back on', 'Auf Vorfälle wird zurückgeblickt'),
  'NIS2 4.1.2 (a)': said(
    'The plan states its purpose, scope and audience',
    'Der Plan nennt Zweck, Geltungsbereich und Leserschaft',
  ),
  'NIS2 4.1.2 (b)': said('Roles and responsibilities are filled', 'Rollen und Zuständigkeiten sind besetzt'),
  'NIS2 4.1.2 (c)': said(
    'The most important contacts and channels are in it, and were tried',
    'Die wichtigsten Kontakte und Wege stehen darin und sind erprobt',
  ),
  'NIS2 4.1.2 (d)': said(
    'It says when it is activated and when that ends',
    'Er sagt, wann er in Kraft tritt und wann das endet',
  ),
  'NIS2 4.1.2 (e)': said('The order of recovery is laid down', 'Die Reihenfolge des Wiederanlaufs ist festgelegt'),
  'NIS2 4.1.2 (f)': said(
    'There are recovery plans with objectives for time and data',
    'Es gibt Wiederanlaufpläne mit Zielen für Zeit und Daten',
  ),
  'NIS2 4.1.2 (h)': said(
    'It says how normal operation is resumed from what was provisional',
    'Er sagt, wie aus dem Behelf in den Normalbetrieb zurückgekehrt wird',
  ),
  'NIS2 4.1.4': said(
    'The plan is tested, reviewed and kept up to date',
    'Der Plan wird erprobt, überprüft und aktuell gehalten',
  ),
  'NIS2 4.2.2 (c)': said(
    'Backups lie in another network than what they save',
    'Sicherungen liegen in einem anderen Netz als das, was sie sichern',
  ),
  'NIS2 4.2.3': said(
    'The integrity of backups is checked at intervals',
    'Die Unversehrtheit der Sicherungen wird in Abständen geprüft',
  ),
  'NIS2 4.2.4': said(
    'What is redundant stays so: no common cause takes it down',
    'Was redundant ist, bleibt es: Keine gemeinsame Ursache reißt es mit',
  ),
  'NIS2 4.2.4 (c)': said(
    'There are enough people for the recovery, and deputies for them',
    'Für den Wiederanlauf gibt es genug Personal und Vertretungen',
  ),
  'NIS2 4.2.4 (d)': said(
    'There is more than one channel of communication, and one works in an outage',
    'Es gibt mehr als einen Kommunikationsweg, und einer trägt bei einem Ausfall',
  ),
  'NIS2 8.2': said('People are trained for their roles', 'Personal ist für seine Rollen geschult'),
  'NIS2 Art. 23': said(
    'It is laid down who reports incidents to the authorities, and until when',
    'Es ist festgelegt, wer Vorfälle den Behörden meldet und bis wann',
  ),
  'DORA Art. 11 (6)': said(
    'Plans are tested, and what tests show is mended',
    'Pläne werden getestet, und was Tests zeigen, wird behoben',
  ),
  'DORA Art. 12 (6)': said(
    'Recovery times are planned for each step',
    'Wiederanlaufzeiten sind für jeden Schritt geplant',
  ),
  'DORA Art. 13': said('Incidents are learned from', 'Aus Vorfällen wird gelernt'),
  'DORA Art. 17': said('Incidents are handled by a process', 'Vorfälle werden nach einem Verfahren behandelt'),
  'DORA Art. 17 (2)': said('Incidents are recorded', 'Vorfälle werden aufgezeichnet'),
  'DORA Art. 17 (3) (b)': said(
    'Incidents are ranked, and the records tell what happened, when and what was done',
    'Vorfälle werden geordnet, und die Aufzeichnungen sagen, was wann geschah und was getan wurde',
  ),
  'DORA Art. 17 (3) (c)': said('Somebody is named who leads the response', 'Wer die Behandlung leitet, ist benannt'),
  'DORA Art. 17 (3) (d)': said(
    'It is planned who tells whom, inside and outside',
    'Es ist geplant, wer wem Bescheid gibt, innen und außen',
  ),
  'DORA Art. 18': said('Incidents are classified', 'Vorfälle werden eingestuft'),
  'DORA Art. 19': said(
    'It is laid down who reports major incidents, to whom and until when',
    'Es ist festgelegt, wer schwere Vorfälle meldet, wem und bis wann',
  ),
  'DORA Art. 25': said('The response is tested', 'Die Reaktion wird getestet'),
  'DORA RTS Art. 24 (1)': said(
    'The policy states its purpose and scope',
    'Das Konzept nennt Zweck und Geltungsbereich',
  ),
  'DORA RTS Art. 25 (2)': said('Tests cover the critical functions', 'Tests erfassen die kritischen Funktionen'),
  'DORA RTS Art. 26': said(
    'The plans can be reached when one site is lost',
    'Die Pläne sind erreichbar, wenn ein Standort verloren ist',
  ),
  'DORA RTS Art. 26 (1) (a)': said(
    'Plans say when they are activated and when that ends',
    'Pläne sagen, wann sie in Kraft treten und wann das endet',
  ),
  'DORA RTS Art. 26 (1) (f)': said(
    'It can be told whether a recovery has succeeded',
    'Es lässt sich sagen, ob ein Wiederanlauf gelungen ist',
  ),
  'DORA RTS Art. 26 (2) (e)': said(
    'The case that people are missing is planned for',
    'Der Fall, dass Personal fehlt, ist geplant',
  ),
  'DORA RTS Art. 26 (3)': said(
    'There is another way where the first one does not work',
    'Wo der erste Weg nicht geht, gibt es einen anderen',
  ),
};
