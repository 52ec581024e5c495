import { describe, expect, it } from 'vitest';
import { headerlessLog } from './headerless-log';

type Row = readonly string[];
const told = (rows: readonly Row[]) =>
  headerlessLog(rows.map((cells, index) => ({ line: index + 1, cells })))?.columns ?? null;

const moment = (hour: number, minute: number) => new Date(Date.UTC(2024, 4, 6, hour, minute)).toISOString();
/** Hourly heartbeats and, between them, a message in and its sending on. */
const rows: readonly Row[] = Array.from({ length: 12 }, (_, hour): readonly Row[] => {
  const about = [`M-00${hour}`, '9434765919', hour % 2 === 0 ? 'Quay' : 'Hill'];
  return [
    [moment(hour, 0), 'Engine', 'heartbeat', '', '', '', ''],
    [moment(hour, 5), 'Engine', 'received', 'Laboratory', ...about],
    [moment(hour, 6), 'Engine', 'sent', 'Ward Record', ...about],
  ];
}).flat();
const inOrder = (...columns: readonly number[]) => rows.map((row) => columns.map((i) => row[i] ?? ''));

describe('a log without a header', () => {
  it('is told by what stands in its columns, the other end beside writer and event', () => {
    expect([told(rows), told(inOrder(3, 2, 1, 0, 6, 5, 4))]).toEqual([
      { time: 1, system: 2, event: 3, peer: 4, message: 5, record: 6 },
      { time: 4, system: 3, event: 2, peer: 1, message: 7, record: 6 },
    ]);
  });

  it('is told wherever its columns stand, once only one can be the other end', () => {
    expect(told(inOrder(4, 3, 0, 2, 5, 1))).toEqual({
      time: 3,
      system: 6,
      event: 4,
      peer: 2,
      message: 1,
      record: 5,
    });
  });

  it('is told by shared names where several systems wrote it', () => {
    const both = rows.flatMap((row): readonly Row[] => [
      row,
      row.map((cell, i) => (i === 1 ? 'Ward Record' : i === 3 && cell !== '' ? 'Engine' : cell)),
    ]);
    expect(
      told(both.map((row) => [row[6], row[3], row[0], row[2], row[5], row[1], row[4]].map(String))),
    ).toEqual({
      time: 3,
      system: 6,
      event: 4,
      peer: 2,
      message: 7,
      record: 5,
    });
  });

  it.each([
    ['has a header', [['a', 'b', 'c', 'd', 'e', 'f', 'g'], ...rows]],
    ['could name its other end in two columns', inOrder(6, 4, 3, 0, 2, 5, 1)],
    ['has two columns of ids', rows.map((row) => [...row, row[4] === '' ? '' : `x${row[4]}`])],
    ['names no event that a message has', rows.filter((row) => row[2] === 'heartbeat')],
    ['has too few rows', rows.slice(0, 4)],
    ['has no row', []],
  ])('is left to a mapping where it %s', (_, table) => {
    expect(told(table)).toBeNull();
  });
});
