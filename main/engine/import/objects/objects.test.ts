import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Mapping } from '../../../../shared/model/mapping';
import { readWith } from '../testing/collect';
import { describeFacts } from '../testing/describe-facts';
import { findLists } from './find-lists';
import { objectsImporter } from './objects-importer';

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function read(text: string, mapping: Mapping = {}) {
  const path = join(folder, `objects-${files++}.json`);
  writeFileSync(path, text);
  return readWith(objectsImporter, path, mapping);
}

const line = { time: '2023-01-01T00:00:00Z', system: 'A', event: 'sent', peer: 'B' };
const lines = (...objects: readonly object[]): string =>
  objects.map((o) => `${JSON.stringify(o)}\n`).join('');

it('finds lists of objects wherever they stand in a document, also in its first part', () => {
  const text = JSON.stringify({
    meta: { tags: [1, 2], 'a/b': [{ x: 1 }] },
    data: { items: [{ id: 1, inner: [{ y: 1 }] }], note: '"items": [{' },
  });
  const expected = [
    { pointer: '/meta/a~1b', key: 'a/b' },
    { pointer: '/data/items', key: 'items' },
  ];
  expect([findLists(text), findLists(text.slice(0, -30))]).toEqual([expected, expected]);
});

it('counts every line that is written: an object that says nothing is rejected, a blank line is none', async () => {
  const text = `${lines(line)}{}\n\n${lines({ time: '', event: null }, line)}`;
  const { rows, accepted, rejections } = await read(text);
  expect([rows, accepted, rejections.map((r) => [r.line, r.code])]).toEqual([
    4,
    2,
    [
      [2, 'empty-object'],
      [4, 'empty-object'],
    ],
  ]);
});

it('reads each list of a document as a table of its own kind', async () => {
  const { facts } = await read(
    JSON.stringify({
      register: {
        systems: [{ name: 'A', supplier: 'S', datasets: ['L', 'M'] }],
        flows: [{ from: 'A', to: 'B', dataset: 'L' }],
      },
    }),
  );
  expect(describeFacts(facts)).toEqual(['system A', 'system A: supplier = S', 'L @ A', 'M @ A', 'A > B [L]']);
});

it('gives members that turn up late their meaning, as when a log begins with weeks of heartbeats', async () => {
  const beats = Array.from({ length: 4000 }, () => ({
    ...line,
    event: 'heartbeat',
    peer: undefined,
    note: 'x'.repeat(40),
  }));
  const { events } = await read(
    lines(...beats, { ...line, messageId: 'm1', patient: { nhsNumber: '943 476 5919' } }),
  );
  expect(events.at(-1)).toMatchObject({
    kind: 'sent',
    peer: 'B',
    message: 'm1',
    record: '943 476 5919',
    attributes: null,
  });
});

it('keeps every digit of a number', async () => {
  const text = lines({ ...line, messageId: 0, time: 1 })
    .replace(':0', ':12345678901234567891')
    .replace(':1}', ':1679790600123456789}');
  const { events } = await read(text.replace('"time":1,', '"time":1679790600123456789,'));
  expect(events.map(({ message, time }) => [message, time])).toEqual([
    ['12345678901234567891', 1_679_790_600_123_456],
  ]);
});

it('follows a mapping by the members’ names, in any order and however late they come', async () => {
  const mapping = {
    columns: { time: 'wann', system: 'wer', event: 'was', peer: 'mit', record: 'pat.nr', Bemerkung: 'note' },
    values: { event: { raus: 'sent' } },
  };
  const { events } = await read(
    lines(
      { mit: 'B', was: 'raus', wer: 'A', wann: line.time },
      { wann: line.time, wer: 'A', was: 'raus', mit: 'B', pat: { nr: 7 }, note: 'n' },
    ),
    mapping,
  );
  expect(
    events.map(({ system, kind, peer, record, attributes }) => [
      system,
      kind,
      peer,
      record,
      { ...attributes },
    ]),
  ).toEqual([
    ['A', 'sent', 'B', null, {}],
    ['A', 'sent', 'B', '7', { Bemerkung: 'n' }],
  ]);
});

it('says what is no JSON without repeating it: it may be somebody’s record', async () => {
  const { rejections, accepted } = await read(
    `${lines(line, line, line)}{"nhsNumber": 9434765919 x}\nnot 9434765919\n[1]\n{"ti`,
  );
  expect([
    accepted,
    rejections.map((r) => `${r.line} ${r.code}`),
    JSON.stringify(rejections).includes('9434765919'),
  ]).toEqual([3, ['4 bad-json', '5 bad-json', '6 not-an-object', '7 torn-line'], false]);
});
