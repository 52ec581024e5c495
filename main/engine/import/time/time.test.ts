import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectTimeFormat, formatFromPattern, patternOf } from './detect-format';
import { IsoBytes } from './iso-bytes';
import { parseTime } from './time-format';
import { ZoneClock } from './zone';

const iso = (text: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd'): string | null => {
  const parsed = parseTime(text, { kind: 'fields', order });
  if (!parsed) return null;
  return new Date((parsed.clock - (parsed.offsetMinutes ?? 0) * 60_000_000) / 1000).toISOString();
};

describe('times of logs', () => {
  it('reads the shapes that logs have', () => {
    expect([
      iso('2023-02-12T00:17:14.440Z'),
      iso('2010-12-30 14:32:00+01:00'),
      iso('2014/10/22 11:15:41.000'),
      iso('2023-02-12'),
      iso('23/01/2023 01:31:55', 'dmy'),
      iso('01/23/2023 1:31 PM', 'mdy'),
      iso('23-Jan-2023 10:00', 'dmy'),
      iso('Mon, 23 Jan 2023 10:00:00 GMT', 'dmy'),
      iso('Jan 23, 2023 10:00', 'mdy'),
      iso('23.01.23 09:05', 'dmy'),
      iso('2023-02-12T24:00:00Z'),
    ]).toEqual([
      '2023-02-12T00:17:14.440Z',
      '2010-12-30T13:32:00.000Z',
      '2014-10-22T11:15:41.000Z',
      '2023-02-12T00:00:00.000Z',
      '2023-01-23T01:31:55.000Z',
      '2023-01-23T13:31:00.000Z',
      '2023-01-23T10:00:00.000Z',
      '2023-01-23T10:00:00.000Z',
      '2023-01-23T10:00:00.000Z',
      '2023-01-23T09:05:00.000Z',
      '2023-02-13T00:00:00.000Z',
    ]);
  });

  it.each([
    ['26 mars 2023 00:30', 'dmy', '2023-03-26T00:30:00.000Z'],
    ['26. März 2023 00:30:00', 'dmy', '2023-03-26T00:30:00.000Z'],
    ['Sun Mar 26 00:30:00 2023', 'mdy', '2023-03-26T00:30:00.000Z'],
    ['Sun Mar 26 00:30:00 BST 2023', 'mdy', '2023-03-25T23:30:00.000Z'],
    ['26-MAR-23 02.30.00.123456000 PM', 'dmy', '2023-03-26T14:30:00.123Z'],
    ['26/Mar/2023:00:30:00 +0100', 'dmy', '2023-03-25T23:30:00.000Z'],
    ['26 MAR 23 0030', 'dmy', '2023-03-26T00:30:00.000Z'],
    ['00:30:15 26/03/2023', 'dmy', '2023-03-26T00:30:15.000Z'],
    ['2023-03-26T0030Z', 'ymd', '2023-03-26T00:30:00.000Z'],
    ['26.03.2023 0.30', 'dmy', '2023-03-26T00:30:00.000Z'],
    ['2023-03-26 00:30:00 EST', 'ymd', '2023-03-26T05:30:00.000Z'],
    // Four digits in front are a year in a column of any order.
    ['2023-03-26 00:30', 'dmy', '2023-03-26T00:30:00.000Z'],
  ] as const)('reads %s as %s', (text, order, expected) => {
    expect(iso(text, order)).toBe(expected);
  });

  it('refuses moments that do not exist', () => {
    expect(
      ['2023-13-45T99:00:00Z', '2023-02-29', '2023-04-31', '2023-01-01T25:00:00Z', 'not a time', ''].map(
        (t) => iso(t),
      ),
    ).toEqual([null, null, null, null, null, null]);
  });

  it('decides day and month for the column, and says when nothing decides it', () => {
    const order = (samples: string[]) => {
      const d = detectTimeFormat(samples);
      return d && [patternOf(d.format), d.isAmbiguous, d.needsZone];
    };
    expect([
      order(['01/02/2023 10:00', '23/01/2023 11:00']),
      order(['01/02/2023 10:00', '01/23/2023 11:00']),
      order(['01/02/2023 10:00', '03/04/2023 11:00']),
      order(['20230123101500', '20230123101501']),
      order(['1674468915', '1674468916']),
      order(['1674468915123']),
      order(['apples', 'pears']),
      order(['26 Mar 2023 10:00', '27 Mar 2023 11:00']),
      order(['Sun Mar 26 00:30:00 2023']),
      order(['45011.5', '45012.25']),
      order(['2023-13-45T99:00:00Z']),
      order(['n', 'n', 'n', '2023-01-01T00:00:00Z']),
    ]).toEqual([
      ['dd/MM/yyyy HH:mm:ss', false, true],
      ['MM/dd/yyyy HH:mm:ss', false, true],
      ['dd/MM/yyyy HH:mm:ss', true, true],
      ['yyyyMMddHHmmss', false, true],
      ['epoch', false, false],
      ['epoch-ms', false, false],
      null,
      ['dd/MM/yyyy HH:mm:ss', false, true],
      ['MM/dd/yyyy HH:mm:ss', false, true],
      ['serial', false, true],
      ['', false, false],
      ['yyyy-MM-dd HH:mm:ss', false, false],
    ]);
  });

  it('reads by any pattern of LDML, strftime or capital letters', () => {
    const read = (text: string, pattern: string): string | null => {
      const format = formatFromPattern(pattern);
      const parsed = format && parseTime(text, format);
      return (
        parsed && new Date((parsed.clock - (parsed.offsetMinutes ?? 0) * 60_000_000) / 1000).toISOString()
      );
    };
    expect([
      read('29.10.2023 13h45', "dd.MM.yyyy HH'h'mm"),
      read('20231029 134556', 'yyyyMMdd HHmmss'),
      read('20231029-13:45:56.789', 'yyyyMMdd-HH:mm:ss.SSS'),
      read('23-10-29 13:45', 'yy-MM-dd HH:mm'),
      read('2023-302 13:45', 'yyyy-DDD HH:mm'),
      read('1:45 PM 29 October 2023', 'h:mm a d MMMM yyyy'),
      read('Sun 29 Oct 13:45:56 +0100 2023', 'EEE dd MMM HH:mm:ss Z yyyy'),
      read('29/10/2023 13:45', '%d/%m/%Y %H:%M'),
      read('29-10-2023 13:45', 'DD-MM-YYYY HH:mm'),
      read('29102023', 'ddMMyyyy'),
      read('29/10/2023 13:45', 'yyyyMMdd HHmmss'),
    ]).toEqual([
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T13:45:56.000Z',
      '2023-10-29T13:45:56.789Z',
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T12:45:56.000Z',
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T13:45:00.000Z',
      '2023-10-29T00:00:00.000Z',
      null,
    ]);
  });

  it('understands patterns of a mapping', () => {
    expect(
      ['dd/MM/yyyy HH:mm:ss', 'yyyy-MM-dd', 'MM-dd-yyyy', 'yyyyMMddHHmmss', 'epoch-ms', 'nonsense'].map(
        formatFromPattern,
      ),
    ).toEqual([
      { kind: 'fields', order: 'dmy' },
      { kind: 'fields', order: 'ymd' },
      { kind: 'fields', order: 'mdy' },
      { kind: 'compact' },
      { kind: 'epoch', unit: 'ms' },
      null,
    ]);
  });

  it('reads bytes as it reads text, for every moment', () => {
    const fast = new IsoBytes();
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const text = date.toISOString();
        const bytes = Buffer.from(text);
        return (
          fast.parse(bytes, 0, bytes.length) === parseTime(text, { kind: 'fields', order: 'ymd' })?.clock
        );
      }),
    );
  });

  it('leaves anything else to the slow path', () => {
    const fast = new IsoBytes();
    const texts = [
      '2023-13-45T99:00:00Z',
      '2023-01-01T00:00:00',
      '2023-01-01T00:0x:00Z',
      '',
      '2023-02-30T00:00:00Z',
    ];
    expect(texts.map((t) => fast.parse(Buffer.from(t), 0, t.length))).toEqual(texts.map(() => Number.NaN));
  });

  it('follows the clocks of a zone through summer time, both ways', () => {
    const london = new ZoneClock('Europe/London');
    const at = (text: string, previous: string | null = null) => {
      const clock = parseTime(text, { kind: 'fields', order: 'ymd' })?.clock ?? Number.NaN;
      const { time, doubt } = london.toUtc(clock, previous === null ? null : Date.parse(previous) * 1000);
      return [new Date(time / 1000).toISOString(), doubt];
    };
    expect([
      at('2023-01-23T12:00:00'),
      at('2023-07-23T12:00:00'),
      at('2023-03-26T00:59:59'),
      at('2023-03-26T01:30:00'),
      at('2023-03-26T02:00:00'),
      at('2023-10-29T00:30:00'),
      at('2023-10-29T01:30:00'),
      at('2023-10-29T01:10:00', '2023-10-29T00:50:00Z'),
      at('2023-10-29T02:30:00'),
    ]).toEqual([
      ['2023-01-23T12:00:00.000Z', null],
      ['2023-07-23T11:00:00.000Z', null],
      ['2023-03-26T00:59:59.000Z', null],
      ['2023-03-26T01:30:00.000Z', 'skipped'],
      ['2023-03-26T01:00:00.000Z', null],
      ['2023-10-28T23:30:00.000Z', null],
      ['2023-10-29T00:30:00.000Z', 'repeated'],
      ['2023-10-29T01:10:00.000Z', 'repeated'],
      ['2023-10-29T02:30:00.000Z', null],
    ]);
  });
});
