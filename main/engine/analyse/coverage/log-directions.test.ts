import { describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { reconcile } from '../reconcile/reconcile';
import { beats, countsOf, flowsText, inCase, type Line, logText } from '../testing/small-logs';

const limits = flowsText([
  ['A', 'B', 60],
  ['C', 'B', 60],
  ['B', 'D', 60],
]);

/** Sends every hour for so many hours, each received a minute later where `to` is given. */
function traffic(from: string, to: string, hours: number, isReceived: boolean, first = 0): readonly Line[] {
  return Array.from({ length: hours }, (_, i): readonly Line[] => {
    const minute = first + i * 60;
    const id = `${from}${to}${first + i}`;
    const sent: Line = [minute, from, 'sent', to, id, `r${id}`];
    return isReceived ? [sent, [minute + 1, to, 'received', from, id, `r${id}`]] : [sent];
  }).flat();
}

const answer = (files: Readonly<Record<string, readonly Line[]>>, flow = 'A > B') =>
  inCase(
    {
      ...Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, logText(lines)])),
      'flows.csv': limits,
    },
    ({ openCase: { db } }) => {
      const rows = reconcile(db, readEstate(db));
      const row = rows.find(({ from, to }) => `${from} > ${to}` === flow);
      return { counts: countsOf(rows)[flow], notes: row?.notes };
    },
  );

describe('what a log can say of one direction', () => {
  const sendsOfA = [...beats('A', 0, 2880), ...traffic('A', 'B', 40, false, 5)];

  it('a log of sends alone says nothing of what arrived', async () => {
    expect(await answer({ 'a.csv': sendsOfA, 'b.csv': traffic('B', 'D', 48, false) })).toEqual({
      counts: { sent: 40, unobservable: 40 },
      notes: [
        'The log of the receiver shows only what it sent, no receipt from anybody and no heartbeat: whether anything arrived cannot be seen.',
      ],
    });
  });

  it('one receipt from anybody shows that receipts are logged: a flow without any is lost', async () => {
    const b = [...traffic('B', 'D', 48, false), [700, 'B', 'received', 'C', 'c1', 'rc1'] as Line];
    expect(await answer({ 'a.csv': sendsOfA, 'b.csv': b })).toEqual({
      counts: { sent: 40, lost: 40 },
      notes: [],
    });
  });

  it('a heartbeat proves that the whole log was being written, though no receipt is in it', async () => {
    const b = [...traffic('B', 'D', 48, false), ...beats('B', 0, 2880)];
    const { counts, notes } = await answer({ 'a.csv': sendsOfA, 'b.csv': b });
    expect([counts, notes]).toEqual([
      { sent: 40, lost: 40 },
      ['The log of the receiver shows no receipt from anybody: check that it records receipts at all.'],
    ]);
  });

  it('a file of sends beside one of receipts does not fill the gaps of that one', async () => {
    const inbound = traffic('A', 'B', 24 * 20, true).filter(
      ([minute]) => (minute ?? 0) < 4 * 1440 || (minute ?? 0) >= 7 * 1440,
    );
    const sent = traffic('A', 'B', 24 * 20, false);
    const files = {
      'a.csv': [...beats('A', 0, 20 * 1440), ...sent],
      'b-in.csv': inbound.filter(([, writer]) => writer === 'B'),
      'b-out.csv': traffic('B', 'D', 24 * 20, false, 7),
    };
    expect(await answer(files)).toEqual({
      counts: { sent: 480, received: 408, delivered: 408, unobservable: 72 },
      notes: [
        '1 of the files of the receiver’s log show only what it sent; what arrived is judged by the others.',
      ],
    });
  });

  it('files day by day are one log: a day with sends and no receipt is a day on which nothing arrived', async () => {
    const days = Array.from({ length: 6 }, (_, d): readonly Line[] => [
      ...traffic('B', 'D', 24, false, d * 1440 + 9),
      ...(d === 3 ? [] : traffic('A', 'B', 24, true, d * 1440 + 10).filter(([, writer]) => writer === 'B')),
    ]);
    const files = {
      'a.csv': [
        ...beats('A', 0, 6 * 1440),
        ...days.flatMap((_, d) => traffic('A', 'B', 24, false, d * 1440 + 10)),
      ],
      ...Object.fromEntries(days.map((lines, d) => [`b-${d}.csv`, lines])),
    };
    expect((await answer(files)).counts).toEqual({ sent: 144, received: 120, delivered: 120, lost: 24 });
  });

  it('a sender’s log of receipts alone makes no receipt elsewhere extra', async () => {
    const received: readonly Line[] = [[300, 'B', 'received', 'A', 'm1', 'r1'], ...beats('B', 0, 1440)];
    const ofA = traffic('C', 'A', 24, true).filter(([, writer]) => writer === 'A');
    expect(await answer({ 'a.csv': ofA, 'b.csv': received })).toEqual({
      counts: { received: 1 },
      notes: [
        'A file of the sender’s log shows only what it received: nothing is called extra for want of a send there.',
      ],
    });
  });
});
