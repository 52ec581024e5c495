import { describe, expect, it } from 'vitest';
import { beats, flowsText, type Line, logText, reconciled } from '../testing/small-logs';

const day = 1440;
const hourly = [...beats('A', 0, 3 * day), ...beats('B', 0, 3 * day)];
const limits = flowsText([['A', 'B', 60]]);

/** One flow, A > B, with a limit of an hour and heartbeats of both ends for three days. */
const oneFlow = async (lines: readonly Line[], flows = limits) =>
  (await reconciled({ 'log.csv': logText([...hourly, ...lines]), 'flows.csv': flows }))['A > B'];

describe('every send gets one disposition', () => {
  it('delivered: the receiver logged the same message', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'B', 'received', 'A', 'm1', 'r1'],
      ]),
    ).toEqual({ sent: 1, received: 1, delivered: 1 });
  });

  it('late: only after more than the declared maximum, to the microsecond', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [160, 'B', 'received', 'A', 'm1', 'r1'],
        [200, 'A', 'sent', 'B', 'm2', 'r2'],
        [261, 'B', 'received', 'A', 'm2', 'r2'],
      ]),
    ).toEqual({ sent: 2, received: 2, delivered: 1, late: 1 });
  });

  it('duplicate: sent again, whether one receipt exists or two', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'A', 'sent', 'B', 'm1', 'r1'],
        [102, 'B', 'received', 'A', 'm1', 'r1'],
        [200, 'A', 'sent', 'B', 'm2', 'r2'],
        [201, 'B', 'received', 'A', 'm2', 'r2'],
        [202, 'A', 'sent', 'B', 'm2', 'r2'],
        [203, 'B', 'received', 'A', 'm2', 'r2'],
      ]),
    ).toEqual({ sent: 4, received: 3, delivered: 2, duplicate: 2, receivedAgain: 1 });
  });

  it('rejected: refused and not received later; once it arrives after all it is delivered', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'A', 'rejected', 'B', 'm1', 'r1'],
        [200, 'A', 'sent', 'B', 'm2', 'r2'],
        [201, 'A', 'rejected', 'B', 'm2', 'r2'],
        [210, 'B', 'received', 'A', 'm2', 'r2'],
        [300, 'A', 'sent', 'B', 'm3', 'r3'],
        [301, 'B', 'rejected', 'A', 'm3', 'r3'],
      ]),
    ).toEqual({ sent: 3, received: 1, delivered: 1, rejected: 2 });
  });

  it('rejected, sent again and received: the message arrived, and was sent twice', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'B', 'rejected', 'A', 'm1', 'r1'],
        [110, 'A', 'sent', 'B', 'm1', 'r1'],
        [111, 'B', 'received', 'A', 'm1', 'r1'],
      ]),
    ).toEqual({ sent: 2, received: 1, delivered: 1, duplicate: 1 });
  });

  it('rejected: the receiver took it in and then refused it', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'B', 'received', 'A', 'm1', 'r1'],
        [102, 'B', 'rejected', 'A', 'm1', 'r1'],
      ]),
    ).toEqual({ sent: 1, received: 1, rejected: 1 });
  });

  it('filtered: logged as filtered by either side', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'A', 'filtered', 'B', 'm1', 'r1'],
        [200, 'A', 'sent', 'B', 'm2', 'r2'],
        [201, 'B', 'filtered', 'A', 'm2', 'r2'],
      ]),
    ).toEqual({ sent: 2, filtered: 2 });
  });

  it('pending: the receiver’s log ends before the maximum delay has passed', async () => {
    expect(
      await oneFlow([
        [3 * day - 61, 'A', 'sent', 'B', 'm1', 'r1'],
        [3 * day - 60, 'A', 'sent', 'B', 'm2', 'r2'],
        [3 * day - 59, 'A', 'sent', 'B', 'm3', 'r3'],
      ]),
    ).toEqual({ sent: 3, lost: 2, pending: 1 });
  });

  it('lost: the receiver’s log covers the time and shows no receipt', async () => {
    expect(await oneFlow([[100, 'A', 'sent', 'B', 'm1', 'r1']])).toEqual({ sent: 1, lost: 1 });
  });

  it('unobservable: no log, a log that starts later, a gap, a log that was cut off', async () => {
    const lines: readonly Line[] = [
      ...beats('A', 0, 6 * day),
      ...beats('Late', 3 * day, 6 * day),
      ...beats('Gap', 0, 2 * day),
      ...beats('Gap', 4 * day, 6 * day),
      ...beats('Short', 0, 3 * day),
      [100, 'A', 'sent', 'Silent', 'n1', 'r1'],
      [100, 'A', 'sent', 'Late', 'l1', 'r1'],
      [4 * day, 'A', 'sent', 'Late', 'l2', 'r1'],
      [3 * day, 'A', 'sent', 'Gap', 'g1', 'r1'],
      [4 * day + 10, 'A', 'sent', 'Gap', 'g2', 'r1'],
      [5 * day, 'A', 'sent', 'Short', 's1', 'r1'],
    ];
    const flows = flowsText([
      ['A', 'Late', 60],
      ['A', 'Gap', 60],
      ['A', 'Short', 60],
    ]);
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': flows })).toEqual({
      'A > Silent': { sent: 1, unobservable: 1 },
      'A > Late': { sent: 2, unobservable: 1, lost: 1 },
      'A > Gap': { sent: 2, unobservable: 1, lost: 1 },
      'A > Short': { sent: 1, unobservable: 1 },
    });
  });
});

