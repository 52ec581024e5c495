import { expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';

import { at, beats, flowsText, inCase, logText } from '../testing/small-logs';
import { traceList } from './trace-list';

const day = 1440;

it('says of each record of a list what became of its hops, and of one that no log names that it is in none', async () => {
  const files = {
    'log.csv': logText([
      ...beats('Engine', 0, 3 * day),
      ...beats('Record', 0, 3 * day),
      [100, 'Engine', 'sent', 'Record', 'm1', 'R1'],
      [101, 'Record', 'received', 'Engine', 'm1', 'R1'],
      [200, 'Engine', 'sent', 'Record', 'm2', 'R2'],
      [300, 'Engine', 'sent', 'Unlogged', 'm3', 'R2'],
      [400, 'Record', 'received', 'Engine', 'm4', 'R3'],
      [500, 'Engine', 'sent', 'Record', 'm5', 'R3'],
    ]),
    'flows.csv': flowsText([['Engine', 'Record', 60]]),
  };
  await inCase(files, ({ openCase }) => {
    const rows = traceList(openCase, readEstate(openCase.db), ['R2', 'R9', 'R1']);
    expect(
      rows.map(({ asked, record, events, hops, lastProvedAt, firstProvedAbsent }) => [
        asked,
        record,
        events,
        hops,
        lastProvedAt?.at ?? null,
        firstProvedAbsent?.system ?? null,
      ]),
    ).toEqual([
      ['R2', 'R2', 2, { lost: 1, unobservable: 1 }, at(300), 'Record'],
      ['R9', null, 0, {}, null, null],
      ['R1', 'R1', 2, { delivered: 1 }, at(101), null],
    ]);
    // R3 is proved present in Record by another line: what is absent there is a message about it.
    const absent = traceList(openCase, readEstate(openCase.db), ['R2', 'R3']).map(
      ({ firstProvedAbsent: proof }) => [proof?.of, proof?.because.split(' at ')[0]],
    );
    expect(absent).toEqual([
      ['record', 'Engine sent it'],
      ['message', 'Engine sent a message about it'],
    ]);
  });
});
