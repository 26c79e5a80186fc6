import { words } from '../language.ts';

const en = {
  title: 'Glossary',
  why: 'What words mean in this binder. Whoever comes from outside reads this page first.',
  terms: {
    Alarm:
      'The message that starts everything. Times “within” count from here; promises count from the start of the outage.',
    'Alarm time': 'Time from the start of the outage until somebody begins to work.',
    Availability: 'It is there when it is needed. One of the three objectives of protection.',
    'Break glass':
      'Access that is kept sealed for the emergency, such as passwords in an envelope. Each use is written down.',
    'Cold start':
      'Everything is off and has to be switched on again, in an order in which each thing finds what it needs.',
    Compromise:
      'Somebody has control of a system who should not. Nothing on it can be trusted until it was verified or set up anew.',
    Confidentiality: 'Only those read it who may. One of the three objectives of protection.',
    Containing: 'Keeping an incident from spreading, before its cause is mended.',
    'Critical path': 'The chain of steps that decides how long everything takes. A delay here delays the whole.',
    Cumulation:
      'Many things that matter little each depend on one system, so that its loss matters much: its protection need is raised.',
    'Data loss up to':
      'What was entered since the last backup that can be read. It has to be entered again or is gone.',
    Deadlock: 'Two systems each wait for the other: neither can be started without a way round.',
    Degraded: 'It works with less: without spare, slower, or with something missing.',
    Deputy: 'Stands in when the first one is not reached. Has the same rights as long as that is so.',
    Distribution:
      'The load lies on several systems that can replace each other, so that the loss of one matters less: its protection need is lowered.',
    Emergency:
      'An outage that ordinary means cannot mend in the time that can be borne. Somebody declares it; then this plan is in force.',
    Eradicating: 'Removing the cause of an incident for good: what was planted, what was open.',
    Failover: 'Switching over to a system that stands by.',
    Fallback:
      'The second way that is taken when the first does not work: another channel, an older release, another place.',
    Farm: 'Several hosts that carry virtual machines for each other, also called a cluster.',
    Fingerprint:
      'Some characters computed from what is written. Same fingerprint, same content; if they differ, something was changed.',
    Grace: 'How long something goes on after it has lost what it needs, such as a battery.',
    Host: 'A machine on which virtual machines run.',
    Image: 'A copy of a whole disk or machine.',
    Incident: 'An event that endangers confidentiality, integrity or availability, from a virus to a burst pipe.',
    Integrity:
      'It is complete and has not been changed by the wrong people. One of the three objectives of protection.',
    'Maximum principle': 'A system must be protected as well as the most important thing that depends on it demands.',
    MTPD: 'Maximum tolerable period of disruption: after this time the damage of the outage can no longer be borne.',
    'Offline copy': 'A copy that no network reaches, and so no attacker and no mistake on a running system.',
    Procedure: 'Instructions for one task that a stranger can follow; in this binder a runbook with boxes.',
    Process:
      'What the organisation does, such as taking orders. Systems are there for processes, not the other way round.',
    'Protection need': 'How much harm is done if something is read, changed or missing: normal, high or very high.',
    Provider: 'What another one needs in order to work.',
    Redundancy: 'There is a second one that takes over. Worth nothing if both fail from the same cause.',
    Restore: 'Bringing data back from a backup.',
    'Restore test': 'Reading a backup back on trial, to another place. Only then is it known to work.',
    Role: 'A task in the emergency, whoever fills it that night.',
    RPO: 'Recovery point objective: at most so much work, counted in time, may be lost.',
    RTO: 'Recovery time objective: within this time after the outage began it is to serve again.',
    Scenario: 'Something that may happen, thought through beforehand: what is hit, what is done.',
    Service: 'Something that several systems provide for others, such as names in the network.',
    Snapshot: 'A state of a machine or store that was recorded on the same disks. It is no backup: it dies with them.',
    Suspect: 'It runs, and may be compromised. It counts as trusted only after it was verified.',
    'SAN, NAS': 'Storage in the network that several machines share.',
    UPS: 'Uninterruptible power supply: batteries that bridge a power failure for minutes, so that machines can be shut down in good order.',
    VoIP: 'Telephony over the data network. If the network fails, the telephones fail.',
    Verify: 'Checking that something works and can be trusted, before others rely on it.',
    'Virtual machine': 'A computer that exists as a program on a host. If the host fails, so do all machines on it.',
    Wave: 'Steps of the order that can be done at the same time, since they wait only for earlier waves.',
    Workaround: 'What is done by hand or otherwise while a process is down.',
  } as Readonly<Record<string, string>>,
  categories: 'Protection needs in this organisation',
  category: 'Category',
  means: 'Means',
  outage: 'Outage from',
  damage: 'Damage from',
  back: 'Back within (RTO)',
};

