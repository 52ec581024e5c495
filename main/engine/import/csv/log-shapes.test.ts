import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Mapping } from '../../../../shared/model/mapping';
import { probeFile } from '../file/open-file';
import { FileRefused } from '../importer';
import { readWith } from '../testing/collect';
import { csvImporter } from './csv-importer';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function read(lines: readonly string[] | string, mapping: Mapping = {}) {
  const path = join(folder, `engine-${files++}.csv`);
  writeFileSync(path, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`);
  return readWith(csvImporter, path, mapping);
}

/** Time, writer, kind, peer and message of every event. */
async function eventsOf(lines: readonly string[] | string, mapping: Mapping = {}) {
  return (await read(lines, mapping)).events.map(({ time, system, kind, peer, message }) =>
    [time === null ? '-' : new Date(time / 1000).toISOString(), system, kind, peer, message].join(' '),
  );
}

async function refusalOf(lines: readonly string[], mapping: Mapping): Promise<string> {
  try {
    await read(lines, mapping);
    return 'read';
  } catch (error) {
    if (error instanceof FileRefused) return `${error.code} ${error.line}`;
    throw error;
  }
}

const head = 'Timestamp,System,Event,Peer,Message id';

describe('the times of a log', () => {
  it('may stand in two columns', async () => {
    expect(
      await eventsOf([
        'Date,Time,System,Event,Peer,Message id',
        '01/02/2023,10:00:01,A,sent,B,m1',
        '13/02/2023,1005,A,sent,B,m2',
      ]),
    ).toEqual(['2023-02-01T10:00:01.000Z A sent B m1', '2023-02-13T10:05:00.000Z A sent B m2']);
  });

  it('are in the zone that a header or a line above says', async () => {
    const row = '13/07/2023 10:00:00,A,sent,B,m1';
    expect([
      await eventsOf([head, row]),
      await eventsOf([head.replace('Timestamp', 'Timestamp (UTC)'), row]),
      await eventsOf([head.replace('Timestamp', 'timestampUtc'), row]),
      await eventsOf(['Engine log; all times are UTC', head, row]),
      await eventsOf([head, row], { time: { zone: 'Europe/Berlin' } }),
    ]).toEqual([
      ['2023-07-13T09:00:00.000Z A sent B m1'],
      ['2023-07-13T10:00:00.000Z A sent B m1'],
      ['2023-07-13T10:00:00.000Z A sent B m1'],
      ['2023-07-13T10:00:00.000Z A sent B m1'],
      ['2023-07-13T08:00:00.000Z A sent B m1'],
    ]);
  });

  it('follow the clocks through the hour that autumn repeats, oldest or newest first, in spite of jitter', async () => {
    const readings = ['00:50:00', '01:10:05', '01:10:04', '01:50:00', '01:10:00', '01:50:00', '02:10:00'];
    const rows = readings.map((at, i) => `29/10/2023 ${at},A,sent,B,m${i}`);
    const expected = ['23:50:00', '00:10:05', '00:10:04', '00:50:00', '01:10:00', '01:50:00', '02:10:00'];
    const clock = (events: readonly string[]): readonly string[] => events.map((e) => e.slice(11, 19));
    expect([
      clock(await eventsOf([head, ...rows])),
      clock(await eventsOf([head, ...rows.toReversed()])),
    ]).toEqual([expected, expected.toReversed()]);
  });

  it('that cannot be read are refused row by row, or said to be no times', async () => {
    const bad = await read([head, '2023-13-45T99:00:00Z,A,sent,B,m1']);
    const words = await read(['Time,Case ID,Activity', 'Morning,1,a', 'Noon,1,b']);
    expect([
      [bad.accepted, bad.rejections.map((r) => `${r.line} ${r.code}`)],
      [words.accepted, words.warnings.map((w) => `${w.line} ${w.code}`), words.events.map((e) => e.time)],
    ]).toEqual([
      [0, ['2 bad-time']],
      [2, ['2 no-time-format'], [null, null]],
    ]);
  });
});

describe('who wrote a line', () => {
  it('is said by the ends of the message, a line above, or the name of the file', async () => {
    const at = '2023-01-01T00:00:00Z';
    expect([
      await eventsOf(['Timestamp,From,To,Event,Message id', `${at},A,B,sent,m1`, `${at},A,B,received,m1`]),
      await eventsOf(['System: Ward EPR', 'Timestamp,Event,Peer,Message id', `${at},sent,B,m1`]),
      (await eventsOf(['Timestamp,Event,Peer,Message id', `${at},sent,B,m1`])).map((e) =>
        e.replace(/-\d+ sent/, ' sent'),
      ),
    ]).toEqual([
      ['2023-01-01T00:00:00.000Z A sent B m1', '2023-01-01T00:00:00.000Z B received A m1'],
      ['2023-01-01T00:00:00.000Z Ward EPR sent B m1'],
      ['2023-01-01T00:00:00.000Z engine sent B m1'],
    ]);
  });

  it('is found under headers of no known word by the names it shares with the peers', async () => {
    const rows = ['2023-01-01T00:00:00Z,A,Gesendet,B', '2023-01-01T00:00:01Z,B,Empfangen,A'];
    expect(await eventsOf(['wann,System,was,mit', ...rows])).toEqual([
      '2023-01-01T00:00:00.000Z A sent B ',
      '2023-01-01T00:00:01.000Z B received A ',
    ]);
  });
});

describe('the words of a log', () => {
  it('are read by their parts, and the report says which were', async () => {
    const words = [
      'Message sent to peer',
      'MSG_RCVD',
      'Send failed',
      'ACK received',
      'not sent',
      'received by peer',
      'dropped',
    ];
    const log = await read([head, ...words.map((word, i) => `2023-01-01T00:00:0${i}Z,A,${word},B,m${i}`)]);
    expect([log.events.map((e) => e.kind), log.notes]).toEqual([
      ['sent', 'received', 'rejected', 'acknowledged', 'step', 'step', 'step'],
      [
        'Events read by the words in them: "Message sent to peer" as sent, "MSG_RCVD" as received.',
        'Events that say neither sent nor received are kept as steps: "not sent", "received by peer", "dropped". Where one means more, say so when it is imported (values.event of a mapping).',
      ],
    ]);
  });
});

describe('cells', () => {
  it('keep their quotes, line breaks, blanks before quotes, NULs, and columns of one name', async () => {
    const log = await read(
      [
        `${head},Note,Note,__proto__`,
        '2023-01-01T00:00:00Z,A,sent,B,m1,"a\n""b"" , c",n2,p',
        '2023-01-01T00:00:00Z, "A", sent, "B", m2, "x, y",5" pipe,z\0z',
      ].join('\r\n'),
    );
    expect(log.events.map((e) => [e.line, e.system, e.message, Object.entries(e.attributes ?? {})])).toEqual([
      [
        2,
        'A',
        'm1',
        [
          ['Note', 'a\n"b" , c'],
          ['Note (2)', 'n2'],
          ['__proto__', 'p'],
        ],
      ],
      [
        4,
        'A',
        'm2',
        [
          ['Note', 'x, y'],
          ['Note (2)', '5" pipe'],
          ['__proto__', 'z\0z'],
        ],
      ],
    ]);
  });

  it('are all read in a row of 20,000', async () => {
    const wide = Array.from({ length: 20_000 }, (_, i) => `c${i}`);
    const log = await read([
      `${head},${wide.join(',')}`,
      `2023-01-01T00:00:00Z,A,sent,B,m1,${wide.join(',')}`,
    ]);
    const attributes = Object.entries(log.events[0]?.attributes ?? {});
    expect([attributes.length, attributes.every(([name, value]) => name === value)]).toEqual([20_000, true]);
  });
});

describe('a mapping', () => {
  const rows = ['2023-01-01T00:00:00Z;A;raus;B;m1', '2023-01-01T00:00:01Z;B;rein;A;m1'];
  it('names columns of any header, or numbers of none, and translates values', async () => {
    const values = { event: { raus: 'sent', rein: 'received' } };
    const expected = ['2023-01-01T00:00:00.000Z A sent B m1', '2023-01-01T00:00:01.000Z B received A m1'];
    expect([
      await eventsOf(['a;b;c;d;e', ...rows], {
        columns: { time: 'a', system: 'b', event: 'c', peer: 'd', message: 'e' },
        values,
      }),
      await eventsOf(rows, {
        headerRow: 0,
        columns: { time: 1, system: 2, event: 3, peer: 4, message: 5 },
        values,
      }),
      await eventsOf(['a;b;c;d;e', '29.10.2023 13h45;A;raus;B;m1'], {
        columns: { time: 'a', system: 'b', event: 'c', peer: 'd', message: 'e' },
        time: { format: "dd.MM.yyyy HH'h'mm", zone: 'Europe/London' },
        values,
      }),
    ]).toEqual([expected, expected, ['2023-10-29T13:45:00.000Z A sent B m1']]);
  });

  it('that names what the file does not have is refused, with the place', async () => {
    const log = [head, '2023-01-01T00:00:00Z,A,sent,B,m1'];
    expect([
      await refusalOf(log, { columns: { record: 'patient' } }),
      await refusalOf(log, { columns: { record: 9 } }),
      await refusalOf(log, { headerRow: 40 }),
      await refusalOf(log, { time: { zone: 'Europe/Londn' } }),
      await refusalOf(log, { time: { format: 'nonsense' } }),
      await refusalOf(['Banner', ...log], { columns: { record: 'patient' } }),
    ]).toEqual([
      'mapping-column 1',
      'mapping-column 1',
      'mapping-header 1',
      'unknown-zone 1',
      'unknown-time-format 1',
      'mapping-column 2',
    ]);
  });
});

describe('a column of directions', () => {
  it('is the event, also in letters, and the outcome beside it says what became of the message', async () => {
    const lines = [
      'Occurred at,Logging system,Direction,Remote party,Correlation ID,Patient identifier,Outcome',
      ...['out,E,M1,7,OK', 'OUT,E,M2,7,Rejected: unknown patient', 'in,L,M3,7,failed'],
      ...['out,E,M4,7,Queued', 'O,E,M5,7,AA', 'I,L,M6,7,'],
    ].map((line, at) => (at === 0 ? line : `2024-03-01T10:00:0${at}Z,A,${line}`));
    const { rows, events } = await read(lines);
    expect([
      rows,
      events.map((e) => [e.line, e.kind, e.peer, e.message, e.record, e.attributes?.Outcome].join(' ')),
    ]).toEqual([
      6,
      [
        '2 sent E M1 7 OK',
        '3 sent E M2 7 Rejected: unknown patient',
        '3 rejected E M2 7 Rejected: unknown patient',
        '4 received L M3 7 failed',
        '4 rejected  M3 7 failed',
        '5 queued E M4 7 Queued',
        '6 sent E M5 7 AA',
        '6 acknowledged E M5 7 AA',
        '7 received L M6 7 ',
      ],
    ]);
  });

  it('is no more than an attribute beside a column of events', async () => {
    const { events } = await read([
      `${head},Direction,Status`,
      '2024-03-01T10:00:00Z,A,sent,B,m1,out,failed',
    ]);
    expect(events.map((e) => [e.kind, { ...e.attributes }])).toEqual([
      ['sent', { Direction: 'out', Status: 'failed' }],
    ]);
  });
});

describe('other words for the columns of a log', () => {
  it.each([
    'Event timestamp,Originating system,Target application,Action,Msg control id,Hospital number',
    'event_time,source_app,dest_app,event_type,msg_uid,patient_id',
    'When,From,To,What happened,Ref,NHS',
    'Log time,Sender system,Recipient system,Action taken,Message key,Pat no',
    'Timestamp of event,Sent from,Sent to,Activity name,Correlation identifier,Case key',
    'EVENTTIME,src,dst,ACTIVITY_EN,Message uid,_CASE_KEY',
    'Zeitstempel,Absender,Empfänger,Ereignis,Nachrichten-ID,Patientennummer',
  ])('%s', async (header) => {
    const { events } = await read([header, '2024-03-01T10:00:00Z,A,B,sent,m1,p1']);
    expect(events.map((e) => [e.time, e.system, e.kind, e.peer, e.message, e.record, e.attributes])).toEqual([
      [Date.UTC(2024, 2, 1, 10) * 1000, 'A', 'sent', 'B', 'm1', 'p1', null],
    ]);
  });
});

describe('lists of records', () => {
  const nhs = ['9434765919', '9434765870'];

  it('may have one column, or two identifiers of each record beside what else is known of it', async () => {
    const one = await read(['NHS_NUMBER', ...nhs]);
    const two = await read(['MRN,NHS No,Name,DOB,Sex,Updated', `H1,${nhs[0]},Smith,01/02/1970,F,01/03/2024`]);
    const held = ({ events }: typeof one) => events.map((e) => [e.kind, e.record]);
    expect([held(one), held(two), two.aliases.map(({ a, b, kind }) => [a, b, kind])]).toEqual([
      nhs.map((id) => ['held', id]),
      [['held', nhs[0]]],
      [[nhs[0], 'H1', 'same']],
    ]);
  });

  it('name the system and the dataset that held them', async () => {
    const { facts } = await read([
      'patient_id,last_modified,system,dataset',
      `${nhs[0]},2024-03-01,EPR,Results`,
    ]);
    expect(facts.map(({ fact }) => fact)).toEqual([
      { fact: 'extract', system: 'EPR', dataset: 'Results', takenAt: null },
    ]);
  });

  it.each([
    'Duplicate record,Master record',
    'Merged from,Merged to',
    'Losing number,Winning number',
    'Obsolete MRN,Active MRN',
    'Secondary NHS number,Primary NHS number',
  ])('of merged numbers (%s) say which was replaced', async (header) => {
    const { aliases } = await read([header, `${nhs[0]},${nhs[1]}`]);
    expect(aliases.map(({ a, b, kind }) => [a, b, kind])).toEqual([[...nhs, 'superseded']]);
  });

  it('of merged numbers may have the number that is right first', async () => {
    const { aliases } = await read([
      'nhs_number,previous_nhs_number,merge_date',
      `${nhs[1]},${nhs[0]},2024-01-01`,
    ]);
    expect(aliases.map(({ a, b, kind }) => [a, b, kind])).toEqual([[...nhs, 'superseded']]);
  });
});

describe('texts that only look like a table', () => {
  it('are left to others: messages of HL7 v2, a table in Markdown', async () => {
    const detected = async (content: string) => {
      const path = join(folder, `text-${files++}.txt`);
      writeFileSync(path, content);
      return csvImporter.detect(await probeFile({ path }))?.summary ?? null;
    };
    const message = 'MSH|^~\\&|A|F|B|G|20240101||ADT^A01|1|P|2.4\rPID|1||9434765919^^^NHS^NH~7^^^F^MR\r';
    expect([
      await detected(message),
      await detected(`a log\n\n${message.replaceAll('\r', '\n')}`),
      await detected('# Log\n\n| time | system | event |\n| --- | :--: | --- |\n| 2024-03-01 | A | sent |\n'),
      await detected('time|system|event\n2024-03-01|A|sent\n'),
    ]).toEqual([null, null, null, 'Table: log']);
  });
});

describe('headers in words that no list has', () => {
  const rows = [
    '2023-05-01T10:00:00Z,Lab,Dispatched,Ward Records,A-1,4505577104',
    '2023-05-01T10:00:05Z,Ward Records,Arrived,Lab,A-1,4505577104',
  ];
  const told = [
    '2023-05-01T10:00:00.000Z Lab sent Ward Records A-1',
    '2023-05-01T10:00:05.000Z Ward Records received Lab A-1',
  ];

  it.each([
    'Logged at,Recording system,Handling,Counterpart system,Message reference,Patient identifier',
    'Clock of event,Reporting node,Handling,Facing endpoint,Envelope handle,Citizen key',
  ])('%s are read by two words that belong together', async (header) => {
    expect(await eventsOf([header, ...rows])).toEqual(told);
  });

  it('name the writer and the other end by the names that both columns share', async () => {
    const many = Array.from({ length: 20 }, (_, i) => rows[i % 2] ?? '');
    const events = await eventsOf(['Logged at,Abc,Handling,Xyz,Message reference,Citizen key', ...many]);
    expect([...new Set(events)]).toEqual(told);
  });

  it('are no ends of messages where people hand cases to each other', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `2023-05-01T10:00:${10 + i}Z,c1,review,Ann,Bob`);
    const { events } = await read(['Time,Case ID,Activity,Abc,Xyz', ...lines]);
    expect(events[0]).toMatchObject({ kind: 'step', system: null, peer: null });
  });
});
