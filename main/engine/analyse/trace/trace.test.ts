import { describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { reconciliation } from '../reconcile/reconciliation';
import { importedCase } from '../testing/imported-case';
import { at, beats, flowsText, inCase, type Line, logText } from '../testing/small-logs';
import { recordsOfMessage } from './records-of-message';
import { trace } from './trace';

const day = 1440;
const lines: readonly Line[] = [
  ...beats('Laboratory', 0, 3 * day),
  ...beats('Engine', 0, 3 * day),
  ...beats('Record', 0, 3 * day),
  [100, 'Laboratory', 'sent', 'Engine', 'm1', '943 476 5919'],
  [101, 'Engine', 'received', 'Laboratory', 'm1', '9434765919'],
  [102, 'Engine', 'sent', 'Record', 'm1', 'MRN-7'],
  [500, 'Engine', 'received', 'Unlogged', 'm2', 'MRN-7'],
];
const files = {
  'log.csv': logText(lines),
  'flows.csv': flowsText([
    ['Laboratory', 'Engine', 60],
    ['Engine', 'Record', 60],
  ]),
  'crosswalk.csv': 'Old number,New number\nMRN-7,9434765919\n',
};

describe('trace', () => {
  it('follows a record through its other numbers, hop by hop, to where it is proved and where it is not', async () => {
    await inCase(files, ({ openCase }) => {
      const estate = readEstate(openCase.db);
      const found = trace(openCase, estate, '943-476-5919', { reconcileUpTo: 0 });
      expect({
        record: found.record,
        aliases: found.aliases,
        events: found.events.map((e) => [e.time, e.system, e.event, e.peer, e.record, e.file, e.line]),
        hops: found.hops.map((h) => [h.from, h.to, h.disposition, h.sentAt, h.receivedAt]),
        last: [found.lastProvedAt?.system, found.lastProvedAt?.at, found.lastProvedAt?.line],
        absent: [found.firstProvedAbsent?.system, found.firstProvedAbsent?.at, found.firstProvedAbsent?.line],
      }).toEqual({
        record: '9434765919',
        aliases: ['MRN-7'],
        events: [
          [at(100), 'Laboratory', 'sent', 'Engine', '9434765919', 'log.csv', 221],
          [at(101), 'Engine', 'received', 'Laboratory', '9434765919', 'log.csv', 222],
          [at(102), 'Engine', 'sent', 'Record', 'MRN-7', 'log.csv', 223],
          [at(500), 'Engine', 'received', 'Unlogged', 'MRN-7', 'log.csv', 224],
        ],
        hops: [
          ['Laboratory', 'Engine', 'delivered', at(100), at(101)],
          ['Engine', 'Record', 'lost', at(102), null],
          ['Unlogged', 'Engine', 'unobservable', null, at(500)],
        ],
        last: ['Engine', at(500), 224],
        absent: ['Record', at(162), 223],
      });
      // The same once the whole case has been reconciled.
      reconciliation(openCase.db, estate);
      expect(trace(openCase, estate, '943-476-5919')).toEqual(found);
    });
  });

  it('finds the records of a message by its id', async () => {
    await inCase(files, ({ openCase }) => {
      const [known, unknown] = ['m1', 'm9'].map((id) => recordsOfMessage(openCase.db, id));
      expect([known?.lines, [...(known?.records ?? [])].sort(), unknown]).toEqual([
        3,
        ['9434765919', 'MRN-7'],
        { lines: 0, records: [] },
      ]);
    });
  });

  it('says of a message what reconciling says, though its record alone does not show the usual delay', async () => {
    const many: Line[] = [...beats('A', 0, 8 * day), ...beats('B', 0, 8 * day)];
    for (let i = 0; i < 60; i += 1) {
      many.push([i * 100, 'A', 'sent', 'B', `m${i}`, `r${i}`]);
      if (i !== 30) many.push([i * 100 + 1, 'B', 'received', 'A', `m${i}`, `r${i}`]);
    }
    const kept = many.filter(([minute]) => (minute ?? 0) < 3120 || (minute ?? 0) > 3300);
    await inCase({ 'log.csv': logText(kept), 'flows.csv': flowsText([['A', 'B', 600]]) }, ({ openCase }) => {
      const estate = readEstate(openCase.db);
      const ask = (reconcileUpTo?: number) =>
        trace(openCase, estate, 'r30', reconcileUpTo === undefined ? {} : { reconcileUpTo }).hops[0]
          ?.disposition;
      expect([ask(0), ask(), ask(0)]).toEqual(['unobservable', 'lost', 'lost']);
    });
  });

  it('finds a known identifier in a pseudonymised case, and a pseudonym as shown', async () => {
    const { openCase, remove } = await importedCase(files, { keepIdentifiers: false });
    const estate = readEstate(openCase.db);
    const found = trace(openCase, estate, '9434765919');
    const shown = trace(openCase, estate, found.record);
    const stranger = () => trace({ ...openCase, keys: null }, estate, '9434765919');
    const unknown = () => trace(openCase, estate, '1234567890');
    expect([found.record.slice(0, 2), found.eventCount, shown]).toEqual(['p-', 4, found]);
    expect(stranger).toThrow(/key is not on this machine/);
    expect(unknown).toThrow(/No line of this case names/);
    remove();
  });

  it('follows a record of 100,000 lines', async () => {
    const many: Line[] = [...beats('B', 0, 80 * day)];
    for (let i = 0; i < 50_000; i += 1) {
      many.push([i * 2, 'A', 'sent', 'B', `m${i}`, 'r1']);
      if (i !== 777) many.push([i * 2 + 1, 'B', 'received', 'A', `m${i}`, 'r1']);
    }
    await inCase({ 'log.csv': logText(many), 'flows.csv': flowsText([['A', 'B', 60]]) }, ({ openCase }) => {
      const found = trace(openCase, readEstate(openCase.db), 'r1', { limit: 5, reconcileUpTo: 0 });
      expect([found.eventCount, found.events.length, found.firstProvedAbsent?.at]).toEqual([
        99_999,
        5,
        at(1614),
      ]);
    });
  });
});
