import { afterEach, expect, it } from 'vitest';
import { removeSource } from '../../store/sources/remove-source';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';
import { isoTime, isoTimes } from '../moments';
import { messagesWithWords } from './messages-with-words';

let test: TemporaryCase;
afterEach(() => test.dispose());

const header = 'Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number';
const log = (lines: number, begin: number): string =>
  [
    header,
    ...Array.from({ length: lines }, (_, n) => {
      const time = n % 11 === 3 ? '' : isoTime(begin + n * 61_000_123);
      const message = ['', `M${n % 50}`, `Étude ${n % 9} K`, `x-${n * 7919}`][n % 4];
      return [time, 'A', 'sent', 'B', message, n % 5 === 0 ? '' : `r-${n % 13}É`].join(',');
    }),
  ].join('\n');

const words = [
  'm4',
  'étude',
  'k',
  '20',
  '12:',
  'b',
  'log.csv:',
  'log.csv:1',
  'csv:12',
  ':12',
  '7',
  '.0',
  'z',
  '-13',
  'r-1',
  'é',
  'p-',
  '79',
  '2024-03-01t1',
  'a',
  'log.csv:x',
  '3z',
];

for (const keepIdentifiers of [true, false]) {
  it(`finds what a look at each message finds, with identifiers ${keepIdentifiers ? 'kept' : 'as pseudonyms'}`, async () => {
    test = temporaryCase({ keepIdentifiers });
    await test.importText('A log.csv', log(300, 1_709_290_000_000_000));
    await test.importText('gone.csv', log(70, 1_709_290_500_000_000));
    await test.importText('B Log.csv', log(200, -86_400_000_000));
    const { db } = test.openCase;
    removeSource(db, 2, 'made for a hole');
    const all = Uint32Array.from(
      db.all<{ id: number }>('SELECT id FROM event ORDER BY time IS NULL, time'),
      ({ id }) => id,
    );
    const some = all.filter((id) => id % 3 === 1);
    for (const ids of [all, some, all.subarray(0, 1)]) {
      const told = words.map((word) => [word, [...messagesWithWords(db, ids, [word], 0)]]);
      expect(told).toEqual(words.map((word) => [word, [...messagesWithWords(db, ids, [word], 1e9)]]));
    }
    expect(messagesWithWords(db, all, ['m4', '20'], 0).length).toBeGreaterThan(0);
    expect(messagesWithWords(db, all, ['nowhere'], 0).length).toBe(0);
  });
}

it('writes many times as one is written', () => {
  test = temporaryCase();
  const many = isoTimes();
  const times = [
    0, 999, -1, -86_400_000_001, 1_709_290_000_123_456, 253_402_300_800_000_000, 8.64e18, 8.65e18,
    -62_200_000_000_000_000, 1_709_290_000_123_000,
  ];
  expect(times.map(many)).toEqual(times.map(isoTime));
});
