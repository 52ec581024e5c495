import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvImporter } from '../../../csv/csv-importer';
import { readWith } from '../../../testing/collect';
import { describeFacts } from '../../../testing/describe-facts';
import { delaySecondsOf } from '../delay-seconds';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One estate's sheets as the people of a country would type them. */
interface Sheets {
  readonly systems: string;
  readonly flows: string;
  readonly datasets: string;
  readonly log: string;
  /** live, filtered, 2 hours, yes; sent, received, rejected, heartbeat. */
  readonly words: string;
}

const english: Sheets = {
  systems: 'System;Owner;Supplier;Data centre;Backup',
  flows: 'Source system;Destination system;Dataset;Status;Expectation;Max delay',
  datasets: 'Dataset;System of record;Controller;Processor',
  log: 'Timestamp;Logged by;Event;Peer;Message id;Patient number;Message type;Error',
  words: 'live;filtered;2 hours;yes;sent;received;rejected;heartbeat',
};

const sheets: Readonly<Record<string, Sheets>> = {
  German: {
    systems: 'Anwendung;Eigentümer;Hersteller;Rechenzentrum;Datensicherung',
    flows: 'Quellsystem;Zielsystem;Datenbestand;Betriebsstatus;Umfang;Max. Verzögerung',
    datasets: 'Datenbestand;Führendes System;Verantwortliche Stelle;Auftragsverarbeiter',
    log: 'Zeitpunkt;Protokolliert von;Ereignis;Gegenstelle;Nachrichten-ID;Patientennummer;Nachrichtentyp;Fehler',
    words: 'produktiv;gefiltert;2 Stunden;ja;gesendet;empfangen;abgelehnt;Lebenszeichen',
  },
  'German without umlauts': {
    systems: 'Anwendung;Eigentuemer;Hersteller;Rechenzentrum;Datensicherung',
    flows: 'Quellsystem;Zielsystem;Datenbestand;Betriebsstatus;Umfang;Max. Verzoegerung',
    datasets: 'Datenbestand;Fuehrendes System;Verantwortliche Stelle;Auftragsverarbeiter',
    log: 'Zeitpunkt;Protokolliert von;Ereignis;Gegenstelle;Nachrichten-ID;Patientennummer;Nachrichtentyp;Fehler',
    words: 'in Betrieb;gefiltert;2 Std.;ja;uebermittelt;eingegangen;zurueckgewiesen;Herzschlag',
  },
  French: {
    systems: 'Application;Propriétaire;Éditeur;Centre de données;Sauvegarde',
    flows: 'Système source;Système cible;Jeu de données;Statut;Périmètre;Délai maximal',
    datasets: 'Jeu de données;Système maître;Responsable de traitement;Sous-traitant',
    log: "Horodatage;Enregistré par;Événement;Système distant;Identifiant du message;Numéro patient;Type de message;Message d'erreur",
    words: 'en production;filtré;2 heures;oui;envoyé;reçu;rejeté;battement',
  },
  Spanish: {
    systems: 'Aplicación;Propietario;Proveedor;Centro de datos;Copia de seguridad',
    flows: 'Sistema origen;Sistema destino;Conjunto de datos;Estado;Alcance;Retraso máximo',
    datasets: 'Conjunto de datos;Sistema maestro;Responsable del tratamiento;Encargado del tratamiento',
    log: 'Fecha y hora;Registrado por;Suceso;Sistema remoto;ID de mensaje;Número de paciente;Tipo de mensaje;Error',
    words: 'activo;filtrado;2 horas;sí;enviado;recibido;rechazado;latido',
  },
  Italian: {
    systems: 'Applicazione;Referente;Fornitore;Centro dati;Copia di sicurezza',
    flows: 'Sistema sorgente;Sistema destinazione;Insieme di dati;Stato;Ambito;Ritardo massimo',
    datasets: 'Insieme di dati;Sistema principale;Titolare del trattamento;Responsabile del trattamento',
    log: 'Data e ora;Registrato da;Evento;Controparte;ID messaggio;Numero paziente;Tipo di messaggio;Errore',
    words: 'attivo;filtrato;2 ore;sì;inviato;ricevuto;rifiutato;battito',
  },
  Portuguese: {
    systems: 'Aplicação;Responsável;Fornecedor;Centro de dados;Cópia de segurança',
    flows: 'Sistema de origem;Sistema de destino;Conjunto de dados;Estado;Âmbito;Atraso máximo',
    datasets: 'Conjunto de dados;Sistema mestre;Responsável pelo tratamento;Subcontratante',
    log: 'Data e hora;Registado por;Evento;Contraparte;ID da mensagem;Número de utente;Tipo de mensagem;Erro',
    words: 'ativo;filtrado;2 horas;sim;enviado;recebido;rejeitado;sinal de vida',
  },
  Dutch: {
    systems: 'Applicatie;Eigenaar;Leverancier;Datacentrum;Back-up',
    flows: 'Bronsysteem;Doelsysteem;Gegevensset;Status;Volledigheid;Maximale vertraging',
    datasets: 'Gegevensset;Bronregistratie;Verwerkingsverantwoordelijke;Verwerker',
    log: 'Tijdstip;Vastgelegd door;Gebeurtenis;Ander systeem;Berichtnummer;Patiëntnummer;Berichttype;Foutmelding',
    words: 'in gebruik;gefilterd;2 uur;ja;verzonden;ontvangen;geweigerd;hartslag',
  },
  Swedish: {
    systems: 'Systemnamn;Ägare;Leverantör;Datahall;Säkerhetskopiering',
    flows: 'Källsystem;Målsystem;Datamängd;Status;Omfattning;Högsta fördröjning',
    datasets: 'Datamängd;Huvudsystem;Personuppgiftsansvarig;Personuppgiftsbiträde',
    log: 'Tidpunkt;Loggat av;Händelse;Motpart;Meddelande-ID;Patientnummer;Meddelandetyp;Fel',
    words: 'i drift;filtrerad;2 timmar;ja;skickat;mottaget;avvisat;hjärtslag',
  },
  Danish: {
    systems: 'Systemnavn;Ejer;Leverandør;Datacenter;Sikkerhedskopi',
    flows: 'Kildesystem;Målsystem;Datasæt;Status;Omfang;Maksimal forsinkelse',
    datasets: 'Datasæt;Mastersystem;Dataansvarlig;Databehandler',
    log: 'Tidspunkt;Logget af;Hændelse;Modpart;Besked-ID;Patientnummer;Beskedtype;Fejl',
    words: 'i drift;filtreret;2 timer;ja;sendt;modtaget;afvist;hjerteslag',
  },
  Norwegian: {
    systems: 'Systemnavn;Eier;Leverandør;Datasenter;Sikkerhetskopi',
    flows: 'Kildesystem;Målsystem;Datasett;Status;Omfang;Maks forsinkelse',
    datasets: 'Datasett;Mastersystem;Behandlingsansvarlig;Databehandler',
    log: 'Tidspunkt;Logget av;Hendelse;Motpart;Meldings-ID;Pasientnummer;Meldingstype;Feil',
    words: 'i drift;filtrert;2 timer;ja;sendt;mottatt;avvist;hjerteslag',
  },
  Finnish: {
    systems: 'Järjestelmä;Omistaja;Toimittaja;Konesali;Varmuuskopiointi',
    flows: 'Lähdejärjestelmä;Kohdejärjestelmä;Tietoaineisto;Tila;Laajuus;Enimmäisviive',
    datasets: 'Tietoaineisto;Pääjärjestelmä;Rekisterinpitäjä;Käsittelijä',
    log: 'Aikaleima;Kirjaaja;Tapahtuma;Vastapuoli;Viestitunnus;Potilasnumero;Viestityyppi;Virhe',
    words: 'käytössä;suodatettu;2 tuntia;kyllä;lähetetty;vastaanotettu;hylätty;elonmerkki',
  },
  Polish: {
    systems: 'Nazwa systemu;Właściciel;Dostawca;Centrum danych;Kopia zapasowa',
    flows: 'System źródłowy;System docelowy;Zbiór danych;Status;Zakres;Maksymalne opóźnienie',
    datasets: 'Zbiór danych;System nadrzędny;Administrator danych;Podmiot przetwarzający',
    log: 'Znacznik czasu;Zapisane przez;Zdarzenie;System zdalny;Identyfikator komunikatu;Numer pacjenta;Typ komunikatu;Błąd',
    words: 'aktywny;filtrowane;2 godziny;tak;wysłano;odebrano;odrzucono;puls',
  },
  Welsh: {
    systems: 'Rhaglen;Perchennog;Cyflenwr;Canolfan ddata;Copi wrth gefn',
    flows: 'System ffynhonnell;System cyrchfan;Set ddata;Statws;Cwmpas;Oedi mwyaf',
    datasets: 'Set ddata;Prif system;Rheolydd data;Prosesydd data',
    log: 'Amser;Cofnodwyd gan;Digwyddiad;System arall;Rhif neges;Rhif claf;Math o neges;Gwall',
    words: 'byw;hidlwyd;2 awr;oes;anfonwyd;derbyniwyd;gwrthodwyd;curiad',
  },
};

