import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { at, beats, flowsText, inCase, type Line, logText } from '../testing/small-logs';
import { type MessageWindowRequest, messagePortions, messageWindow } from './message-window';

/** Messages m1 to m9, sent each hour and never received. */
const sent: readonly Line[] = Array.from({ length: 9 }, (_, index) => [
  60 * (index + 1),
  'A',
  'sent',
  'B',
  `m${index + 1}`,
  `r${9 - index}`,
]);
const files = {
  'log.csv': logText([...beats('A', 0, 4320), ...beats('B', 0, 4320), ...sent]),
  'flows.csv': flowsText([['A', 'B', 60]]),
};
const lost = { flow: 'A > B', disposition: 'lost' } as const;

it('gives any window of the messages in order of time, with how many there are', async () => {
  await inCase(files, ({ openCase: { db } }) => {
    const window = messageWindow(db, readEstate(db), { ...lost, offset: 6, limit: 2 });
    expect([window.total, window.rows.map((row) => [row.message, row.isAcknowledged])]).toEqual([
      9,
      [
        ['m7', false],
        ['m8', false],
      ],
    ]);
  });
});

it('sorts and filters the whole list, not only what was asked for', async () => {
  await inCase(files, ({ openCase: { db } }) => {
    const ask = (request: Partial<MessageWindowRequest>) => {
      const { total, rows } = messageWindow(db, readEstate(db), { ...lost, ...request, offset: 0, limit: 2 });
      return [total, ...rows.map((row) => row.message)];
    };
    expect([
      ask({ sort: { column: 'record', direction: 'ascending' } }),
      ask({ sort: { column: 'line', direction: 'descending' } }),
      ask({ filter: 'LOG.csv m3' }),
      ask({ filter: 'nothing has this' }),
      ask({ from: at(180), to: at(240) }),
    ]).toEqual([[9, 'm9', 'm8'], [9, 'm9', 'm8'], [1, 'm3'], [0], [1, 'm3']]);
  });
});

it('tells the messages without a time from the others', async () => {
  const timeless: Line = [null, 'A', 'sent', 'B', 'm0', 'r0'];
  await inCase({ ...files, 'timeless.csv': logText([timeless]) }, ({ openCase: { db } }) => {
    const request = { flow: 'A > B', disposition: 'unobservable', offset: 0, limit: 9 } as const;
    const { total, rows } = messageWindow(db, readEstate(db), { ...request, isTimeless: true });
    expect([total, rows.map((row) => row.message)]).toEqual([1, ['m0']]);
  });
});

it('hands out every message once for a file', async () => {
  await inCase(files, ({ openCase: { db } }) => {
    const portions = [...messagePortions(db, readEstate(db), lost)];
    expect(portions.flatMap(({ rows }) => rows.map((row) => row.message))).toEqual(
      sent.map((line) => line[4]),
    );
  });
});
