import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvImporter } from '../csv/csv-importer';
import { detectImporter } from '../detect/detect-importer';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { describeFacts } from '../testing/describe-facts';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function written(lines: readonly string[]): string {
  const path = join(folder, `table-${files++}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** What a sheet states, as anyone would read it who has the sheet alone. */
async function factsOf(lines: readonly string[]): Promise<readonly string[]> {
  return describeFacts((await readWith(csvImporter, written(lines))).facts);
}

async function kindOf(lines: readonly string[]): Promise<string | null> {
  const found = detectImporter(await probeFile({ path: written(lines) }));
  return found?.detection.mapping?.kind ?? null;
}

describe('the kind of a table', () => {
  it.each([
    ['datasets', ['Dataset,System,Data Controller,Information Asset Owner', 'Results,LIS,T,Ann']],
    ['datasets', ['System,Dataset,Owner', 'LIS,Results,Ann', 'LIS,Orders,Bob']],
    [
      'datasets',
      ['Asset Name,System,Information Asset Owner,Storage Location,Backup', 'Letters,EPR,Jo,North,Yes'],
    ],
    [
      'systems',
      ['System,Site,Datasets,Owner,Backup', 'EPR,North,Letters,Jo,Yes', 'LIS,South,Results,Ann,No'],
    ],
    ['datasets', ['Dataset,System,Role,Owner', 'Results,LIS,System of record,Ann', 'Results,DW,copy,Bob']],
    [
      'responsibilities',
      ['Dataset,System,Role,Owner', 'Results,LIS,Data controller,T', 'Results,LIS,IAO,Ann'],
    ],
    [
      'organisations',
      [
        'A1001,Elm Surgery,Y1,QA,1 Elm Road,,,,,TS1 1AA,19740401,,A,B,16C,20130401,,01632 960001',
        'A1003,Oak Surgery,Y1,QA,2 Oak Road,,,,,TS2 2BB,19740401,20171031,C,B,00K,20130401,20171031',
      ],
    ],
    ['systems', ['Application Name;Vendor;Hosting', 'EPR;Acme;DC North']],
    ['flows', ['Source application,Destination application,Content', 'EPR,GP,Letters']],
    ['flows', ['Interface,Data,Status', 'EPR to PAS,Letters,live']],
    ['controls', ['Flow from,Flow to,Control,Status', 'A,B,Recon,In place']],
    ['sites', ['Data Centre,Firewall,Network', 'North,FW1,N3']],
    ['sites', ['Name,Type,Depends on', 'Quay House,Data centre,Core']],
    ['warnings', ['Date raised,Issue raised,Reported by,Affected system', '2022-03-01,Lost,Ann,EPR']],
    ['crosswalk', ['old_nhs,new_nhs', '9434765919,9434765870']],
    ['crosswalk', ['PAS ID,EPR ID', '1,2']],
    ['extract', ['Hospital No,Forename,Surname', 'H1,A,B']],
    ['log', ['case id,activity,timestamp', '1,register,2023-01-01T00:00:00Z']],
    ['log', ['wann,wer,was,mit', '2023-01-01T00:00:00Z,A,Gesendet,B', '2023-01-01T00:00:01Z,B,Empfangen,A']],
    [null, ['Name,Email,Telephone', 'Ann,a@b.example,1']],
    [null, ['Item,Price,Qty', 'A,1,2']],
    [null, ['name,type,version', 'left-pad,library,1.0']],
    [null, ['2023-01-01T00:00:00Z,A,sent,B,m1', '2023-01-01T00:00:01Z,B,received,A,m1']],
  ])('%s: %j', async (kind, lines) => {
    expect(await kindOf(lines)).toBe(kind);
  });
});

describe('a sheet as people make it', () => {
  it('has a header over two rows, a total and a note below, and blank rows that count for nothing', async () => {
    const read = await readWith(
      csvImporter,
      written([
        'System,Ownership,,Hosting,',
        ',IAO,IAA,Supplier,Site',
        'EPR,Ann,Bob,Acme,DC1',
        ',,,,',
        '   ',
        'Total,1,,,',
        'Source: informatics,,,,',
      ]),
    );
    expect([
      read.accepted,
      read.rejections.map((r) => `${r.line} ${r.code}`),
      describeFacts(read.facts),
    ]).toEqual([
      1,
      ['6 footer', '7 footer'],
      [
        'system EPR',
        'system EPR: supplier = Acme',
        'system EPR: site = DC1',
        'system EPR: information asset owner Ann',
        'system EPR: information asset administrator Bob',
      ],
    ]);
  });

  it('names its organisation once, which outranks a column of functions', async () => {
    expect(
      await factsOf([
        'Trust: Northmoor',
        'Business function,Information Asset,Data Controller',
        'HR,Staff,T',
      ]),
    ).toEqual([
      'dataset Staff',
      'dataset Staff: controller T',
      'dataset Staff: organisation = Northmoor',
      'dataset Staff: "Business function" = HR',
    ]);
  });

  it('lists several names in a cell, but a comma inside a name parts nothing', async () => {
    expect(
      await factsOf([
        'System,Datasets,Depends on',
        'EPR,"Results, Letters","SQL Cluster, AD"',
        'PAS,"Letters, outpatient",',
      ]),
    ).toEqual([
      'system EPR',
      'Results @ EPR',
      'Letters @ EPR',
      'system EPR needs system SQL Cluster',
      'system EPR needs system AD',
      'system PAS',
      'Letters, outpatient @ PAS',
    ]);
  });

  it('says both ends of a flow in one cell, and where systems send to', async () => {
    expect([
      await factsOf([
        'Flow,Dataset,Status',
        'EPR > PAS,Letters,Decommissioned 2022',
        'PAS → GP,Letters,Proposed (phase 2)',
      ]),
      await factsOf(['System Name,Interfaces to,Owner', 'EPR,PAS; LIS,Ann']),
    ]).toEqual([
      [
        'EPR > PAS [Letters]',
        'EPR > PAS [Letters]: status = retired',
        'PAS > GP [Letters]',
        'PAS > GP [Letters]: status = planned',
      ],
      ['system EPR', 'system EPR: owner Ann', 'EPR > PAS', 'EPR > LIS'],
    ]);
  });

  it('holds roles over data for the data, also in a list of systems', async () => {
    expect(
      await factsOf(['System,Supplier,Owner,Datasets,Data Controller', 'LIS,Acme,Ann,Results,T']),
    ).toEqual([
      'system LIS',
      'system LIS: supplier = Acme',
      'system LIS: owner Ann',
      'system LIS: controller T',
      'Results @ LIS',
      'Results @ LIS: controller T',
    ]);
  });

  it('answers of controls what it answers, and leaves open what it does not', async () => {
    expect(
      await factsOf([
        'System,Backup,Audit trail,Recon check,Monitoring',
        'A,Daily,No,,n/k',
        'B,None known,Planned,Yes,-',
      ]),
    ).toEqual([
      'system A',
      'system A: backup present (Daily)',
      'system A: logging absent',
      'system A: reconciliation not recorded',
      'system A: monitoring not recorded (n/k)',
      'system B',
      'system B: backup absent (None known)',
      'system B: logging absent (Planned)',
      'system B: reconciliation present',
      'system B: monitoring not recorded (-)',
    ]);
  });

  it('puts sites behind a network, and dates a warning by its day in any zone', async () => {
    expect([
      await factsOf(['Data Centre,Firewall', 'North,FW1', 'South,FW1']),
      await factsOf(['Date,Concern,System,Raised by,Raised to', '31/07/2022,Letters missing,EPR,Ann,Board']),
    ]).toEqual([
      [
        'site North',
        'site North needs site FW1',
        'site FW1: siteKind = network',
        'site South',
        'site South needs site FW1',
        'site FW1: siteKind = network',
      ],
      ['warning 2022-07-31: Letters missing, about EPR, from Ann to Board'],
    ]);
  });
});

describe('a register of data', () => {
  it('says of the one system that holds an asset where it stands and whether it is backed up', async () => {
    const header = 'Asset Name,System,Information Asset Owner,Storage Location,Backup Frequency,Audit trail';
    expect(
      await factsOf([header, 'Letters,EPR,Jo,North,Nightly,No', 'Results,LIS; Portal,Ann,,None,']),
    ).toEqual([
      'dataset Letters',
      'Letters @ EPR',
      'Letters @ EPR: information asset owner Jo',
      'system EPR: site = North',
      'system EPR: backup present (Nightly)',
      'system EPR: logging absent',
      'dataset Results',
      'Results @ LIS',
      'Results @ LIS: information asset owner Ann',
      'Results @ Portal',
      'Results @ Portal: information asset owner Ann',
    ]);
  });
});

describe('who is accountable', () => {
  it('is the owner in a RACI matrix, where each other column is a party', async () => {
    expect(
      await factsOf(['Information asset,Leo,Maya,Board', 'Results,A,R,I', 'Letters,A/R,A,C', 'Images,,R,I']),
    ).toEqual([
      'dataset Results',
      'dataset Results: owner Leo',
      'dataset Results: owner left blank',
      'dataset Results: "RACI responsible" = Maya',
      'dataset Results: owner left blank',
      'dataset Results: "RACI informed" = Board',
      'dataset Letters',
      'dataset Letters: owner Leo',
      'dataset Letters: "RACI responsible" = Leo',
      'dataset Letters: owner Maya',
      'dataset Letters: owner left blank',
      'dataset Letters: "RACI consulted" = Board',
      'dataset Images',
      'dataset Images: owner left blank',
      'dataset Images: "RACI responsible" = Maya',
      'dataset Images: owner left blank',
      'dataset Images: "RACI informed" = Board',
    ]);
  });

  it('is the owner in a list of roles by RACI letters, and the column of that name elsewhere', async () => {
    expect([
      await factsOf(['Dataset,RACI,Name', 'Results,A,Leo', 'Results,Consulted,Maya', 'Letters,R,Bo']),
      await factsOf(['Data asset,Responsible,Accountable,Informed', 'Results,Lab team,Leo,Board']),
    ]).toEqual([
      [
        'dataset Results',
        'dataset Results: owner Leo',
        'dataset Results',
        'dataset Results: owner left blank',
        'dataset Results: "RACI consulted" = Maya',
        'dataset Letters',
        'dataset Letters: owner left blank',
        'dataset Letters: "RACI responsible" = Bo',
      ],
      [
        'dataset Results',
        'dataset Results: owner Leo',
        'dataset Results: "Responsible" = Lab team',
        'dataset Results: "Informed" = Board',
      ],
    ]);
  });

  it('is not told by columns of red, amber and green', async () => {
    expect(await factsOf(['Dataset,January,February', 'Results,R,A', 'Letters,A,R'])).toEqual([
      'dataset Results',
      'dataset Results: "January" = R',
      'dataset Results: "February" = A',
      'dataset Letters',
      'dataset Letters: "January" = A',
      'dataset Letters: "February" = R',
    ]);
  });

  it('leaves no gap where a processor or joint controller is said not to be there', async () => {
    const header = 'Dataset,Data Processor,Joint controller (if applicable),Data Controller';
    expect(await factsOf([header, 'Results,N/A,,Trust', 'Letters,,None,TBC'])).toEqual([
      'dataset Results',
      'dataset Results: controller Trust',
      'dataset Results: "Data Processor" = N/A',
      'dataset Letters',
      'dataset Letters: controller left blank',
      'dataset Letters: "Joint controller (if applicable)" = None',
      'dataset Letters: processor left blank',
    ]);
  });
});

describe('a log', () => {
  const eventsOf = async (lines: readonly string[]) => {
    const { events, notes, rejected } = await readWith(csvImporter, written(lines));
    const shown = events.map(({ system, kind, peer, message }) => `${system} ${kind} ${peer} ${message}`);
    return { shown, notes, rejected, events };
  };

  it('may name both ends of each message in one cell: a receipt is the destination\u2019s line', async () => {
    const { shown, notes, events } = await eventsOf([
      'Timestamp,Flow,Message ID,Event',
      '2024-03-01T10:00:00Z,PAS>EPR,M1,sent',
      '2024-03-01T10:00:05Z,PAS -> EPR,M1,received',
      '2024-03-01T10:02:00Z,EPR to PAS,M2,sent',
      '2024-03-01T10:03:00Z,all,M3,sent',
    ]);
    expect(shown).toEqual(['PAS sent EPR M1', 'EPR received PAS M1', 'EPR sent PAS M2', 'null sent null M3']);
    expect(events.map(({ attributes }) => attributes)).toEqual([null, null, null, { Flow: 'all' }]);
    expect(notes.join()).not.toContain("file's name");
  });

  it('takes a sender\u2019s "Delivered" for a claim, and a "Success" beside a direction for no more than that', async () => {
    const { shown } = await eventsOf([
      'Timestamp,System,Direction,Other system,Message ID,Outcome',
      '2024-03-01T10:00:00Z,PAS,OUT,EPR,M1,Delivered',
      '2024-03-01T10:01:00Z,PAS,OUT,EPR,M2,Failed',
      '2024-03-01T10:02:00Z,PAS,OUT,EPR,M3,Success',
      '2024-03-01T10:03:00Z,EPR,IN,PAS,M1,OK',
    ]);
    expect(shown).toEqual([
      'PAS sent EPR M1',
      'PAS acknowledged EPR M1',
      'PAS sent EPR M2',
      'PAS rejected EPR M2',
      'PAS sent EPR M3',
      'EPR received PAS M1',
    ]);
    const asEvents = await eventsOf([
      'Timestamp,System,Event,Peer,Message ID',
      '2024-03-01T10:00:00Z,PAS,Sent,EPR,M1',
      '2024-03-01T10:00:03Z,PAS,Delivered,EPR,M1',
      '2024-03-01T10:00:04Z,PAS,Not delivered,EPR,M2',
    ]);
    expect(asEvents.shown.map((line) => line.split(' ')[1])).toEqual(['sent', 'acknowledged', 'step']);
    expect(asEvents.notes.join()).toContain('"Delivered" as acknowledged');
  });

  it('may write year, day and month: the numbers tell', async () => {
    const { events, rejected } = await eventsOf([
      'Message ID,From,To,Event,Timestamp',
      'M1,PAS,EPR,sent,2024/13/03 10:00',
      'M2,PAS,EPR,sent,2024/02/03 11:00',
    ]);
    expect([rejected, events.map(({ time }) => new Date((time ?? 0) / 1000).toISOString())]).toEqual([
      0,
      ['2024-03-13T10:00:00.000Z', '2024-03-02T11:00:00.000Z'],
    ]);
  });
});