describe('matching', () => {
  it('does not match an id that is used again months later', async () => {
    const lines: readonly Line[] = [
      ...beats('A', 0, 120 * day),
      ...beats('B', 0, 120 * day),
      [100, 'A', 'sent', 'B', '0001', 'r1'],
      [100 * day, 'A', 'sent', 'B', '0001', 'r2'],
      [100 * day + 1, 'B', 'received', 'A', '0001', 'r2'],
      [200, 'A', 'sent', 'B', '0002'],
      [100 * day, 'B', 'received', 'A', '0002'],
    ];
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits })).toEqual({
      'A > B': { sent: 3, received: 2, delivered: 1, lost: 2, extra: 1 },
    });
  });

  it('keeps two records under one id apart', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [105, 'A', 'sent', 'B', 'm1', 'r2'],
        [106, 'B', 'received', 'A', 'm1', 'r2'],
      ]),
    ).toEqual({ sent: 2, received: 1, delivered: 1, lost: 1 });
  });

  it('keeps one id of two senders apart', async () => {
    const lines: readonly Line[] = [
      ...hourly,
      ...beats('C', 0, 3 * day),
      [100, 'A', 'sent', 'B', 'm1', 'r1'],
      [101, 'C', 'sent', 'B', 'm1', 'r2'],
      [102, 'B', 'received', 'C', 'm1', 'r2'],
    ];
    const flows = flowsText([
      ['A', 'B', 60],
      ['C', 'B', 60],
    ]);
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': flows })).toEqual({
      'A > B': { sent: 1, lost: 1 },
      'C > B': { sent: 1, received: 1, delivered: 1 },
    });
  });

  it('matches by record through a crosswalk where there are no message ids', async () => {
    const lines: readonly Line[] = [
      ...hourly,
      [100, 'A', 'sent', 'B', '', 'MRN1'],
      [101, 'B', 'received', 'A', '', 'NHS1'],
      [200, 'A', 'sent', 'B', '', 'MRN2'],
    ];
    const crosswalk = 'Old number,New number\nMRN1,NHS1\nMRN2,NHS2\n';
    expect(
      await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits, 'crosswalk.csv': crosswalk }),
    ).toEqual({ 'A > B': { sent: 2, received: 1, delivered: 1, lost: 1 } });
  });

  it('matches by record where both ends number messages in their own way, each receipt for one send', async () => {
    const lines: Line[] = [];
    for (let i = 0; i < 30; i += 1) {
      lines.push([100 + i * 90, 'A', 'sent', 'B', `a${i}`, `r${i % 3}`]);
      if (i !== 12) lines.push([101 + i * 90, 'B', 'received', 'A', `b${i}`, `r${i % 3}`]);
    }
    expect(await oneFlow(lines)).toEqual({ sent: 30, received: 29, delivered: 29, lost: 1 });
  });

  it('follows a message through a line that names no peer', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'B', 'received', '', 'm1', 'r1'],
      ]),
    ).toEqual({ sent: 1, received: 1, delivered: 1 });
  });

  it('takes a log that names no peers to speak of the only flow that its writer has', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', '', 'm1', 'r1'],
        [101, 'B', 'received', '', 'm1', 'r1'],
        [200, 'A', 'sent', '', 'm2', 'r2'],
      ]),
    ).toEqual({ sent: 2, received: 1, delivered: 1, lost: 1 });
  });

  it('ties a refusal that names only the record to the send that nothing answered', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'sent', 'B', 'm1', 'r1'],
        [101, 'B', 'received', 'A', 'm1', 'r1'],
        [150, 'A', 'sent', 'B', 'm2', 'r1'],
        [152, 'A', 'rejected', 'B', '', 'r1'],
        [200, 'A', 'sent', 'B', 'm3', 'r2'],
        [201, 'B', 'received', 'A', 'm3', 'r2'],
      ]),
    ).toEqual({ sent: 3, received: 2, delivered: 2, rejected: 1 });
  });

  it('reconciles a flow to itself and a cycle', async () => {
    const lines: readonly Line[] = [
      ...hourly,
      [100, 'A', 'sent', 'A', 'm1', 'r1'],
      [101, 'A', 'received', 'A', 'm1', 'r1'],
      [102, 'A', 'sent', 'B', 'm1', 'r1'],
      [103, 'B', 'received', 'A', 'm1', 'r1'],
      [104, 'B', 'sent', 'A', 'm1', 'r1'],
    ];
    const flows = flowsText([['B', 'A', 60]]);
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': flows })).toEqual({
      'A > A': { sent: 1, received: 1, delivered: 1 },
      'A > B': { sent: 1, received: 1, delivered: 1 },
      'B > A': { sent: 1, lost: 1 },
    });
  });
});

