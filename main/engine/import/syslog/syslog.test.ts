import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { syslogImporter } from './syslog';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'engine.log');

function written(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'syslog-')), 'a.log');
  writeFileSync(path, content);
  return path;
}

test('a log of both forms reads as its golden result', async () => {
  const collected = await readWith(syslogImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the mapping gives the year and the zone of old times, and the meaning of words and parameters', async () => {
  const path = written(
    '<34>Feb 29 10:00:03 host2 relay[7]: x\n<134>1 - h a - - [s@1 what="Gesendet" an="B"]\n',
  );
  const { events } = await readWith(syslogImporter, path, {
    constants: { year: '2024' },
    time: { zone: 'America/New_York' },
    columns: { event: 'what', peer: 'an' },
    values: { event: { Gesendet: 'sent' } },
  });
  expect(events.map((e) => [e.time, e.system, e.kind, e.peer])).toEqual([
    [Date.UTC(2024, 1, 29, 15, 0, 3) * 1000, 'relay', 'step', null],
    [null, 'a', 'sent', 'B'],
  ]);
});

test('a 29 February of a common year is a bad row, not another day', async () => {
  const path = written('<34>Feb 29 10:00:03 host2 relay: x\n<34>Feb 28 10:00:03 host2 relay: x\n');
  const { rows, rejections } = await readWith(syslogImporter, path, { constants: { year: '2023' } });
  expect([rows, rejections.map((r) => [r.line, r.code])]).toEqual([2, [[1, 'bad-time']]]);
});

const counted = (text: string) => `${Buffer.byteLength(text)} ${text}`;

test('messages that follow each other by their stated length are told apart', async () => {
  const one = (id: number) =>
    `<134>1 2024-03-01T10:00:0${id}Z h é - - [s@1 event="sent" to="B" id="M${id}"] a\nb`;
  const kept = async (content: string) => {
    const { rows, events, warnings } = await readWith(syslogImporter, written(content));
    return [
      rows,
      events.map((e) => `${e.line} ${e.system} ${e.peer}`),
      warnings.map((w) => [w.line, w.code]),
    ];
  };
  const lines = ['1 é B', '2 é B', '3 é B'];
  expect([
    await kept([one(1), one(2), one(3)].map(counted).join('')),
    await kept(`\uFEFF${[one(1), one(2), one(3)].map(counted).join('')}\n`),
    await kept([one(1), one(2), one(3)].map(counted).join('').slice(0, -2)),
  ]).toEqual([
    [3, lines, []],
    [3, lines, []],
    [3, lines, [[3, 'cut-message']]],
  ]);
});

test('what daemons write to disk is read: no priority, a year or an ISO time in the old header', async () => {
  const { events, rejections } = await readWith(
    syslogImporter,
    written(
      ['Mar  1 2024 10:00:00 host relay[7]: x', '2024-03-01T10:00:01.5+00:00 host relay: -- MARK --'].join(
        '\n',
      ),
    ),
  );
  const noTag = await readWith(syslogImporter, written('<13>Feb  5 17:32:18 10.0.0.99 Use the other one\n'));
  expect([
    [...events, ...noTag.events].map((e) => [e.time, e.system, e.kind]),
    rejections,
    (await readWith(syslogImporter, written('<34>2024-03-01T10:00:00+01:00 h a: x\n'))).events[0]?.time,
  ]).toEqual([
    [
      [Date.UTC(2024, 2, 1, 10) * 1000, 'relay', 'step'],
      [Date.UTC(2024, 2, 1, 10, 0, 1, 500) * 1000, 'relay', 'heartbeat'],
      [null, '10.0.0.99', 'step'],
    ],
    [],
    Date.UTC(2024, 2, 1, 9) * 1000,
  ]);
});

test('an empty file is refused', async () => {
  await expect(readWith(syslogImporter, written('\n\n'))).rejects.toMatchObject({ code: 'no-message' });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    syslogImporter.detect(await probeFile({ path: written(content) }))?.confidence ?? null;
  expect([
    await detect('<34>1 2024-03-01T10:00:00Z h a - - - m\n'),
    await detect('118 <34>1 2024-03-01T10:00:00Z h a - - - m\n'),
    await detect('<34>1 2024-03-01T10:00:00Z h a - - - m\nmore\nmore\nmore\n'),
    await detect('Mar  1 10:00:00 host app[1]: x\nMar  1 10:00:01 host app: y\n'),
    await detect('2024-03-01T10:00:01Z INFO app: x\n'),
    await detect('<html><body>1</body></html>\n'),
    await detect('a;b;c\n'),
    await detect(''),
  ]).toEqual([0.93, 0.93, 0.7, 0.66, null, null, null, null]);
});

test('pairs in the text of messages are read as structured data is', async () => {
  const path = written(
    [
      '<134>1 2024-03-01T10:00:00Z h LIS - - - event=sent peer="Ward Records" messageId=M1 ward=\'A 1\'',
      '<134>1 2024-03-01T10:00:05Z h LIS - - - one=only, and words after it',
      '',
    ].join('\n'),
  );
  const { events, notes } = await readWith(syslogImporter, path);
  expect([
    events.map((e) => [e.system, e.kind, e.peer, e.message, e.attributes?.site]),
    notes.some((note) => note.includes('give a pattern')),
  ]).toEqual([
    [
      ['LIS', 'sent', 'Ward Records', 'M1', 'A 1'],
      ['LIS', 'step', null, null, undefined],
    ],
    false,
  ]);
});

test('a file whose lines name no other system says that a pattern is needed', async () => {
  const { notes } = await readWith(
    syslogImporter,
    written('<134>1 2024-03-01T10:00:00Z h LIS - - - sent M1 to EPR\n'),
  );
  expect(notes.some((note) => note.includes('give a pattern'))).toBe(true);
});
