import { words } from '../language.ts';

/** The terms of this binder in plain words; term and explanation in turn. */
const en = {
  title: 'Glossary',
  term: 'Term',
  means: 'What it means',
  terms: {
    Activation: 'The moment from which this plan applies and somebody leads.',
    Availability: 'That something can be used when it is needed.',
    Backup: 'A copy of data, made to be restored. Until it was restored once, nobody knows whether it works.',
    Bypass: 'A documented way round something that is missing, taken on purpose.',
    'Cold start': 'Everything is off and is started again, in the order of this binder.',
    Confidentiality: 'That only those see something who may.',
    'Critical path': 'The steps of which each minute of delay delays everything.',
    Cumulation: 'Many things of normal importance on one system make that system important.',
    Deadlock: 'Systems that wait for each other in a circle: none can start first without help.',
    Distribution: 'Work is spread over several systems, so that each of them alone is less important.',
    Emergency: 'An outage that ordinary operation cannot end in the time that is left.',
    Failover: 'Another system takes over the work of one that failed.',
    Integrity: 'That something is right and complete, and was changed by nobody who may not.',
    'Maximum principle': 'A system is as important as the most important thing that needs it.',
    MTPD: 'Maximum tolerable period of disruption: after that the harm can no longer be accepted.',
    'Protection need': 'How much harm there is when something fails, leaks or is wrong: normal, high, very high.',
    Quorum: 'So many of a group must be there before the group works at all.',
    Redundancy: 'More than one of something, so that one may fail.',
    Restore: 'Bringing data back from a backup.',
    RPO: 'Recovery point objective: so much work, counted in time, may be lost.',
    RTO: 'Recovery time objective: the time in which something is back, counted from the outage.',
    Runbook: 'Instructions, step by step, that a stranger can follow.',
    Scenario: 'Something that may happen, thought through beforehand.',
    'Single point of failure': 'Something that takes other things down alone, since there is no second one.',
    Workaround: 'How the work goes on while its systems are down.',
  } as Readonly<Record<string, string>>,
};

export type GlossaryWords = typeof en;

export const glossaryWords = words<GlossaryWords>({
  en,
  de: {
    title: 'Begriffe',
    term: 'Begriff',
    means: 'Was er bedeutet',
    terms: {
      Aktivierung: 'Der Zeitpunkt, ab dem dieser Plan gilt und jemand leitet.',
      Ersatzverfahren: 'Wie die Arbeit weitergeht, während ihre Systeme ausgefallen sind.',
      'Failover (Umschalten)': 'Ein anderes System übernimmt die Arbeit eines ausgefallenen.',
      Integrität: 'Dass etwas richtig und vollständig ist und von niemandem unbefugt geändert wurde.',
      Kaltstart: 'Alles ist aus und wird wieder gestartet, in der Reihenfolge dieses Ordners.',
      'Kritischer Weg': 'Die Schritte, bei denen jede Minute Verzug alles verzögert.',
      Kumulationseffekt: 'Vieles von normalem Schutzbedarf auf einem System macht dieses System wichtig.',
      Maximumprinzip: 'Ein System ist so wichtig wie das Wichtigste, was es braucht.',
      'MTPD (maximal tolerierbare Ausfallzeit)': 'Danach ist der Schaden nicht mehr hinnehmbar.',
      Notfall: 'Ein Ausfall, den der gewöhnliche Betrieb in der verbleibenden Zeit nicht beenden kann.',
      Quorum: 'So viele einer Gruppe müssen da sein, bevor die Gruppe überhaupt arbeitet.',
      Redundanz: 'Mehr als eines von etwas, so dass eines ausfallen darf.',
      'RPO (maximal zulässiger Datenverlust)': 'So viel Arbeit, in Zeit gerechnet, darf verloren gehen.',
      'RTO (Wiederanlaufzeit)': 'Die Zeit, in der etwas zurück ist, gerechnet ab dem Ausfall.',
      Rücksicherung: 'Daten aus einer Sicherung zurückbringen.',
      Runbook: 'Eine Anleitung, Schritt für Schritt, der auch Fremde folgen können.',
      Schutzbedarf:
        'Wie groß der Schaden ist, wenn etwas ausfällt, bekannt wird oder falsch ist: normal, hoch, sehr hoch.',
      Sicherung: 'Eine Kopie von Daten. Bevor sie einmal zurückgespielt wurde, weiß niemand, ob sie taugt.',
      'Single Point of Failure': 'Etwas, das allein anderes mitreißt, weil es kein zweites gibt.',
      Szenario: 'Etwas, das geschehen kann, vorher durchdacht.',
      Umgehung: 'Ein dokumentierter Weg um etwas herum, das fehlt, mit Absicht genommen.',
      Verfügbarkeit: 'Dass etwas benutzbar ist, wenn es gebraucht wird.',
      Verklemmung: 'Systeme, die im Kreis aufeinander warten: Keines kann ohne Hilfe zuerst starten.',
      Verteilungseffekt: 'Arbeit ist auf mehrere Systeme verteilt, so dass jedes einzelne weniger wichtig ist.',
      Vertraulichkeit: 'Dass nur diejenigen etwas sehen, die es dürfen.',
    },
  },
});