let files = 0;
async function read(lines: readonly string[]) {
  const path = join(folder, `sheet-${files++}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return readWith(csvImporter, path);
}

async function answersOf({ systems, flows, datasets, log, words }: Sheets) {
  const [live, filtered, delay, yes, sent, received, rejected, alive] = words.split(';');
  const inventories = [
    [systems, `Lab;Jo;Acme;North;${yes}`],
    [flows, `Lab;Records;Results;${live};${filtered};${delay}`],
    [datasets, 'Results;Lab;Trust;Acme'],
  ];
  const facts: (readonly string[])[] = [];
  for (const lines of inventories) facts.push(describeFacts((await read(lines)).facts));
  const { events } = await read([
    log,
    `2023-05-01T10:00:00Z;Lab;${sent};Records;m1;4505577104;RES;`,
    `2023-05-01T10:00:05Z;Records;${received};Lab;m1;4505577104;RES;`,
    `2023-05-01T10:00:06Z;Records;${rejected};Lab;m2;4505577104;RES;no such ward`,
    `2023-05-01T11:00:00Z;Lab;${alive};;;;;`,
  ]);
  return { facts, events: events.map(({ activity, ...event }) => event) };
}

describe('sheets and logs in other languages', () => {
  it.each(Object.keys(sheets))('in %s say what they say in English', async (language) => {
    expect(await answersOf(sheets[language] as Sheets)).toEqual(await answersOf(english));
  });

  it('change nothing in a sheet whose headers are words of English', async () => {
    const systems = await read(['Service;Owner;A;I;Post;At', 'Lab;Jo;x;y;z;1']);
    const { events } = await read([
      'Time;System;Service;Local;Event;Peer',
      '2023-05-01T10:00:00Z;Lab;Blood;yes;sent;Records',
    ]);
    expect([
      describeFacts(systems.facts).filter((fact) => /exists|owner/.test(fact)),
      events[0]?.attributes,
    ]).toEqual([['system Lab: owner Jo'], { Service: 'Blood', Local: 'yes' }]);
  });

  it.each([
    ['30', 'Maximale Verzögerung (Stunden)', 108_000],
    ['30', "Délai d'acheminement", 1800],
    ['1,5', 'Retraso máximo en días', 129_600],
    ['90 sekund', 'Maksymalne opóźnienie', 90],
    ['2 Tage', 'Frist', 172_800],
    ['45 minuuttia', 'Viive', 2700],
    ['bald', 'Frist', null],
    ['3 Wagen', 'Frist', null],
  ] as const)('read a delay of "%s" under "%s" as %s seconds', (text, header, seconds) => {
    expect(delaySecondsOf(text, header)).toBe(seconds);
  });
});
