import { describe, expect, it } from 'vitest';
import { beats, flowsText, type Line, logText, reconciled } from '../testing/small-logs';

const hourly: readonly Line[] = ['A', 'B', 'C', 'D'].flatMap((system) => beats(system, 0, 4 * 1440));
const limits = flowsText([
  ['A', 'B', 60],
  ['C', 'B', 60],
]);
const counts = (lines: readonly Line[]) =>
  reconciled({ 'log.csv': logText([...hourly, ...lines]), 'flows.csv': limits });

describe('records without message ids', () => {
  it('a record sent again within the hour and received once is one message sent twice', async () => {
    expect(
      await counts([
        [100, 'A', 'sent', 'B', '', 'r1'],
        [101.5, 'A', 'sent', 'B', '', 'r1'],
        [102, 'B', 'received', 'A', '', 'r1'],
        [300, 'A', 'sent', 'B', '', 'r2'],
        [301, 'A', 'sent', 'B', '', 'r2'],
      ]),
    ).toMatchObject({ 'A > B': { sent: 4, received: 1, delivered: 1, lost: 1, duplicate: 2 } });
  });

  it('records sent twice and received twice are two messages; sent days apart, the second is lost', async () => {
    expect(
      await counts([
        [100, 'A', 'sent', 'B', '', 'r1'],
        [101, 'B', 'received', 'A', '', 'r1'],
        [110, 'A', 'sent', 'B', '', 'r1'],
        [111, 'B', 'received', 'A', '', 'r1'],
        [3000, 'A', 'sent', 'B', '', 'r1'],
      ]),
    ).toMatchObject({ 'A > B': { sent: 3, received: 2, delivered: 2, lost: 1 } });
  });

  it('a receipt logged twice of one send is received again, not extra', async () => {
    expect(
      await counts([
        [100, 'A', 'sent', 'B', '', 'r1'],
        [101, 'B', 'received', 'A', '', 'r1'],
        [101.1, 'B', 'received', 'A', '', 'r1'],
        [2000, 'B', 'received', 'A', '', 'r9'],
      ]),
    ).toMatchObject({ 'A > B': { sent: 1, received: 3, delivered: 1, receivedAgain: 1, extra: 1 } });
  });

  it('receipts that name no sender are tied to the send of their record, over whichever flow', async () => {
    expect(
      await counts([
        [100, 'A', 'sent', 'B', '', 'r1'],
        [200, 'C', 'sent', 'B', '', 'r2'],
        [101, 'B', 'received', '', '', 'r1'],
        [201, 'B', 'received', '', '', 'r2'],
        [300, 'C', 'sent', 'B', '', 'r3'],
      ]),
    ).toMatchObject({
      'A > B': { sent: 1, received: 1, delivered: 1 },
      'C > B': { sent: 2, received: 1, delivered: 1, lost: 1 },
    });
  });
});

describe('ids that are used again every day', () => {
  it('are of another message each day, though now and then of the same record', async () => {
    const lines: Line[] = [];
    for (let d = 0; d < 30; d += 1) {
      const record = d % 6 === 0 ? 'same' : `r${d}`;
      lines.push([d * 1440 + 60, 'A', 'sent', 'B', 'M001', record]);
      if (d !== 12) lines.push([d * 1440 + 61, 'B', 'received', 'A', 'M001', record]);
    }
    const log = logText([...beats('A', 0, 31 * 1440), ...beats('B', 0, 31 * 1440), ...lines]);
    expect(await reconciled({ 'log.csv': log, 'flows.csv': limits })).toMatchObject({
      'A > B': { sent: 30, received: 29, delivered: 29, lost: 1 },
    });
  });

  it('what arrives of other records is not taken for a send that the receiver’s log does not cover', async () => {
    const lines: Line[] = [];
    for (let d = 0; d < 30; d += 1) {
      if (d < 20 || d >= 22) lines.push([d * 1440 + 60, 'A', 'sent', 'B', 'M001', `r${d}`]);
      if (d < 15 || d >= 17) lines.push([d * 1440 + 61, 'B', 'received', 'A', 'M001', `r${d}`]);
    }
    const beating = [
      ...beats('A', 0, 20 * 1440 - 60),
      ...beats('A', 22 * 1440, 31 * 1440),
      ...beats('B', 0, 15 * 1440 - 60),
      ...beats('B', 17 * 1440, 31 * 1440),
    ];
    expect(
      await reconciled({ 'log.csv': logText([...beating, ...lines]), 'flows.csv': limits }),
    ).toMatchObject({ 'A > B': { sent: 28, received: 28, delivered: 26, unobservable: 2 } });
  });
});

describe('clocks that differ', () => {
  it('a refusal that stands before its send is still of that send', async () => {
    expect(
      await counts([
        [500, 'A', 'sent', 'B', 'm1', 'r1'],
        [380, 'B', 'rejected', 'A', 'm1', 'r1'],
      ]),
    ).toMatchObject({ 'A > B': { sent: 1, rejected: 1 } });
  });
});
