import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileReport, ImportReport } from '../../../shared/contract/import-methods';
import { type TemporaryCase, temporaryCase } from '../testing/temporary-case';
import { importFiles } from './import-files';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

const summary = (report: ImportReport) =>
  report.files.map(({ importer, kind, rows, accepted, rejected, issues }) => ({
    importer,
    kind,
    rows,
    accepted,
    rejected,
    issues: issues.map((i) => `${i.line} ${i.code}`),
  }));
const only = (report: ImportReport): FileReport => {
  const [file] = report.files;
  if (!file) throw new Error('no file was imported');
  return file;
};

const log = [
  'Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number,Site',
  '2023-01-01T00:00:00Z,A,sent,B,m1,9434765919,North',
  '2023-01-01T00:00:01Z,B,received,A,m1,943 476 5919,North',
  '',
].join('\n');
const events = () =>
  test.all(`SELECT e.line, e.time, s.name AS system, a.name AS event, a.kind, p.name AS peer, e.message, r.key AS record, t.json
    FROM event e LEFT JOIN system s ON s.id = e.system_id JOIN activity a ON a.id = e.activity_id
    LEFT JOIN system p ON p.id = e.peer_id LEFT JOIN record r ON r.id = e.record_id
    LEFT JOIN attribute_set t ON t.id = e.attributes_id ORDER BY e.id`);