describe('what nothing explains', () => {
  it('counts an extra receipt only where the sender’s log covers it', async () => {
    const lines: readonly Line[] = [
      ...beats('A', day, 3 * day),
      ...beats('B', 0, 3 * day),
      [100, 'B', 'received', 'A', 'x1', 'r1'],
      [2 * day, 'B', 'received', 'A', 'x2', 'r1'],
      [2 * day, 'B', 'received', 'Unlogged', 'x3', 'r1'],
    ];
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': limits })).toEqual({
      'A > B': { received: 2, extra: 1 },
      'Unlogged > B': { received: 1 },
    });
  });

  it('counts what was queued and never sent on, once', async () => {
    expect(
      await oneFlow([
        [100, 'A', 'queued', 'B', 'q1', 'r1'],
        [110, 'A', 'queued', 'B', 'q1', 'r1'],
        [120, 'A', 'queued', 'B', 'q2', 'r2'],
        [130, 'A', 'sent', 'B', 'q2', 'r2'],
        [131, 'B', 'received', 'A', 'q2', 'r2'],
      ]),
    ).toEqual({ sent: 1, received: 1, delivered: 1, stuck: 1 });
  });

  it('shows declared flows without an event, and says nothing of a message in an aggregated one', async () => {
    const lines: readonly Line[] = [
      ...hourly,
      [100, 'A', 'sent', 'B', 'm1', 'r1'],
      [500, 'B', 'received', 'A', 'total-1'],
    ];
    const flows = flowsText([
      ['A', 'B', 60, 'aggregated'],
      ['B', 'C', 60],
    ]);
    expect(await reconciled({ 'log.csv': logText(lines), 'flows.csv': flows })).toEqual({
      'A > B': { sent: 1, received: 1, unobservable: 1 },
      'B > C': {},
    });
  });
});
