import { expect, test } from 'vitest';
import {
  counted,
  day,
  firstSentences,
  moment,
  readableMoments,
  sentence,
  share,
  someOf,
  span,
} from './words';

test('dates, shares and lists are written as a person would', () => {
  expect([
    day('2024-02-05T10:00:00.000Z'),
    day('no date'),
    moment('2024-02-05T09:07:30.000Z'),
    span('2024-02-05', '2024-04-14'),
    span('2024-02-24', '2024-02-26'),
    span('2023-11-05', '2024-01-14'),
    span('2024-02-05', '2024-02-05'),
    share(133, 210),
    share(1, 100_000),
    share(3, 90),
    share(0, 0),
    someOf(['A', 'B', 'C', 'D'], 2),
    someOf(['A', 'B'], 2),
    someOf([], 2),
    counted(1, 'system'),
    counted(1200, 'system'),
    sentence('the log has a gap'),
    sentence('It ended (early).'),
    sentence('heron-record.jsonl ends in a torn line'),
    firstSentences('One sentence. Version 2.3 is another. A third.', 38),
  ]).toEqual([
    '5 February 2024',
    'no date',
    '5 February 2024, 09:07 UTC',
    '5 February to 14 April 2024',
    '24 to 26 February 2024',
    '5 November 2023 to 14 January 2024',
    '5 February 2024',
    '63%',
    'under 0.1%',
    '3.3%',
    '0%',
    'A, B and 2 more',
    'A and B',
    '',
    '1 system',
    '1,200 systems',
    'The log has a gap.',
    'It ended (early).',
    'heron-record.jsonl ends in a torn line.',
    'One sentence. Version 2.3 is another.',
  ]);
});

test('moments in the engine’s words are written out; a quotation and a file’s name stay as they are', () => {
  const text =
    'Between 2024-02-28 19:20 and 2024-02-29T09:31:05Z. End of life 2024-01-31; “seen on 2024-03-01” in births-2024-03-18.hl7.';
  expect(readableMoments(text)).toBe(
    'Between 28 February 2024, 19:20 UTC and 29 February 2024, 09:31 UTC. End of life 31 January 2024; “seen on 2024-03-01” in births-2024-03-18.hl7.',
  );
});