describe('importing files', () => {
  it('stores each line of a log as an event, one record under all its spellings', async () => {
    expect(summary(await test.importText('log.csv', log))).toEqual([
      { importer: 'csv', kind: 'log', rows: 2, accepted: 2, rejected: 0, issues: [] },
    ]);
    const at = Date.UTC(2023, 0, 1) * 1000;
    const rest = { message: 'm1', record: '9434765919', json: '{"site":"North"}' };
    expect(events()).toEqual([
      { line: 2, time: at, system: 'A', event: 'sent', kind: 'sent', peer: 'B', ...rest },
      { line: 3, time: at + 1_000_000, system: 'B', event: 'received', kind: 'received', peer: 'A', ...rest },
    ]);
  });

  it('changes nothing when the same bytes come again under another name', async () => {
    await test.importText('log.csv', log);
    const before = test.all('SELECT count(*) AS events, max(id) AS last FROM event');
    const again = await test.importText('copy.csv', log);
    expect([only(again).importer, test.all('SELECT count(*) AS events, max(id) AS last FROM event')]).toEqual(
      ['already imported', before],
    );
  });

  it('counts every row as accepted or rejected and says why, in place', async () => {
    const bad = [
      'Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number,Site',
      '2023-13-45T99:00:00Z,A,sent,B,m1,1,North',
      '2023-01-01T00:00:00Z,A,sent,B,m2,2,North,one,two',
      'not a row',
      '2023-01-01T00:00:00Z,A,"sent,B,m3,3,North',
      '2023-01-01T00:00:02Z,A,sent,B,m4,4,North',
      '2023-01-01T00:00:03Z,A,se',
    ].join('\n');
    expect(summary(await test.importText('bad.csv', bad))).toEqual([
      {
        importer: 'csv',
        kind: 'log',
        rows: 6,
        accepted: 1,
        rejected: 5,
        issues: ['2 bad-time', '3 too-many-cells', '4 short-row', '5 unclosed-quote', '7 torn-line'],
      },
    ]);
  });

  it('reads the same log from UTF-16, Windows-1252, semicolons, tabs, gzip and JSON lines', async () => {
    const text = log.replaceAll('North', 'Zoë');
    const objects = [
      {
        time: '2023-01-01T00:00:00Z',
        system: 'A',
        event: 'sent',
        peer: 'B',
        messageId: 'm1',
        nhsNumber: '9434765919',
        site: 'Zoë',
      },
      {
        time: '2023-01-01T00:00:01Z',
        system: 'B',
        event: 'received',
        peer: 'A',
        messageId: 'm1',
        nhsNumber: '943 476 5919',
        site: 'Zoë',
      },
    ];
    const variants: Record<string, Buffer> = {
      'plain.csv': Buffer.from(text),
      'utf16.csv': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'bare-utf16.csv': Buffer.from(text, 'utf16le'),
      'western.csv': Buffer.from(text, 'latin1'),
      'bom.csv': Buffer.from(`\ufeff${text.replaceAll(',', ';').replaceAll('\n', '\r\n')}`),
      'tabs.tsv': Buffer.from(text.replaceAll(',', '\t')),
      'packed.csv.gz': gzipSync(text),
      'lines.jsonl': Buffer.from(objects.map((o) => `${JSON.stringify(o)}\n`).join('')),
      'list.json': Buffer.from(JSON.stringify(objects, null, 2)),
    };
    const read: Record<string, unknown> = {};
    for (const [name, content] of Object.entries(variants)) {
      const other = temporaryCase();
      await other.importText(name, content);
      read[name] = other.all(
        'SELECT e.time, e.message, t.json FROM event e JOIN attribute_set t ON t.id = e.attributes_id ORDER BY e.id',
      );
      other.dispose();
    }
    const at = Date.UTC(2023, 0, 1) * 1000;
    const expected = [
      { time: at, message: 'm1', json: '{"site":"Zoë"}' },
      { time: at + 1_000_000, message: 'm1', json: '{"site":"Zoë"}' },
    ];
    expect(read).toEqual(Object.fromEntries(Object.keys(variants).map((name) => [name, expected])));
  });

  it('gives one refusal for a file that cannot be read, and imports the rest', async () => {
    const paths = [
      test.file('empty.csv', ''),
      test.file('noise.bin', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))),
      test.file('poem.txt', 'Whose woods these are\nI think I know'),
      test.file('torn.csv.gz', gzipSync(log).subarray(0, 20)),
      test.file('log.csv', log),
    ];
    const report = await importFiles(
      test.openCase,
      [...paths, `${test.folder}/absent.csv`].map((path) => ({ path })),
    );
    expect(report.files.map((f) => [f.importer, f.issues[0]?.code ?? null, f.accepted])).toEqual([
      ['none', 'empty', 0],
      ['none', 'binary', 0],
      ['none', 'unknown-format', 0],
      ['none', 'damaged-archive', 0],
      ['csv', null, 2],
      ['none', 'unreadable', 0],
    ]);
  });

  it('keeps a column called __proto__ like any other', async () => {
    await test.importText('log.csv', log.replace('Site', '__proto__'));
    await test.importText(
      'log.jsonl',
      '{"time":"2023-01-01T00:00:00Z","event":"sent","peer":"B","__proto__":"x"}\n',
    );
    expect(test.all('SELECT json FROM attribute_set ORDER BY id')).toEqual([
      { json: '{"__proto__":"North"}' },
      { json: '{"__proto__":"x"}' },
    ]);
  });

  it('decides day and month by the whole column, even when only a far line tells', async () => {
    const far = ['Timestamp,Event,Peer,Message id'];
    for (let i = 0; i < 12_000; i += 1) far.push(`0${1 + (i % 9)}/02/2023 10:00:00,sent,B,m${i}`);
    far.push('02/28/2023 10:00:00,sent,B,last');
    await test.importText('far.csv', far.join('\n'));
    expect(test.all("SELECT time FROM event WHERE message IN ('m0', 'last') ORDER BY id")).toEqual([
      { time: Date.UTC(2023, 0, 2, 10) * 1000 },
      { time: Date.UTC(2023, 1, 28, 10) * 1000 },
    ]);
  });

  it('takes what a mapping says before what it would detect', async () => {
    const report = await test.importText('log.txt', 'wann|was|wohin|nr\n01.02.2023 10:00|Gesendet|B|m1\n', {
      kind: 'log',
      delimiter: '|',
      columns: { time: 'wann', event: 'was', peer: 'wohin', message: 'nr' },
      time: { format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      values: { event: { Gesendet: 'sent' } },
      constants: { system: 'Engine' },
    });
    expect([only(report).accepted, events()]).toEqual([
      1,
      [
        {
          line: 2,
          time: Date.UTC(2023, 1, 1, 9) * 1000,
          system: 'Engine',
          event: 'sent',
          kind: 'sent',
          peer: 'B',
          message: 'm1',
          record: null,
          json: null,
        },
      ],
    ]);
  });

  it('stores no identifier in a pseudonymised case, and one pseudonym for all spellings of one', async () => {
    const secret = temporaryCase({});
    await secret.importText('log.csv', log);
    const records = secret.all<{ key: Buffer }>('SELECT key FROM record');
    const bytes = (await import('node:fs')).readFileSync(`${secret.folder}/test.whereabouts-wal`);
    secret.dispose();
    expect([
      records.map((r) => r.key.length),
      bytes.includes('9434765919'),
      bytes.includes('943 476 5919'),
    ]).toEqual([[16], false, false]);
  });
});