export const glossaryWords = words<typeof en>({
  en,
  de: {
    title: 'Begriffe',
    why: 'Was Wörter in diesem Ordner bedeuten. Wer von außen kommt, liest diese Seite zuerst.',
    terms: {
      Alarmierung:
        'Die Meldung, mit der alles beginnt. Fristen „innerhalb von“ zählen ab hier; Zusagen zählen ab Beginn des Ausfalls.',
      Alarmierungszeit: 'Zeit vom Beginn des Ausfalls, bis jemand zu arbeiten beginnt.',
      Anleitung: 'Anweisungen für eine Aufgabe, denen eine fremde Person folgen kann; in diesem Ordner mit Kästchen.',
      Ausgefallen: 'Es leistet nichts, bis es selbst oder das, was es braucht, wieder da ist.',
      Beseitigen: 'Die Ursache eines Vorfalls endgültig entfernen: was eingeschleust wurde, was offen stand.',
      Datensicherung: 'Kopie von Daten an einem anderen Ort, aus der sie sich wiederherstellen lassen.',
      Dienst: 'Etwas, das mehrere Systeme für andere erbringen, etwa Namen im Netz.',
      Eindämmen: 'Verhindern, dass sich ein Vorfall ausbreitet, bevor seine Ursache behoben ist.',
      Eingeschränkt: 'Es läuft mit weniger: ohne Reserve, langsamer, oder etwas fehlt.',
      Farm: 'Mehrere Hosts, die füreinander virtuelle Maschinen tragen, auch Cluster genannt.',
      Fingerabdruck:
        'Einige Zeichen, berechnet aus dem, was geschrieben steht. Gleicher Fingerabdruck, gleicher Inhalt; weichen sie ab, wurde etwas geändert.',
      Host: 'Eine Maschine, auf der virtuelle Maschinen laufen; auch Virtualisierungsserver.',
      Integrität: 'Es ist vollständig und nicht von den Falschen verändert. Eines der drei Schutzziele.',
      Kaltstart: 'Alles ist aus und muss wieder eingeschaltet werden, so dass jedes vorfindet, was es braucht.',
      Kompromittiert:
        'Jemand hat die Kontrolle über ein System, der sie nicht haben darf. Nichts darauf ist vertrauenswürdig, bis es geprüft oder neu aufgesetzt ist.',
      'Kritischer Pfad':
        'Die Kette von Schritten, die bestimmt, wie lange alles dauert. Eine Verzögerung hier verzögert das Ganze.',
      Kumulationseffekt:
        'Vieles, was einzeln wenig wiegt, hängt an einem System, so dass sein Ausfall viel wiegt: sein Schutzbedarf steigt.',
      Maximumprinzip: 'Ein System muss so gut geschützt sein, wie das Wichtigste verlangt, das von ihm abhängt.',
      MTPD: 'Maximal tolerierbare Ausfallzeit (MTA): danach ist der Schaden des Ausfalls nicht mehr tragbar.',
      Nachlaufzeit: 'Wie lange etwas weiterläuft, nachdem es verloren hat, was es braucht, etwa mit einer Batterie.',
      Notbetrieb: 'Was von Hand oder anders getan wird, solange ein Prozess ausgefallen ist.',
      Notbetriebsniveau: 'Was in dieser Zeit mindestens gehen muss.',
      Notfall:
        'Ein Ausfall, der sich mit gewöhnlichen Mitteln nicht in tragbarer Zeit beheben lässt. Jemand ruft ihn aus; dann gilt dieser Plan.',
      'Offline-Kopie':
        'Eine Kopie, die kein Netz erreicht, also auch kein Angreifer und kein Fehler eines laufenden Systems.',
      Prozess: 'Was die Organisation tut, etwa Aufträge annehmen. Systeme sind für Prozesse da, nicht umgekehrt.',
      Redundanz: 'Es gibt ein zweites, das übernimmt. Wertlos, wenn beide aus derselben Ursache ausfallen.',
      Rolle: 'Eine Aufgabe im Notfall, wer immer sie in dieser Nacht ausfüllt.',
      RPO: 'Maximal zulässiger Datenverlust: höchstens so viel Arbeit, als Zeit gerechnet, darf verloren gehen.',
      RTO: 'Geforderte Wiederanlaufzeit (WAZ): binnen dieser Zeit ab Beginn des Ausfalls soll es wieder dienen.',
      Rückfallebene:
        'Der zweite Weg, wenn der erste nicht geht: ein anderer Meldeweg, eine ältere Version, ein anderer Ort.',
      Schutzbedarf:
        'Wie groß der Schaden ist, wenn etwas gelesen, verändert wird oder fehlt: normal, hoch oder sehr hoch.',
      Snapshot:
        'Ein Zustand einer Maschine oder eines Speichers, festgehalten auf denselben Platten. Keine Datensicherung: er stirbt mit ihnen.',
      Szenario: 'Etwas, das geschehen kann, vorher durchdacht: was getroffen ist, was getan wird.',
      Umschalten: 'Den Betrieb auf ein bereitstehendes System verlegen.',
      Umgehung: 'Ein beschriebener Weg, ohne etwas auszukommen, das fehlt.',
      'SAN, NAS': 'Speicher im Netz, den sich mehrere Maschinen teilen.',
      USV: 'Unterbrechungsfreie Stromversorgung: Batterien, die einen Stromausfall für Minuten überbrücken, damit Maschinen geordnet herunterfahren.',
      VoIP: 'Telefonie über das Datennetz. Fällt das Netz aus, fällt das Telefon aus.',
      Verdächtig: 'Es läuft, kann aber kompromittiert sein. Vertrauenswürdig ist es erst nach der Prüfung.',
      Verfügbarkeit: 'Es ist da, wenn es gebraucht wird. Eines der drei Schutzziele.',
      Verklemmung: 'Zwei Systeme warten aufeinander: keines lässt sich ohne Umgehung starten.',
      Vertraulichkeit: 'Nur wer darf, liest es. Eines der drei Schutzziele.',
      Verteilungseffekt:
        'Die Last liegt auf mehreren Systemen, die einander ersetzen, so dass der Ausfall eines davon weniger wiegt: sein Schutzbedarf sinkt.',
      Vertretung: 'Springt ein, wenn die erste Person nicht erreicht wird, und hat so lange dieselben Rechte.',
      'Virtuelle Maschine':
        'Ein Rechner, der als Programm auf einem Host besteht. Fällt der Host aus, fallen alle Maschinen darauf aus.',
      Vorfall:
        'Ein Ereignis, das Vertraulichkeit, Integrität oder Verfügbarkeit gefährdet, vom Virus bis zum Rohrbruch.',
      Welle: 'Schritte der Reihenfolge, die gleichzeitig gehen, weil sie nur auf frühere Wellen warten.',
      Wiederherstellen: 'Daten aus einer Datensicherung zurückholen.',
      Wiederherstellungstest:
        'Eine Datensicherung probeweise zurücklesen, an einen anderen Ort. Erst dann ist bekannt, dass sie taugt.',
    },
    categories: 'Schutzbedarf in dieser Organisation',
    category: 'Kategorie',
    means: 'Bedeutet',
    outage: 'Ausfall ab',
    damage: 'Schaden ab',
    back: 'Zurück binnen (RTO)',
  },
});
