import { expect, test } from 'vitest';
import { fieldsOfColumns, withColumnField, withKind, withTime } from './edit-mapping';

const header = ['Time', 'System', 'Note', 'Note', ''];
const mapping = { kind: 'log', columns: { time: 'Time', system: 'System' } } as const;

test('each column shows the field that stands on it, by name or by number', () => {
  expect(fieldsOfColumns({ columns: { time: 'Time', peer: 3, gone: 'Absent', far: 9 } }, header, 5)).toEqual([
    'time',
    null,
    'peer',
    null,
    null,
  ]);
});

test('a field moves from its old column to the new one, and the new one loses what it had', () => {
  expect(withColumnField(mapping, header, 1, 'time')).toEqual({ kind: 'log', columns: { time: 'System' } });
});

test('a header that occurs twice or is empty is named by its number', () => {
  expect([
    withColumnField({}, header, 3, 'message').columns,
    withColumnField({}, header, 4, 'record').columns,
  ]).toEqual([{ message: 4 }, { record: 5 }]);
});

test('a column is freed by giving it no field', () => {
  expect(withColumnField(mapping, header, 0, null).columns).toEqual({ system: 'System' });
});

test('another kind finds its columns anew and keeps the rest', () => {
  expect(withKind({ ...mapping, delimiter: ';', values: { event: { a: 'sent' } } }, 'extract')).toEqual({
    kind: 'extract',
    delimiter: ';',
  });
});

test('a zone is added to the time format that is known', () => {
  expect(withTime({ time: { format: 'dd/MM/yyyy' } }, { zone: 'Europe/London' })).toEqual({
    time: { format: 'dd/MM/yyyy', zone: 'Europe/London' },
  });
});
