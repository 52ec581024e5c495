import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { importedCase } from '../testing/imported-case';
import { listFindings } from './list-findings';

type Files = Readonly<Record<string, string>>;

/** "severity subject: file:line, …" of every finding of one code. */
async function told(code: string, files: Files): Promise<readonly string[]> {
  const test = await importedCase(files);
  try {
    return listFindings(test.openCase, readEstate(test.openCase.db))
      .filter((one) => one.code === code)
      .map(
        ({ severity, subject, evidence }) =>
          `${severity} ${subject}: ${evidence
            .map(({ file, line }) => `${file}:${line}`)
            .sort()
            .join(', ')}`,
      );
  } finally {
    test.remove();
  }
}

const lines = (...all: readonly string[]): string => all.join('\n');

/** A log of what one system sent, an hour apart. */
const oneWay = Array.from(
  { length: 40 },
  (_, index) => `${new Date(Date.UTC(2024, 0, 1, index)).toISOString()},Lab,sent,Record,m${index}`,
);

/** What a register in other words says, the findings it must give, and a near miss that must give none. */
const cases: readonly (readonly [
  code: string,
  files: Files,
  findings: readonly string[],
  nearMiss: Files,
])[] = [
  [
    'system-without-owner',
    { 'apps.csv': lines('Anwendung;Eigentümer;Hersteller', 'Labor;Ann;Acme', 'Archiv;;Acme') },
    ['high Archiv: apps.csv:3'],
    { 'apps.csv': lines('Anwendung;Hersteller', 'Labor;Acme', 'Archiv;Acme') },
  ],
  [
    'system-owner-not-recorded',
    { 'apps.csv': lines('Anwendung;Hersteller', 'Labor;Acme') },
    ['low Labor: apps.csv:2'],
    { 'apps.csv': lines('Anwendung;Eigentümer;Hersteller', 'Labor;;Acme') },
  ],
  [
    'dataset-without-controller',
    {
      'ropa.csv': lines(
        'Information Asset,Held in system,Data Controller,Third party processor',
        'Letters,EPR,,Bolt',
        'Results,LIS,Trust,',
      ),
    },
    ['high Letters: ropa.csv:2'],
    { 'ropa.csv': lines('Information Asset,Held in system,Third party processor', 'Letters,EPR,Bolt') },
  ],
  [
    'controller-conflict',
    {
      'a.csv': lines('Dataset,Held in,Controller', 'Letters,EPR,Trust A'),
      'b.csv': lines('Dataset,Role,Party', 'Letters,Data controller,Practice B'),
    },
    ['high Letters in EPR: a.csv:2, b.csv:2'],
    {
      'a.csv': lines('Dataset,Held in,Controller', 'Letters,EPR,Trust A (RXX)'),
      'b.csv': lines('Dataset,Role,Party', 'Letters,Data controller,RXX'),
    },
  ],
  [
    'owner-conflict',
    {
      'a.csv': lines('Application,Business owner', 'EPR,"Smith, A. (Dr)"'),
      'b.csv': lines('Application,Business owner', 'EPR,Dr B. Smith'),
    },
    ['high EPR: a.csv:2, b.csv:2'],
    {
      'a.csv': lines('Application,Business owner', 'EPR,"Smith, A. (Dr)"'),
      'b.csv': lines('Application,Business owner,IT owner', 'EPR,Dr A. Smith,Ben'),
    },
  ],
  [
    'processor-as-owner',
    {
      'apps.csv': lines('Application,Owner', 'EPR,Bolt Ltd'),
      'ropa.csv': lines(
        'Information Asset,Held in system,Data Controller,Data Processor',
        'Letters,EPR,Trust,Bolt Limited',
      ),
    },
    ['high EPR: apps.csv:2, ropa.csv:2'],
    {
      'apps.csv': lines('Application,Owner,Vendor', 'EPR,Trust,Bolt Ltd'),
      'ropa.csv': lines(
        'Information Asset,Held in system,Data Controller,Data Processor',
        'Letters,EPR,Trust,Bolt Ltd',
      ),
    },
  ],
  [
    'one-person-siro-and-guardian',
    {
      'roles.csv': lines(
        'System,Role,Person',
        'EPR,SIRO,Dr A. Smith',
        'LIS,Caldicott Guardian,"SMITH, A. (Dr)"',
      ),
    },
    ['medium Dr A. Smith: roles.csv:2, roles.csv:3'],
    {
      'roles.csv': lines('System,Role,Person', 'EPR,SIRO,Dr A. Smith', 'LIS,Caldicott Guardian,Dr B. Smith'),
    },
  ],
  [
    'one-person-siro-and-guardian',
    {
      'board.csv': lines(
        'Organisation,Role,Name',
        'Foo Trust,Senior Information Risk Owner,Dr Ann Smith',
        'Foo Trust (RXX),Caldicott Guardian,"Smith, Ann (Dr)"',
      ),
    },
    ['medium Dr Ann Smith: board.csv:2, board.csv:3'],
    {
      'board.csv': lines(
        'Organisation,Role,Name',
        'Foo Trust,Senior Information Risk Owner,Dr Ann Smith',
        'Foo Trust,Caldicott Guardian,Dr Anne Smith',
      ),
    },
  ],
  [
    'dataset-without-owner',
    {
      'raci.csv': lines(
        'Information asset,Head of Pathology,IT Manager,IG Lead',
        'Results,A,R,C',
        'Images,R,C,I',
      ),
    },
    ['high Images: raci.csv:3'],
    {
      'raci.csv': lines(
        'Information asset,Head of Pathology,IT Manager,IG Lead',
        'Results,A,R,C',
        'Images,R,C,A',
      ),
    },
  ],
  [
    'no-information-asset-owner',
    {
      'assets.csv': lines(
        'Datenbestand;Gespeichert in;Informationseigentümer',
        'Befunde;Labor;',
        'Briefe;Labor;Ann',
      ),
    },
    ['medium Befunde in Labor: assets.csv:2'],
    {
      'assets.csv': lines(
        'Datenbestand;Gespeichert in;Informationseigentümer',
        'Befunde;Labor;',
        'Briefe;Labor;Ann',
      ),
      'roles.csv': lines('Jeu de données;Rôle;Nom', "Befunde;Propriétaire de l'information;Ben"),
    },
  ],
  [
    'several-systems-of-record',
    {
      'a.csv': lines('Datenbestand;Führendes System', 'Befunde;Labor'),
      'b.csv': lines('Datenbestand;Führendes System', 'Befunde;KIS'),
    },
    ['medium Befunde: a.csv:2, b.csv:2'],
    {
      'a.csv': lines('Datenbestand;Führendes System', 'Befunde;Labor'),
      'b.csv': lines('Data set,Held in,Role of system', 'Befunde,KIS,copy'),
    },
  ],
  [
    'no-backup',
    {
      'apps.csv': lines(
        'Anwendung;Eigentümer;Datensicherung',
        'Labor;Ann;keine',
        'Archiv;Ann;geplant 2027',
        'KIS;Ann;',
      ),
    },
    ['high Archiv: apps.csv:3', 'high Labor: apps.csv:2'],
    {
      'apps.csv': lines(
        'Anwendung;Eigentümer;Datensicherung',
        'Labor;Ann;täglich',
        'Archiv;Ann;',
        'KIS;Ann;unbekannt',
      ),
    },
  ],
  [
    'control-conflict',
    {
      'a.csv': lines('System,Owner,Backed up', 'EPR,Ann,Nightly'),
      'b.csv': lines('System,Owner,Backed up', 'EPR,Ann,Not since 2021'),
    },
    ['medium EPR: backup: a.csv:2, b.csv:2'],
    {
      'a.csv': lines('System,Owner,Backed up', 'EPR,Ann,Nightly'),
      'b.csv': lines('System,Owner,Backed up', 'EPR,Ann,'),
    },
  ],
  [
    'end-of-life-with-live-flows',
    {
      'apps.csv': lines('Application,Owner,Support ends', 'Old PAS,Ann,31 March 2020', 'EPR,Ann,'),
      'links.csv': lines('From system,To system,State', 'Old PAS,EPR,In use'),
    },
    ['high Old PAS: apps.csv:2, links.csv:2'],
    {
      'apps.csv': lines('Application,Owner,Support ends', 'Old PAS,Ann,31 March 2020', 'EPR,Ann,'),
      'links.csv': lines('From system,To system,State', 'Old PAS,EPR,Decommissioned 2019'),
    },
  ],
  [
    'planned-flow-without-owner',
    {
      'links.csv': lines(
        'Source system,Target system,Stage,Data processor,Flow owner',
        'A,Cloud,Proposed,Bolt,',
      ),
    },
    ['high A > Cloud: links.csv:2'],
    {
      'links.csv': lines(
        'Source system,Target system,Stage,Data processor,Flow owner',
        'A,Cloud,Proposed,,Ann',
      ),
    },
  ],
  [
    'planned-flow-unspecified',
    {
      'links.csv': lines(
        'Source system,Target system,Stage,Scope of records,Protocol',
        'A,Cloud,Proposed,all,',
      ),
    },
    ['low A > Cloud: links.csv:2'],
    {
      'links.csv': lines(
        'Source system,Target system,Stage,Scope of records,Protocol',
        'A,Cloud,Proposed,all,FHIR R4',
      ),
    },
  ],
  [
    'sources-differ',
    {
      'a.csv': lines('Application,Owner,Vendor', 'EPR,Ann,Acme'),
      'b.csv': lines('Application,Owner,Vendor', 'EPR,Ann,Bolt'),
    },
    ['low EPR: a.csv:2, b.csv:2'],
    {
      'a.csv': lines('Application,Owner,Vendor', 'EPR,Ann,Marks & Co Ltd'),
      'b.csv': lines('Application,Owner,Vendor', 'EPR,Ann,MARKS AND CO LIMITED'),
    },
  ],
  [
    'system-not-in-inventory',
    {
      'apps.csv': lines('Application,Owner', 'EPR,Ann'),
      'links.csv': lines('Source system,Target system', 'EPR,Shadow database'),
    },
    ['low Shadow database: links.csv:2'],
    {
      'apps.csv': lines('Application,Short name,Owner', 'EPR,,Ann', 'Data Warehouse,DWH,Ann'),
      'links.csv': lines('Source system,Target system', 'EPR,DWH'),
    },
  ],
  [
    'sites-share-a-dependency',
    {
      'apps.csv': lines('Application,Owner,Data Centre', 'EPR,Ann,North', 'PAS,Ann,South'),
      'sites.csv': lines(
        'Data centre,Type,Relies on',
        'North,site,Core firewall',
        'South,site,Core firewall',
      ),
    },
    ['medium Core firewall: apps.csv:2, apps.csv:3, sites.csv:2, sites.csv:3'],
    {
      'apps.csv': lines('Application,Owner,Data Centre', 'EPR,Ann,North', 'PAS,Ann,South'),
      'sites.csv': lines(
        'Data centre,Type,Behind firewall',
        'North,site,Firewall N',
        'South,site,Firewall S',
      ),
    },
  ],
  [
    'log-of-one-direction',
    {
      'a.csv': lines('Time,Logged by,Action,Other system,Message id', ...oneWay),
    },
    ['information Lab: a.csv:41'],
    {
      'a.csv': lines(
        'Time,Logged by,Action,Other system,Message id',
        ...oneWay,
        '2024-01-03T00:00:00Z,Lab,received,Record,r1',
      ),
    },
  ],
];

it.each(cases)(
  '%s is found in a register of other words, with its lines, and not in a near miss',
  async (code, files, findings, nearMiss) => {
    expect({ found: [...(await told(code, files))].sort(), nearMiss: await told(code, nearMiss) }).toEqual({
      found: findings,
      nearMiss: [],
    });
  },
);

it('a log that shows one direction only is not called cut off', async () => {
  const files = { 'a.csv': lines('Time,Logged by,Action,Other system,Message id', ...oneWay) };
  expect(await told('log-perhaps-truncated', files)).toEqual([]);
});
