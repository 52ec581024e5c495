import { describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { correctCoverage, retractCorrection } from '../../store/kept/coverage-corrections';
import { reconcile } from '../reconcile/reconcile';
import { at, beats, countsOf, flowsText, inCase, type Line, logText } from '../testing/small-logs';
import { coverageRows } from './coverage';

const day = 1440;
const onlySent = 'One file shows only what was sent: nothing is said there of what arrived.';

const coverageOf = (lines: readonly Line[]) =>
  inCase({ 'log.csv': logText(lines) }, ({ openCase }) =>
    coverageRows(openCase.db).map(({ system, rule, confidence, spans, notes }) => ({
      system,
      rule,
      confidence,
      spans: spans.map(({ from, to }) => [from, to]),
      notes,
    })),
  );

/** Numbers between 0 and 1 that look random and are always the same. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lines at random moments, so many a day, but for what falls into a gap. */
function randomLines(perDay: number, days: number, gap: readonly [number, number], seed = 7): Line[] {
  const random = noise(seed);
  const minutes = Array.from({ length: perDay * days }, () => random() * days * day).sort((a, b) => a - b);
  return minutes
    .filter((minute) => minute < gap[0] || minute >= gap[1])
    .map((minute): Line => [Math.floor(minute * 60) / 60, 'A', 'sent', 'B', `m${minute}`]);
}

describe('coverage', () => {
  it('knows a gap of hours by missing heartbeats, and ends it with the next line', async () => {
    const lines = [...beats('A', 0, 5 * day), ...beats('A', 5 * day + 300, 10 * day)];
    expect(await coverageOf(lines)).toEqual([
      {
        system: 'A',
        rule: 'heartbeats',
        confidence: 'high',
        spans: [
          [at(0), at(5 * day)],
          [at(5 * day + 300), at(10 * day)],
        ],
        notes: [],
      },
    ]);
  });

  it('extends both edges to midnight where whole days are missing', async () => {
    const lines = [...beats('A', 0, 5 * day - 60), ...beats('A', 7 * day, 10 * day)];
    expect((await coverageOf(lines))[0]?.spans).toEqual([
      [at(0), '2024-05-10T23:59:59.999999Z'],
      [at(7 * day), at(10 * day)],
    ]);
  });

  it('finds two missing days in a log of 30 lines a day without heartbeats, and no gap without them', async () => {
    const found = await coverageOf(randomLines(30, 60, [20 * day, 22 * day]));
    const whole = await coverageOf(randomLines(30, 60, [0, 0]));
    expect([found[0]?.rule, found[0]?.confidence, found[0]?.spans.length]).toEqual(['rhythm', 'medium', 2]);
    expect(whole[0]?.spans.length).toBe(1);
  });

  it('takes nights and weekends without a line for what they are', async () => {
    const random = noise(3);
    const lines: Line[] = [];
    for (let d = 0; d < 70; d += 1) {
      // The start is a Monday.
      if (d % 7 > 4 || (d >= 35 && d <= 36)) continue;
      for (let i = 0; i < 40; i += 1)
        lines.push([d * day + 8 * 60 + Math.floor(random() * 600), 'A', 'sent', 'B', `${d}-${i}`]);
    }
    lines.sort((a, b) => Number(a[0]) - Number(b[0]));
    const [log] = await coverageOf(lines);
    // Friday evening to Wednesday morning: the missing Monday and Tuesday are found, no weekend is.
    expect(log?.spans.length).toBe(2);
    expect(log?.spans[0]?.[1]?.slice(0, 10)).toBe('2024-06-07');
    expect(log?.spans[1]?.[0]?.slice(0, 10)).toBe('2024-06-12');
  });

  it('knows a nightly batch by the silence that it keeps', async () => {
    const lines: Line[] = [];
    for (let d = 0; d < 40; d += 1) {
      if (d === 20) continue;
      for (let i = 0; i < 50; i += 1) lines.push([d * day + 120 + i / 10, 'A', 'sent', 'B', `${d}-${i}`]);
    }
    const [log] = await coverageOf(lines);
    expect([log?.rule, log?.spans.length]).toEqual(['regular', 2]);
  });

  it('is not thrown by one line of 1970 and one of 2150', async () => {
    const lines: readonly Line[] = [
      [-28_000_000, 'A', 'sent', 'B', 'old'],
      ...randomLines(30, 60, [20 * day, 22 * day]),
      [66_000_000, 'A', 'sent', 'B', 'new'],
    ];
    expect((await coverageOf(lines))[0]?.spans.length).toBe(4);
  });

  it('says so where no line has a time, and where lines are few', async () => {
    expect(
      await coverageOf([
        [null, 'A', 'sent', 'B', 'm1'],
        [null, 'A', 'sent', 'B', 'm2'],
      ]),
    ).toEqual([{ system: 'A', rule: 'no times', confidence: 'none', spans: [], notes: [] }]);
    expect(
      await coverageOf([
        [0, 'A', 'sent', 'B', 'm1'],
        [60, 'A', 'sent', 'B', 'm2'],
      ]),
    ).toEqual([
      { system: 'A', rule: 'few lines', confidence: 'low', spans: [[at(0), at(60)]], notes: [onlySent] },
    ]);
  });

  it('takes holes in a log’s own line numbers for lines that are missing', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => (i < 40 ? i : i + 5)).map(
      (number) => `${at(number)},A,sent,B,m${number},${number}`,
    );
    const text = ['Timestamp,Logged by,Event,Peer,Message Control ID,Sequence No', ...rows, ''].join('\n');
    await inCase({ 'log.csv': text }, ({ openCase }) => {
      const [log] = coverageRows(openCase.db);
      expect(log?.gaps.map((gap) => [gap.from.slice(11, 16), gap.to.slice(11, 16), gap.because])).toEqual([
        ['00:39', '00:44', '5 line numbers are missing between 39 and 45 (6 minutes).'],
      ]);
      expect(log?.notes).toEqual(['Its own line numbers (Sequence No) lack 5 in 1 places.', onlySent]);
    });
  });

  it('notes a file that ends at a row cap, and one that ends in a torn line', async () => {
    const lines = Array.from({ length: 65_535 }, (_, i): Line => [i / 100, 'A', 'sent', 'B', `m${i}`]);
    expect((await coverageOf(lines))[0]?.notes).toEqual([
      'log.csv has exactly 65535 rows, where programs commonly stop: lines after its last one may be missing.',
      onlySent,
    ]);
    await inCase({ 'log.csv': `${logText([[0, 'A', 'sent', 'B', 'm1']])}2024-0` }, ({ openCase }) => {
      expect(coverageRows(openCase.db)[0]?.notes).toEqual([
        'log.csv ends in a line that cannot be read (line 3): lines after it may be missing.',
        onlySent,
      ]);
    });
  });

  it('lets a person correct it, with a reason, and take that back', async () => {
    const lines: readonly Line[] = [
      ...beats('A', 0, 3 * day),
      ...beats('B', 0, day),
      ...beats('B', 2 * day, 3 * day),
      [day + 600, 'A', 'sent', 'B', 'm1', 'r1'],
    ];
    const files = { 'log.csv': logText(lines), 'flows.csv': flowsText([['A', 'B', 60]]) };
    await inCase(files, ({ openCase: { db } }) => {
      const verdict = () => countsOf(reconcile(db, readEstate(db)))['A > B'];
      const before = verdict();
      const by = { reason: 'The file of that day was seen on paper', author: 'An Investigator' };
      correctCoverage(db, { system: 'b', from: at(day), to: at(2 * day), isCovered: true, ...by });
      const corrected = verdict();
      const [own] = coverageRows(db)[1]?.corrections ?? [];
      retractCorrection(db, own?.id ?? 0, 'A mistake', 'An Investigator');
      expect([before, corrected, verdict(), own?.reason]).toEqual([
        { sent: 1, unobservable: 1 },
        { sent: 1, lost: 1 },
        { sent: 1, unobservable: 1 },
        'The file of that day was seen on paper',
      ]);
    });
  });

  it('counts of a gap only what nobody says was covered, and judges across a closed one as one stretch', async () => {
    const lines: readonly Line[] = [
      ...beats('A', 0, 3 * day),
      ...beats('B', 0, day),
      ...beats('B', 2 * day, 3 * day),
      [2 * day - 90, 'A', 'sent', 'B', 'm1', 'r1'],
    ];
    const files = { 'log.csv': logText(lines), 'flows.csv': flowsText([['A', 'B', 120]]) };
    await inCase(files, ({ openCase: { db } }) => {
      const seen = () => {
        const { gaps = [], closedGaps = [], spans = [] } = coverageRows(db)[1] ?? {};
        const from = ({ from, to }: { from: string; to: string }) => `${from} to ${to}`;
        return {
          gaps: gaps.map(from),
          closed: closedGaps.map(from),
          spans: spans.length,
          verdict: countsOf(reconcile(db, readEstate(db)))['A > B'],
        };
      };
      const by = { system: 'B', isCovered: true, reason: 'Seen on paper', author: 'An Investigator' };
      const [gap] = coverageRows(db)[1]?.gaps ?? [];
      const [begin, end] = [gap?.from ?? '', gap?.to ?? ''];
      const before = seen();
      correctCoverage(db, { ...by, from: begin, to: at(2 * day - 180) });
      const partly = seen();
      correctCoverage(db, { ...by, from: at(2 * day - 180), to: end });
      const wholly = seen();
      correctCoverage(db, { ...by, from: begin, to: end, isCovered: false });
      expect([before, partly, wholly, seen().gaps]).toEqual([
        { gaps: [`${begin} to ${end}`], closed: [], spans: 2, verdict: { sent: 1, unobservable: 1 } },
        {
          gaps: [`${at(2 * day - 180).replace('.000Z', '.000001Z')} to ${end}`],
          closed: [],
          spans: 2,
          verdict: { sent: 1, unobservable: 1 },
        },
        { gaps: [], closed: [`${begin} to ${end}`], spans: 1, verdict: { sent: 1, lost: 1 } },
        [`${begin} to ${end}`],
      ]);
    });
  });
});
