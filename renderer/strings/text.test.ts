import { afterEach, expect, test } from 'vitest';
import { en } from './en';
import { formatBytes, formatCount, formatDuration, formatInstant } from './format';
import { pseudo } from './pseudo';
import { setLanguage, t } from './text';

afterEach(() => setLanguage({ locale: 'en-GB' }));

test('a parameter is put in, a count takes its word and the locale’s form', () => {
  expect([
    t('sources.removeTitle', { file: 'a.csv' }),
    t('table.rows', { count: 1 }),
    t('table.rows', { count: 15214 }),
  ]).toEqual(['Remove a.csv', '1 row', '15,214 rows']);
  setLanguage({ locale: 'de-DE' });
  expect(t('table.rows', { count: 15214 })).toBe('15.214 rows');
});

test('a text that looks like a parameter is not one', () => {
  expect(t('sources.removeTitle', { file: '{file} {count|a|b}' })).toBe('Remove {file} {count|a|b}');
});

test('an unknown locale falls back to British English', () => {
  setLanguage({ locale: 'xx-nowhere' });
  expect(formatCount(1234.5)).toBe('1,234.5');
});

test('the pseudo-locale lengthens every text and keeps its parameters', () => {
  const parameters = (text: string) => text.match(/\{[^}]+\}/g) ?? [];
  for (const [key, text] of Object.entries(pseudo(en))) {
    const plain = en[key as keyof typeof en];
    expect([key, parameters(text)]).toEqual([key, parameters(plain)]);
    expect(text.length).toBeGreaterThan(plain.length);
  }
});

test('bytes, durations and instants are written short and with their zone', () => {
  expect([
    formatBytes(512),
    formatBytes(23_400),
    formatBytes(70_000_000),
    formatDuration(0.4),
    formatDuration(75),
    formatDuration(7260),
    formatDuration(200_000),
    formatInstant('2023-01-23T01:31:55.000Z'),
    formatInstant('no time'),
  ]).toEqual([
    '512 bytes',
    '23.4 kB',
    '70 MB',
    'under 1 s',
    '1 min 15 s',
    '2 h 1 min',
    '2 d 7 h',
    '23 Jan 2023, 01:31:55 UTC',
    'no time',
  ]);
});
