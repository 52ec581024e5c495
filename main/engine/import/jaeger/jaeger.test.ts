import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { jaegerImporter } from './jaeger';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'booking.json');
const realTrace = resolve(here, '../../../../../shared/data/jaeger/trace.json');

function written(content: string | Buffer, name = 'trace.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'jaeger-')), name);
  writeFileSync(path, content);
  return path;
}

const span = (traceID: string, spanID: string, parent: string | null, more: object) => ({
  traceID,
  spanID,
  operationName: 'op',
  references: parent === null ? [] : [{ refType: 'CHILD_OF', traceID, spanID: parent }],
  startTime: 1_000_000,
  ...more,
});

test('a file of traces reads as its golden result', async () => {
  const collected = await readWith(jaegerImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('one span a line, each with its own process', async () => {
  const lines = [
    span('t', '2', '1', { process: { serviceName: 'b' }, startTime: '2000000' }),
    span('t', '1', null, { process: { serviceName: 'a' } }),
  ];
  const path = written(lines.map((line) => JSON.stringify(line)).join('\n'), 'spans.jsonl');
  const { events } = await readWith(jaegerImporter, path);
  expect(events.map((e) => [e.system, e.kind, e.peer ?? null, e.line, e.time])).toEqual([
    ['b', 'received', 'a', 1, 2_000_000],
    ['a', 'sent', 'b', 1, 2_000_000],
    ['a', 'step', null, 2, 1_000_000],
  ]);
});

test('one trace a line, with its processes', async () => {
  const trace = (service: string, id: string) =>
    JSON.stringify({
      spans: [span(id, '1', null, { processID: 'p' })],
      processes: { p: { serviceName: service } },
    });
  const lines = [trace('a', 't1'), `{"data":[${trace('b', 't2')}]}`, trace('c', 't3')].join('\n');
  const { events } = await readWith(jaegerImporter, written(lines));
  expect(events.map((event) => [event.system, event.line])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

test('documents that follow each other keep their processes apart', async () => {
  const document = (service: string, id: string) =>
    JSON.stringify(
      { spans: [span(id, '1', null, { processID: 'p' })], processes: { p: { serviceName: service } } },
      null,
      1,
    );
  const { events } = await readWith(
    jaegerImporter,
    written(`${document('a', 't1')}\n${document('b', 't2')}`),
  );
  expect(events.map((event) => event.system)).toEqual(['a', 'b']);
});

test('a file that is cut off gives what stood before, without the services named at its end', async () => {
  const whole = readFileSync(fixture, 'utf8');
  const cut = whole.slice(0, whole.indexOf('"find person"'));
  const { rows, accepted, events, notes } = await readWith(jaegerImporter, written(cut));
  expect([rows, accepted, events.map((e) => e.system), notes[0]]).toEqual([
    2,
    1,
    [null],
    'Spans whose service is not named: 1.',
  ]);
});

test.each([
  ['empty', '', 'no-span'],
  ['another JSON', '{"data":[1,2]}', 'no-span'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(jaegerImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    jaegerImporter.detect(await probeFile({ path: written(content, 'x') }))?.summary;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect(JSON.stringify(span('t', '1', null, {}))),
    await detect(JSON.stringify([{ spans: [span('t', '1', null, {})] }])),
    await detect('{"spanID": 1}'),
    await detect('["spanID"]'),
  ]).toEqual([
    'Jaeger trace, 6 spans',
    'Jaeger trace, 1 spans',
    'Jaeger trace, 1 spans',
    undefined,
    undefined,
  ]);
});

test.skipIf(!existsSync(realTrace))('the real trace has 57 spans of 10 services in 14 pairs', async () => {
  const { rows, rejected, events } = await readWith(jaegerImporter, realTrace);
  const pairs = new Map<string, number>();
  for (const { system, peer, kind } of events) {
    if (kind === 'sent') pairs.set(`${system} > ${peer}`, (pairs.get(`${system} > ${peer}`) ?? 0) + 1);
  }
  expect([
    rows,
    rejected,
    new Set(events.map((e) => e.system)).size,
    pairs.size,
    pairs.get('coding-agent > mcp-gateway'),
  ]).toEqual([57, 0, 10, 14, 7]);
});
