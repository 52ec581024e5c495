import { describe, expect, it } from 'vitest';
import { readEstate } from '../../store/facts/estate-reader';
import { messages } from '../losses/lost';
import { beats, flowsText, inCase, type Line, logText } from '../testing/small-logs';

const day = 1440;
const limits = flowsText([['A', 'B', day]]);
const words = ['delivered', 'pending', 'lost', 'unobservable'] as const;

/** Thirty messages that arrive within two minutes, so that the flow's usual time is known. */
const usual: readonly Line[] = Array.from({ length: 30 }, (_, i): readonly Line[] => [
  [60 + i * 60, 'A', 'sent', 'B', `usual ${i}`, `r${i}`],
  [61 + i * 60, 'B', 'received', 'A', `usual ${i}`, `r${i}`],
]).flat();

/** What became of the messages that were sent at these minutes and never received. */
function became(lines: readonly Line[], minutes: readonly number[]): Promise<readonly string[]> {
  const sends = minutes.map((minute): Line => [minute, 'A', 'sent', 'B', `at ${minute}`, `s${minute}`]);
  return inCase(
    { 'log.csv': logText([...usual, ...lines, ...sends]), 'flows.csv': limits },
    ({ openCase: { db } }) => {
      const of = new Map(
        words.flatMap((disposition) =>
          messages(db, readEstate(db), { disposition }).map(({ message }) => [message, disposition] as const),
        ),
      );
      return minutes.map((minute) => of.get(`at ${minute}`) ?? 'nothing');
    },
  );
}

describe('the edges of what a log covers', () => {
  it('holds for lost only what was due before a gap began or sent after it ended', async () => {
    const lines = [
      ...beats('A', 0, 9 * day),
      ...beats('B', 0, 4 * day),
      ...beats('B', 4 * day + 600, 9 * day),
    ];
    const gap = [4 * day, 4 * day + 600] as const;
    expect(await became(lines, [gap[0] - 2, gap[0] - 0.5, gap[0] + 300, gap[1] - 0.5, gap[1] + 1])).toEqual([
      'lost',
      'unobservable',
      'unobservable',
      'unobservable',
      'lost',
    ]);
  });

  it('calls nothing "not received yet" that may have been received in a gap shortly before the log’s end', async () => {
    const lines = [
      ...beats('A', 0, 9 * day),
      ...beats('B', 0, 8 * day),
      ...beats('B', 8 * day + 600, 9 * day),
    ];
    expect(await became(lines, [8 * day - 30, 8 * day + 300, 8 * day + 700])).toEqual([
      'lost',
      'unobservable',
      'pending',
    ]);
  });

  it('waits for what was sent before a cut-off log’s end, and cannot tell of what was sent after it', async () => {
    const end = 6 * day + 330;
    const lines = [...beats('A', 0, 9 * day), ...beats('B', 0, end), [end, 'B', 'heartbeat'] as Line];
    expect(await became(lines, [end - day - 1, end - day + 1, end - 1, end + 1, end + day])).toEqual([
      'lost',
      'pending',
      'pending',
      'unobservable',
      'unobservable',
    ]);
  });

  it('takes a log whose last heartbeat is of the last hour of a day to go on to midnight', async () => {
    const lines = [...beats('A', 0, 9 * day), ...beats('B', 0, 6 * day - 60)];
    expect(await became(lines, [6 * day - 30, 6 * day - 1, 6 * day + 1])).toEqual([
      'pending',
      'pending',
      'unobservable',
    ]);
  });

  it('takes a log whose lines come at random to go on for about as long as there is between two of them', async () => {
    const minutes = Array.from({ length: 160 }, (_, i) => 60 + i * 55 + ((i * i * 37) % 53));
    const traffic = minutes.flatMap((minute, i): Line[] => [
      [minute, 'A', 'sent', 'B', `random ${i}`, `q${i}`],
      [minute + 1, 'B', 'received', 'A', `random ${i}`, `q${i}`],
    ]);
    const last = (minutes.at(-1) ?? 0) + 1;
    const lines = [...beats('A', 0, 9 * day), ...traffic];
    expect(await became(lines, [last - 10, last + 20, last + 180])).toEqual([
      'pending',
      'pending',
      'unobservable',
    ]);
  });
});
