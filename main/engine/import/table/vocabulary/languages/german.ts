import type { Language } from './language';

export const german: Language = {
  headers: {
    system:
      'System, Systemname, Anwendung, Anwendungsname, Applikation, Name des Systems, Verfahren, Fachverfahren, Software, Programm, IT-System, Softwarename',
    heldIn: 'Gespeichert in, Speicherort, Ablageort, Gehalten in, Speichersystem, Haltendes System',
    writer:
      'Protokolliert von, Protokollierendes System, Geschrieben von, Erfasst von, Loggendes System, Meldendes System, Eigenes System',
    systemOfRecord:
      'Führendes System, Mastersystem, Ursprungssystem, Primärsystem, Datenführendes System, Hauptsystem, Quellsystem',
    holdingRole: 'Rolle des Systems, Systemrolle, Art der Haltung',
    organisation: 'Organisation, Abteilung, Fachbereich, Einrichtung, Betrieb, Träger, Dienststelle',
    code: 'Organisationscode, Einrichtungsnummer, Kennung der Organisation',
    owner:
      'Eigentümer, Verantwortlicher, Verantwortlich, Besitzer, Systemverantwortlicher, Eigner, Zuständig, Ansprechpartner, Dateneigentümer, Systemeigner, Systemeigentümer, Verantwortliche Person',
    informationAssetOwner:
      'Informationseigner, Informationseigentümer, Informationsverantwortlicher, Datenverantwortlicher',
    informationAssetAdministrator: 'Informationsverwalter',
    businessOwner:
      'Fachverantwortlicher, Fachlicher Eigentümer, Fachlich verantwortlich, Fachlich Verantwortlicher, Fachbereichsverantwortlicher',
    itOwner:
      'IT-Verantwortlicher, Technischer Verantwortlicher, Technischer Eigentümer, Technisch verantwortlich, Technischer Ansprechpartner',
    steward: 'Datensteward, Datenpfleger',
    controller:
      'Verantwortliche Stelle, Verantwortlicher (DSGVO), Datenschutzrechtlich Verantwortlicher, Für die Verarbeitung Verantwortlicher',
    jointController: 'Gemeinsam Verantwortliche, Gemeinsam Verantwortlicher',
    processor: 'Auftragsverarbeiter, Auftragsdatenverarbeiter',
    subProcessor: 'Unterauftragsverarbeiter, Unterauftragnehmer',
    host: 'Betreiber, Betrieben von, Gehostet von',
    supplier: 'Lieferant, Hersteller, Anbieter, Softwarehersteller, Dienstleister',
    site: 'Standort, Rechenzentrum, Betriebsort, Ort, Serverstandort',
    kind: 'Art, Typ',
    dependsOn: 'Abhängig von, Hängt ab von, Abhängigkeiten, Benötigt',
    network: 'Netz, Netzwerk',
    dataset:
      'Datenbestand, Datensatzart, Daten, Datenobjekt, Datenkategorie, Informationswert, Datenart, Inhalt',
    purpose: 'Zweck, Verwendungszweck, Beschreibung, Funktion, Verarbeitungszweck',
    criticality: 'Kritikalität, Schutzbedarf, Wichtigkeit',
    endOfLife:
      'Abkündigung, Lebensende, Ende der Lebensdauer, Wartungsende, Supportende, Außerbetriebnahme, Abschaltung',
    status: 'Zustand, Betriebsstatus, Lebenszyklus',
    backup: 'Datensicherung, Sicherung, Sicherungskopie',
    logging: 'Protokollierung, Protokoll, Revisionsprotokoll',
    reconciliation: 'Abgleich, Abstimmung, Datenabgleich, Kontrollsummen',
    monitoring: 'Überwachung',
    source:
      'Quelle, Quellsystem, Sender, Absender, Sendendes System, Von, Herkunft, Ausgangssystem, Von System',
    destination:
      'Ziel, Zielsystem, Empfänger, Empfangendes System, Nach, An, Empfängersystem, An System, Abnehmer',
    flow: 'Datenfluss, Schnittstelle, Verbindung, Datenstrom',
    method:
      'Übertragungsweg, Verfahren, Protokoll, Übertragungsart, Methode, Transportweg, Technik, Übertragung',
    frequency: 'Häufigkeit, Zeitplan, Turnus, Intervall, Frequenz',
    expectation:
      'Umfang, Erwartung, Vollständigkeit, Welche Datensätze, Erwartete Datensätze, Erwarteter Umfang',
    maximumDelay:
      'Maximale Verzögerung, Höchste Verzögerung, Max. Verzögerung, Maximale Laufzeit, Verzögerung, Zulässige Verzögerung, Frist, Zustellfrist, Höchstdauer',
    party: 'Person, Stelle, Wer, Beteiligter',
    role: 'Rolle, Verantwortung, Funktion',
    control: 'Kontrolle, Maßnahme, Schutzmaßnahme',
    state: 'Zustand, Vorhanden, Umgesetzt, Ergebnis',
    detail: 'Bemerkung, Anmerkung, Einzelheiten, Nachweis',
    text: 'Warnung, Hinweis, Meldung, Beschreibung, Vorfall',
    subject: 'Betrifft, Betroffenes System, Gegenstand',
    from: 'Gemeldet von, Gewarnt von, Verfasser, Von',
    to: 'Gemeldet an, An, Adressat',
    time: 'Zeitpunkt, Zeitstempel, Zeit, Datum und Uhrzeit, Datum/Uhrzeit, Uhrzeit, Ereigniszeit',
    date: 'Datum, Tag',
    day: 'Datum, Gemeldet am, Wann',
    peer: 'Gegenstelle, Partner, Kommunikationspartner, Partnersystem, Anderes System, Gegenseite, Fremdsystem, Entferntes System',
    event: 'Ereignis, Vorgang, Aktion, Aktivität, Ereignisart, Schritt, Tätigkeit',
    direction: 'Richtung, Ein/Aus, Eingang/Ausgang',
    message:
      'Nachrichten-ID, Nachrichtennummer, Nachricht, Nachrichtenkennung, Nachrichten-Nr, Meldungs-ID, Meldungsnummer, Telegrammnummer, Transaktionsnummer',
    record:
      'Patientennummer, Patienten-ID, Fallnummer, Patient, Versichertennummer, Datensatz, Datensatz-ID, Patientenkennung, Krankenversichertennummer, Aktenzeichen, Kennung',
    takenAt: 'Stand, Auszug vom, Stichtag, Extrahiert am',
    alias: 'Andere Kennung, Weitere Nummer, Zweite Nummer, Andere Nummer',
    current: 'Aktuelle Nummer, Neue Nummer, Gültige Nummer, Neue Kennung',
    superseded: 'Alte Nummer, Frühere Nummer, Ersetzte Nummer, Alte Kennung',
    siteAttribute: 'Standort, Klinik, Station, Einrichtung, Ort, Krankenhaus',
    versionAttribute: 'Schnittstellenversion, Softwareversion, Programmversion',
    typeAttribute: 'Nachrichtentyp, Typ, Art, Nachrichtenart, Dokumenttyp, Meldungstyp',
    errorAttribute: 'Fehler, Fehlertext, Fehlermeldung, Ablehnungsgrund',
  },
  events: {
    sent: 'gesendet, versendet, verschickt, abgeschickt, versandt, übermittelt, weitergeleitet, Ausgang, ausgehend, senden, Versand, raus',
    received: 'empfangen, erhalten, eingegangen, angekommen, Eingang, eingehend, Empfang, angenommen, rein',
    acknowledged: 'bestätigt, quittiert, Quittung, Bestätigung, Empfangsbestätigung',
    rejected: 'abgelehnt, zurückgewiesen, Fehler, fehlgeschlagen, abgewiesen, Ablehnung',
    filtered: 'gefiltert, unterdrückt, ausgefiltert, zurückgehalten, ausgeschlossen, herausgefiltert',
    queued: 'eingereiht, wartend, in Warteschlange, Warteschlange, zurückgestellt',
    filed: 'gespeichert, abgelegt, verbucht',
    deleted: 'gelöscht, entfernt',
    transformed: 'umgewandelt, konvertiert, transformiert',
    heartbeat: 'Lebenszeichen, Herzschlag, Bereitschaftsmeldung',
  },
  status: {
    live: 'produktiv, aktiv, in Betrieb, im Einsatz, läuft, in Produktion, bestehend, echt',
    planned: 'geplant, vorgesehen, in Planung, in Vorbereitung, zukünftig, künftig, in Aufbau',
    retired: 'abgeschaltet, stillgelegt, außer Betrieb, beendet, abgelöst, inaktiv',
  },
  expectation: {
    all: 'alle, alles, vollständig, alle Datensätze, komplett, sämtliche',
    filtered: 'gefiltert, teilweise, Auswahl, Teilmenge, einige, nach Regel',
    aggregated: 'aggregiert, zusammengefasst, Summen, verdichtet, nur Summen',
    unknown: 'unbekannt, unklar',
  },
  holding: {
    'system of record': 'führend, Original, Master',
    copy: 'Kopie, Abzug, Duplikat',
    cache: 'Zwischenspeicher',
    archive: 'Archiv',
    transit: 'Durchleitung, Transit',
  },
  roles: {
    controller: 'verantwortliche Stelle, Verantwortlicher im Sinne der DSGVO',
    processor: 'Auftragsverarbeiter',
    'sub-processor': 'Unterauftragsverarbeiter',
    'information asset owner': 'Informationseigner, Informationseigentümer',
    'business owner': 'Fachverantwortlicher',
    'it owner': 'IT-Verantwortlicher, technischer Verantwortlicher',
    owner: 'Eigentümer, Verantwortlicher, Eigner',
    supplier: 'Lieferant, Hersteller, Anbieter',
    host: 'Betreiber',
  },
  yes: 'ja, j, vorhanden, wahr, erledigt, umgesetzt',
  no: 'nein, nicht vorhanden, falsch, keine, kein, fehlt, keines',
  blank:
    'keine Angabe, k. A., unbekannt, offen, noch offen, zu klären, vakant, nicht bekannt, nicht erfasst, entfällt, niemand',
  units: { second: 'sek', minute: 'minute', hour: 'stund, std', day: 'tag, tage, tagen', week: 'woche' },
};
