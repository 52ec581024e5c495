import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../store/database';
import { rebuildPostings } from '../../store/events/postings/keep-postings';
import { readEstate } from '../../store/facts/estate-reader';
import { nameFoldedTables } from '../../store/names/folded-tables';
import { ImportSession } from '../../store/sources/import-session';
import { coverageRows } from '../coverage/coverage';
import { lost } from '../losses/lost';
import { beats, countsOf, flowsText, inCase, type Line, logText, reconciled } from '../testing/small-logs';
import { reconcile } from './reconcile';
import { isReconciled } from './reconciliation';

const day = 1440;
const limits = flowsText([['A', 'B', 60]]);
const hourly = (days: number): readonly Line[] => [
  ...beats('A', 0, days * day),
  ...beats('B', 0, days * day),
];

describe('awkward logs', () => {
  it('an empty log, and a log of headings only', async () => {
    expect(await reconciled({ 'log.csv': logText([]), 'flows.csv': limits })).toEqual({ 'A > B': {} });
  });

  it('times before 1970 and after 2100', async () => {
    const shift =
      (minutes: number) =>
      (line: Line): Line =>
        [Number(line[0]) + minutes, ...line.slice(1)] as unknown as Line;
    const lines: readonly Line[] = [
      ...hourly(3),
      [100, 'A', 'sent', 'B', 'm1', 'r1'],
      [101, 'B', 'received', 'A', 'm1', 'r1'],
      [200, 'A', 'sent', 'B', 'm2', 'r2'],
    ];
    const expected = { 'A > B': { sent: 2, received: 1, delivered: 1, lost: 1 } };
    const century = 52_596_000;
    for (const minutes of [-century, century]) {
      const log = logText(lines.map(shift(minutes)));
      expect(await reconciled({ 'log.csv': log, 'flows.csv': limits })).toEqual(expected);
    }
  });

  it('no times at all: what arrived arrived, of the rest nobody can say', async () => {
    const lines: readonly Line[] = [
      [null, 'A', 'sent', 'B', 'm1', 'r1'],
      [null, 'A', 'sent', 'B', 'm2', 'r2'],
      [null, 'B', 'received', 'A', 'm1', 'r1'],
    ];
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits })).toEqual({
      'A > B': { sent: 2, received: 1, delivered: 1, unobservable: 1 },
    });
  });

  it('a log that runs backwards', async () => {
    const lines: Line[] = [...hourly(3)];
    for (let i = 0; i < 40; i += 1) {
      lines.push([100 + i * 60, 'A', 'sent', 'B', `m${i}`, `r${i}`]);
      if (i % 8 !== 0) lines.push([101 + i * 60, 'B', 'received', 'A', `m${i}`, `r${i}`]);
    }
    expect(await reconciled({ 'log.csv': logText(lines.reverse()), 'flows.csv': limits })).toEqual({
      'A > B': { sent: 40, received: 35, delivered: 35, lost: 5 },
    });
  });

  it('a clock an hour ahead: matched all the same, and suspected aloud, never corrected', async () => {
    for (const [shift, late] of [
      [60, 0],
      [-60, 30],
    ] as const) {
      const lines: Line[] = [...hourly(4)];
      for (let i = 0; i < 30; i += 1) {
        lines.push([200 + i * 60 + shift, 'A', 'sent', 'B', `m${i}`, `r${i}`]);
        lines.push([200.5 + i * 60, 'B', 'received', 'A', `m${i}`, `r${i}`]);
      }
      await inCase({ 'log.csv': logText(lines), 'flows.csv': limits }, ({ openCase: { db } }) => {
        const [row] = reconcile(db, readEstate(db));
        expect([row?.delivered, row?.late, row?.extra, row?.suspectedSkewSeconds, row?.notes.length]).toEqual(
          [30 - late, late, 0, shift * -60, 1],
        );
      });
    }
  });

  it('no declared delay: judged by the flow’s own, and says so', async () => {
    const lines: Line[] = [...hourly(3)];
    for (let i = 0; i < 60; i += 1) {
      lines.push([100 + i * 60, 'A', 'sent', 'B', `m${i}`, `r${i}`]);
      if (i !== 30) lines.push([101 + i * 60, 'B', 'received', 'A', `m${i}`, `r${i}`]);
    }
    lines.push([3 * day - 1, 'A', 'sent', 'B', 'last', 'r99']);
    await inCase({ 'log.csv': logText(lines) }, ({ openCase: { db } }) => {
      const [row] = reconcile(db, readEstate(db));
      expect([
        row?.delivered,
        row?.lost,
        row?.pending,
        row?.maximumDelaySeconds,
        row?.maximumDelayFrom,
      ]).toEqual([59, 1, 1, 120, 'measured']);
    });
  });

  it('one message id a million times', async () => {
    await inCase({ 'log.csv': logText(hourly(3)), 'flows.csv': limits }, async ({ openCase }) => {
      const { db } = openCase;
      const id = (name: string) =>
        db.get<{ id: number }>('SELECT id FROM system WHERE name = ?', name)?.id ?? 0;
      const [a, b] = [id('A'), id('B')];
      const first = db.get<{ time: number }>('SELECT min(time) AS time FROM event')?.time ?? 0;
      // Straight into the table: what is tried is the matching, not the reading of a file.
      await ImportSession.run(openCase, async () => {
        db.exec("INSERT INTO activity (name, kind) VALUES ('sent', 'sent'), ('received', 'received')");
        const of = (kind: string) => `(SELECT id FROM activity WHERE kind = '${kind}')`;
        db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000)
          INSERT INTO event (source_id, line, time, system_id, activity_id, peer_id, message)
          SELECT 1, i, ${first} + i * 300000, ${a}, ${of('sent')}, ${b}, 'same' FROM n
          UNION ALL SELECT 1, i, ${first} + i * 300000 + 100000, ${b}, ${of('received')}, ${a}, 'same' FROM n WHERE i <> 7`);
        db.exec(`INSERT INTO event_day SELECT 1, system_id, peer_id, activity_id, ${Math.floor(first / 86_400_000_000)}, count(*)
          FROM event WHERE message = 'same' GROUP BY system_id, peer_id, activity_id`);
        rebuildPostings(db, 1, 2_000_000);
      });
      const { sent, received, ...rest } = countsOf(reconcile(db, readEstate(db)))['A > B'] ?? {};
      expect([sent, received]).toEqual([500_000, 499_999]);
      expect(Object.values(rest).reduce((x, y) => x + y, 0)).toBe(500_000);
      expect(rest.delivered).toBeGreaterThan(499_990);
    });
  }, 60_000);

  it('a message sent a thousand times and never received is one message', async () => {
    const lines: Line[] = [...hourly(3)];
    for (let i = 0; i < 1000; i += 1) lines.push([100 + i, 'A', 'sent', 'B', 'again', 'r1']);
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits })).toEqual({
      'A > B': { sent: 1000, duplicate: 999, lost: 1 },
    });
  });

  it('names in other letter case', async () => {
    const lines: readonly Line[] = [
      ...hourly(3),
      [100, 'a', 'sent', 'b', 'm1', 'r1'],
      [101, 'B', 'received', 'A ', 'm1', 'r1'],
    ];
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits })).toEqual({
      'A > B': { sent: 1, received: 1, delivered: 1 },
    });
  });

  it('two names of one system: said aloud, never merged', async () => {
    const lines: Line[] = [...hourly(3)];
    for (let i = 0; i < 5; i += 1) {
      lines.push([1500 + i * 60, 'A', 'sent', 'B Hospital', `m${i}`, `r${i}`]);
      lines.push([1501 + i * 60, 'B', 'received', 'A', `m${i}`, `r${i}`]);
    }
    await inCase({ 'log.csv': logText(lines) }, ({ openCase: { db } }) => {
      const rows = reconcile(db, readEstate(db));
      expect(countsOf(rows)).toEqual({
        'A > B': { received: 5, extra: 5 },
        'A > B Hospital': { sent: 5, unobservable: 5 },
      });
      expect(rows[1]?.notes).toContain(
        '5 of its messages are logged as received over A > B: "B Hospital" and "B" may be two names of one system; if they are, say so ("names --same", or "Add…" on the map).',
      );
    });
  });

  it('a batch that says it had more messages than stand in the file', async () => {
    const message = (n: number) =>
      `MSH|^~\\&|A|SITE|B|SITE|2024050610${n}000||ADT^A08|c${n}|P|2.4\rPID|1||900000000${n}^^^NHS^NHS\r`;
    const batch = `BHS|^~\\&|A|SITE|B|SITE\r${message(1)}${message(2)}BTS|3\r`;
    await inCase({ 'batch.hl7': batch, 'flows.csv': limits }, ({ openCase: { db } }) => {
      const row = reconcile(db, readEstate(db)).find(({ sent, received }) => sent + received > 0);
      expect(row?.notes.filter((note) => note.includes('BTS-1'))).toHaveLength(1);
    });
  });

  it('a filtered flow: only what a rule explains is filtered, the rest stays lost', async () => {
    const rows: string[] = [];
    const start = Date.UTC(2024, 4, 6);
    const moment = (minute: number) => new Date(start + minute * 60_000).toISOString();
    for (let i = 0; i < 72; i += 1)
      rows.push(`${moment(i * 60)},A,heartbeat,,,,`, `${moment(i * 60)},B,heartbeat,,,,`);
    for (let i = 0; i < 60; i += 1) {
      const age = i % 3 === 0 ? 'child' : 'adult';
      rows.push(`${moment(100 + i * 60)},A,sent,B,m${i},r${i},${age}`);
      if (age === 'adult' && i !== 31) rows.push(`${moment(101 + i * 60)},B,received,A,m${i},r${i},${age}`);
    }
    const log = ['Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number,Age group', ...rows, ''].join(
      '\n',
    );
    const of = (expectation: string) =>
      inCase(
        { 'log.csv': log, 'flows.csv': flowsText([['A', 'B', 60, expectation]]) },
        ({ openCase: { db } }) => {
          const rows = reconcile(db, readEstate(db));
          return { ...countsOf(rows)['A > B'], notes: rows[0]?.notes };
        },
      );
    expect([await of('filtered'), await of('all')]).toEqual([
      {
        sent: 60,
        received: 39,
        delivered: 39,
        filtered: 20,
        lost: 1,
        notes: [
          'Declared as filtered; by its logs it never passes: Age group = "child" (20 sends, none received).',
          'Declared as filtered, and no rule that its logs show explains 1 of the sends without a receipt; what no rule explains counts as lost.',
        ],
      },
      { sent: 60, received: 39, delivered: 39, lost: 21, notes: [] },
    ]);
  });
});

describe('a case that was reconciled', () => {
  const lines: readonly Line[] = [...hourly(3), [100, 'A', 'sent', 'B', 'm1', 'r1']];
  const files = { 'log.csv': logText(lines), 'flows.csv': limits };

  it('answers from what was kept until the case changes', async () => {
    await inCase(files, ({ openCase: { db, path } }) => {
      const estate = readEstate(db);
      const before = isReconciled(db);
      const rows = reconcile(db, estate);
      // Another process opens the same case and reads what this one kept.
      const other = openDatabase(path);
      const kept = [isReconciled(other), reconcile(other, estate), lost(other, estate)];
      other.close();
      db.run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'");
      expect([before, ...kept, isReconciled(db)]).toEqual([false, true, rows, lost(db, estate), false]);
    });
  });

  it('is read and reconciled where it cannot be written', async () => {
    await inCase(files, ({ openCase: { path } }) => {
      const db = openDatabase(path, { readonly: true });
      nameFoldedTables(db);
      const estate = readEstate(db);
      const found = [countsOf(reconcile(db, estate)), lost(db, estate).length, coverageRows(db).length];
      db.close();
      expect(found).toEqual([{ 'A > B': { sent: 1, lost: 1 } }, 1, 2]);
    });
  });

  it('counts a period by when things were sent, judged with all the logs', async () => {
    await inCase(files, ({ openCase: { db } }) => {
      const estate = readEstate(db);
      const of = (from: string, to: string) => countsOf(reconcile(db, estate, { from, to }));
      expect([
        of('2024-05-06T00:00:00Z', '2024-05-07T00:00:00Z'),
        of('2024-05-07T00:00:00Z', '2024-05-08T00:00:00Z'),
      ]).toEqual([{ 'A > B': { sent: 1, lost: 1 } }, { 'A > B': {} }]);
    });
  });
});
