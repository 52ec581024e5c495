import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readWith } from '../testing/collect';
import { patternImporter } from './pattern';
import { previewPattern } from './preview-pattern';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'engine.log');
const pattern =
  '^%{TIMESTAMP_ISO8601:time} +%{LOGLEVEL:level} +\\[%{NOTSPACE:connector}\\] %{WORD:event}(?: (?:from <(?<peer>[^>]+)>|to <(?<peer>[^>]+)>) msg=%{NOTSPACE:message} nhs=(?:%{NHSNUMBER:record}|-))?';

function written(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'pattern-')), 'engine.log');
  writeFileSync(path, content);
  return path;
}

const refusal = (content: string, mapping: Parameters<typeof readWith>[2]) =>
  readWith(patternImporter, written(content), mapping).then(
    () => null,
    (error: { code?: string }) => error.code,
  );

test('a log reads through grok names and repeated groups as its golden result', async () => {
  const collected = await readWith(patternImporter, fixture, { pattern, constants: { system: 'Engine' } });
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the mapping says which group is which field, the zone and the words', async () => {
  const { events } = await readWith(
    patternImporter,
    written('01/07/2024 10:00 Gesendet B\n13/07/2024 10:00 Gesendet B\n'),
    {
      pattern: '^(?<wann>\\S+ \\S+) (?<was>\\w+) (?<wohin>\\w+)$',
      columns: { time: 'wann', event: 'was', peer: 'wohin' },
      time: { zone: 'Europe/Berlin' },
      values: { event: { Gesendet: 'sent' } },
    },
  );
  expect(events.map((e) => [e.time, e.kind, e.peer])).toEqual([
    [Date.UTC(2024, 6, 1, 8) * 1000, 'sent', 'B'],
    [Date.UTC(2024, 6, 13, 8) * 1000, 'sent', 'B'],
  ]);
});

test('an expression that would take years on a line costs that line only', async () => {
  const slow = '^(?<event>(\\w+\\s?)+)$';
  const lines = `sent\n${'a'.repeat(60)}!\nreceived\n`;
  const { rows, events, rejections } = await readWith(patternImporter, written(lines), { pattern: slow });
  expect([rows, events.map((e) => e.activity), rejections.map((r) => [r.line, r.code])]).toEqual([
    3,
    ['sent', 'received'],
    [[2, 'slow-pattern']],
  ]);
});

test('lines beyond 64 KiB are rejected, in their turn', async () => {
  const { rejections, events } = await readWith(
    patternImporter,
    written(`sent\n${'x'.repeat(100_000)}\nsent\n`),
    {
      pattern: '^(?<event>sent)$',
    },
  );
  expect([rejections.map((r) => [r.line, r.code]), events.map((e) => e.line)]).toEqual([
    [[2, 'long-line']],
    [1, 3],
  ]);
});

test('times of one unknown form are said, not dropped in silence', async () => {
  const { warnings, events } = await readWith(patternImporter, written('noon sent\nnight sent\n'), {
    pattern: '^(?<time>\\w+) (?<event>\\w+)$',
  });
  expect([warnings.map((w) => w.code), events.map((e) => e.time)]).toEqual([
    ['no-time-format'],
    [null, null],
  ]);
});

test('other encodings are read', async () => {
  const of = async (bytes: Buffer) =>
    (await readWith(patternImporter, written(bytes), { pattern: 'sent (?<event>\\S+)' })).events[0]?.activity;
  expect([
    await of(Buffer.from('sent Zürich\n', 'latin1')),
    await of(Buffer.from('\uFEFFsent Zürich\n', 'utf16le')),
  ]).toEqual(['Zürich', 'Zürich']);
});

test('what cannot be read is refused with its reason', async () => {
  expect([
    await refusal('a\n', {}),
    await refusal('a\n', { pattern: '(?<event>' }),
    await refusal('a\n', { pattern: '%{NOSUCHNAME:event}' }),
    await refusal('a\n', { pattern: 'no group' }),
    await refusal('a\n', { pattern: '(?<event>b)' }),
    await refusal('', { pattern: '(?<event>b)' }),
    await refusal(`${`${'a'.repeat(60)}!\n`.repeat(4)}`, { pattern: '^(?<event>(\\w+\\s?)+)$' }),
  ]).toEqual([
    'no-pattern',
    'bad-pattern',
    'bad-pattern',
    'bad-pattern',
    'no-match',
    'no-match',
    'slow-pattern',
  ]);
});

test('a preview shows what each group takes of each line', () => {
  const preview = previewPattern(readFileSync(fixture, 'utf8').split('\n').slice(1, 7).join('\n'), pattern);
  const { lines, ...rest } = preview;
  expect(rest).toEqual({
    problem: null,
    names: [
      { name: 'time', field: 'time' },
      { name: 'level', field: null },
      { name: 'connector', field: null },
      { name: 'event', field: 'event' },
      { name: 'peer', field: 'peer' },
      { name: 'message', field: 'message' },
      { name: 'record', field: 'record' },
    ],
    matched: 2,
    unmatched: 4,
    timeFormat: 'yyyy-MM-dd HH:mm:ss',
    zone: 'UTC',
    notes: ['No column says which system wrote the log: taken as "log" from the file\'s name.'],
  });
  expect(
    lines[0]?.spans?.map((span) => [
      span.name,
      span.value,
      lines[0]?.text.slice(span.from, span.to) === span.value,
    ]),
  ).toEqual([
    ['time', '2024-03-01 10:00:00,502', true],
    ['level', 'INFO', true],
    ['connector', 'adt-out', true],
    ['event', 'sent', true],
    ['peer', 'Harbour EPR', true],
    ['message', 'Q1', true],
    ['record', '9434765919', true],
  ]);
});

test('a preview says what is wrong and what is missing', () => {
  const said = (text: string, tried: string) => {
    const { problem, notes } = previewPattern(text, tried);
    return [problem, ...notes];
  };
  expect([
    said('a', '('),
    said('a', '%{FOO:bar}'),
    said('noon', '(?<time>\\w+)'),
    said(`${'a'.repeat(60)}!`, '^(?<event>(\\w+\\s?)+)$'),
  ]).toEqual([
    ['The pattern names no group. Name what it finds, for example (?<time>\\S+) or %{WORD:event}.'],
    ['The grok name %{FOO} is unknown. Write its expression instead.'],
    [
      null,
      'No group says what happened. Name one "event", or give constants.event in the mapping.',
      'The times fit no known format. Give time.format in the mapping.',
    ],
    [
      null,
      'No group is the time. Name one "time".',
      'The pattern takes too long on some lines: avoid repetitions inside repetitions, such as (a+)+.',
    ],
  ]);
});
