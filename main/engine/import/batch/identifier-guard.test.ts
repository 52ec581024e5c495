import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issuesWithRows } from '../../evidence/rejected-rows';
import { findRecord } from '../../store/search';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { IdentifierGuard } from './identifier-guard';

describe('what is an identifier', () => {
  const guard = new IdentifierGuard((raw) => raw.replace(/\D/g, '').slice(0, 8).padEnd(16, '\0'));
  const p = 'p-3934333437363539';

  it('is any NHS number in a text, by its check digit, and what stands under a name for one', () => {
    expect([
      guard.text('Patient 943 476 5919, again 943-476-5919 or NHS9434765919.'),
      guard.text('9434765918 fails the check; 19434765919 and 0.9434765919 are other numbers; 01134960000'),
      guard.attributes(
        JSON.stringify({
          MRN: 'H94347659',
          'patient.nhsNumber': '9434765919',
          site: 'Ward 12',
          note: '943 476 5919',
          Patient: 'inpatient',
        }),
      ),
      guard.value({ text: 'about 9434765919', lines: [{ at: 'x' }] }),
    ]).toEqual([
      `Patient ${p}, again ${p} or NHS${p}.`,
      '9434765918 fails the check; 19434765919 and 0.9434765919 are other numbers; 01134960000',
      JSON.stringify({ MRN: p, 'patient.nhsNumber': p, site: 'Ward 12', note: p, Patient: 'inpatient' }),
      { text: `about ${p}`, lines: [{ at: 'x' }] },
    ]);
  });
});

describe('a pseudonymised case', () => {
  let test: TemporaryCase;
  beforeEach(() => {
    test = temporaryCase({});
  });
  afterEach(() => test.dispose());

  const hidden = ['9434765919', '943 476 5919', '943-476-5919', '9434765870', '943 476 5870', 'H1234567'];
  const head = 'Timestamp,Logged by,Event,Peer,Message id,NHS Number,MRN,Note';
  const at = '2023-01-01T00:00:00Z';
  const files: Readonly<Record<string, string>> = {
    'log.csv': [
      head,
      `${at},A,sent,B,m1,9434765919,H1234567,seen 943 476 5870`,
      `9434765870,A,sent,B,m2,1,H1234567,`,
      `${at},A,sent,B,m3,943 476 5919,H1234567,one,two`,
      'not a row 9434765919',
      `${at},A,943 476 5919,B,m4,1,,`,
      `${at},9434765919,sent,943-476-5919,m5,1,,`,
      '',
    ].join('\n'),
    'log.jsonl': `{"time":"${at}","system":"A","event":"sent","peer":"B","patient":{"nhsNumber":9434765919,"mrn":"H1234567"}}\n{"time":"${at}","system":"A","event":"sent","peer":"B"}\n{"nhs":9434765919 x}\n{"time":"943 476 5870","system":"A","event":"sent","peer":"B"}\n`,
    'warnings.csv': `Date,Concern,System\n2023-01-01,Letter of 943 476 5919 lost,A\n9434765870,Again,A\n`,
    'systems.csv': 'System,Owner,Supplier,Remarks\nA,Ann,S,see 943-476-5919\nB,9434765919,S,\n',
    'map.csv': 'old_nhs,new_nhs\n9434765919,9434765870\n9434765919,\n',
    'extract.csv': 'NHS Number,Hospital number,Surname\n9434765919,H1234567,Smith\n',
    'sheet.csv': `${head.replace('NHS Number', '9434765919')}\n`,
    'odd.csv': '9434765919;943 476 5870\n',
  };

  async function importAll(): Promise<string> {
    const said: string[] = [];
    for (const [name, text] of Object.entries(files))
      said.push(JSON.stringify(await test.importText(name, text)));
    return said.join('\n');
  }

  it('holds no identifier anywhere, in no file of it and in no word of its report', async () => {
    const report = await importAll();
    test.openCase.db.exec('PRAGMA main.wal_checkpoint(FULL)');
    const bytes = readdirSync(test.folder)
      .filter((name) => name.startsWith('test.whereabouts'))
      .map((name) => readFileSync(join(test.folder, name), 'latin1'));
    expect([
      hidden.filter((id) => [report, ...bytes].some((text) => text.includes(id))),
      report.includes('Identifiers in these columns are kept as pseudonyms too: \\"MRN\\", \\"Note\\".'),
    ]).toEqual([[], true]);
  });

  it('finds a record by its identifier in any spelling, and gives it one pseudonym wherever it stands', async () => {
    await importAll();
    const shown = findRecord(test.openCase, '943-476-5919')?.shown ?? '';
    const notes = test.all<{ json: string }>('SELECT json FROM attribute_set').map(({ json }) => json);
    const warning = test.all<{ text: string }>('SELECT text FROM warning ORDER BY id')[0]?.text;
    expect([
      findRecord(test.openCase, '9434765919')?.shown,
      findRecord(test.openCase, shown)?.shown,
      notes.some((json) => json.includes('"MRN":"p-') && json.includes('"Note":"seen p-')),
      warning,
    ]).toEqual([shown, shown, true, `Letter of ${shown} lost`]);
  });

  it('shows a rejected row by reading it from its file again', async () => {
    await importAll();
    const rows = await issuesWithRows(test.openCase, {});
    expect([
      test.all('SELECT count(*) AS stored FROM issue WHERE raw IS NOT NULL'),
      rows.filter((row) => row.file === 'log.csv').map((row) => [row.line, row.code, row.raw]),
    ]).toEqual([
      [{ stored: 0 }],
      [
        [3, 'bad-time', '9434765870,A,sent,B,m2,1,H1234567,'],
        [4, 'too-many-cells', `${at},A,sent,B,m3,943 476 5919,H1234567,one,two`],
        [5, 'short-row', 'not a row 9434765919'],
      ],
    ]);
  });
});
