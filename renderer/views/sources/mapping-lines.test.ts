import { expect, test } from 'vitest';
import { mappingLines } from './mapping-lines';

test('a mapping reads as one line a setting, its columns without their heading', () => {
  const mapping = {
    kind: 'log',
    columns: { record: 'NHS No', message: 3 },
    time: { zone: 'Europe/London' },
    values: { event: { Gesendet: 'sent' } },
    pattern: null,
  };
  expect(mappingLines(mapping)).toEqual([
    ['kind', 'log'],
    ['record', 'NHS No'],
    ['message', '3'],
    ['time · zone', 'Europe/London'],
    ['values · event · Gesendet', 'sent'],
  ]);
});

test('what is no mapping has no lines', () => {
  expect([mappingLines(null), mappingLines('text'), mappingLines({})]).toEqual([[], [], []]);
});
