import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { beats, flowsText, inCase, logText } from '../testing/small-logs';
import { timelineDays } from './timeline-days';

const day = 1440;

it('counts each day’s lines without heartbeats, and what of its sendings is lost', async () => {
  const files = {
    'log.csv': logText([
      ...beats('Engine', 0, 3 * day),
      ...beats('Record', 0, 3 * day),
      [100, 'Engine', 'sent', 'Record', 'm1', 'R1'],
      [101, 'Record', 'received', 'Engine', 'm1', 'R1'],
      [day + 200, 'Engine', 'sent', 'Record', 'm2', 'R2'],
    ]),
    'flows.csv': flowsText([['Engine', 'Record', 60]]),
  };
  await inCase(files, ({ openCase }) => {
    const days = timelineDays(openCase.db, readEstate(openCase.db));
    expect(days.map(({ events, sent, lost }) => [events, sent, lost])).toEqual([
      [2, 1, 0],
      [1, 1, 1],
    ]);
  });
});
