import { expect, test } from 'vitest';
import { matchingFormats } from './matching-formats';

const format = (id: string, title: string, drops: readonly string[]) => ({
  id,
  title,
  version: 1,
  detects: 'by its first line',
  fields: ['system', 'time'],
  drops,
});

test('a format is found by words of its name and of what is dropped, in any order and case', () => {
  const formats = [format('xes', 'XES event log', ['extensions']), format('csv', 'CSV table', [])];
  const ids = (text: string) => matchingFormats(formats, text).map(({ id }) => id);
  expect([ids(''), ids('LOG event'), ids('extensions'), ids('system'), ids('system pdf')]).toEqual([
    ['xes', 'csv'],
    ['xes'],
    ['xes'],
    ['xes', 'csv'],
    [],
  ]);
});
