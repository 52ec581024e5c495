import { expect, test } from 'vitest';
import { mappingLines } from './mapping-lines';

test('a mapping reads as one line a setting, its columns without their heading', () => {
  const mapping = {
    kind: 'log',
    headerRow: 1,
    delimiter: ';',
    columns: { record: 'NHS No', messageId: 3 },
    time: { zone: 'Europe/London' },
    values: { event: { Gesendet: 'sent' } },
    pattern: null,
  };
  expect(mappingLines(mapping)).toEqual([
    ['Holds', 'Log of events'],
    ['Header on line', '1'],
    ['Delimiter', 'Semicolon'],
    ['record', 'NHS No'],
    ['message id', '3'],
    ['Zone', 'Europe/London'],
    ['values · event · Gesendet', 'sent'],
  ]);
});

test('what is no mapping has no lines', () => {
  expect([mappingLines(null), mappingLines('text'), mappingLines({})]).toEqual([[], [], []]);
});
