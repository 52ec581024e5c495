import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { otlpImporter } from './otlp';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'booking.json');
const realTrace = resolve(here, '../../../../../shared/data/jaeger/otlp.json');

function written(content: string | Buffer, name = 'traces.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'otlp-')), name);
  writeFileSync(path, content);
  return path;
}

const request = (service: string, spanId: string, parentSpanId?: string, kind = 2, address?: string) =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
        scopeSpans: [
          {
            spans: [
              {
                traceId: 't',
                spanId,
                parentSpanId,
                kind,
                name: 'op',
                startTimeUnixNano: '1000000000',
                ...(address === undefined
                  ? {}
                  : { attributes: [{ key: 'server.address', value: { stringValue: address } }] }),
              },
            ],
          },
        ],
      },
    ],
  });
const callsOf = async (path: string) =>
  (await readWith(otlpImporter, path)).events.map((e) => [e.system, e.kind, e.peer ?? null, e.message]);

test('a document reads as its golden result', async () => {
  const collected = await readWith(otlpImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test.each([
  ['one request a line', '\n'],
  ['several documents', '\n  \n\n'],
])('a child is read before its parent, with %s', async (_name, separator) => {
  const content = [request('b', '2', '1'), request('a', '1', undefined, 3)];
  const text =
    separator === '\n'
      ? content.join('\n')
      : content.map((d) => JSON.stringify(JSON.parse(d), null, 1)).join(separator);
  expect(await callsOf(written(text))).toEqual([
    ['b', 'received', 'a', 't-1'],
    ['a', 'sent', 'b', 't-1'],
    ['a', 'step', null, 't-1'],
  ]);
});

const resourcesOf = (document: string): unknown => JSON.parse(document).resourceSpans;

test.each([
  ['an array of requests', [JSON.parse(request('a', '1', undefined, 3)), JSON.parse(request('b', '2', '1'))]],
  [
    'the batches of a store',
    { batches: [request('a', '1', undefined, 3), request('b', '2', '1')].flatMap(resourcesOf) },
  ],
  [
    'the answer of a store',
    {
      result: {
        resourceSpans: [request('a', '1', undefined, 3), request('b', '2', '1')].flatMap(resourcesOf),
      },
    },
  ],
])('calls are found in %s, on one line and indented', async (_name, document) => {
  const expected = [
    ['a', 'step', null, 't-1'],
    ['b', 'received', 'a', 't-1'],
    ['a', 'sent', 'b', 't-1'],
  ];
  const path = written(JSON.stringify(document, null, 1));
  expect([
    await callsOf(path),
    await callsOf(written(`${JSON.stringify(document)}\n{"resourceMetrics":[]}\n`)),
    otlpImporter.detect(await probeFile({ path }))?.summary,
  ]).toEqual([expected, expected, 'OpenTelemetry traces, 2 spans']);
});

test('a call without an answering span was sent to the service that answers other calls to its address', async () => {
  const answered = [request('a', '1', undefined, 3, 'b.example'), request('b', '2', '1', 2)];
  const gateway = [
    request('a', '3', undefined, 3, 'gateway'),
    request('b', '4', '3', 2),
    request('a', '5', undefined, 3, 'gateway'),
    request('c', '6', '5', 2),
  ];
  const open = [
    request('a', '7', undefined, 3, 'B.example'),
    request('a', '8', undefined, 3, 'gateway'),
    request('a', '9', undefined, 3, 'other'),
  ];
  const { events, notes } = await readWith(
    otlpImporter,
    written([...answered, ...gateway, ...open].join('\n')),
  );
  expect([
    events.slice(-3).map((e) => [e.system, e.kind, e.peer ?? null, e.message]),
    notes.filter((note) => note.includes('address')),
  ]).toEqual([
    [
      ['a', 'sent', 'b', 't-7'],
      ['a', 'step', null, 't-8'],
      ['a', 'step', null, 't-9'],
    ],
    [
      'Calls without an answering span, taken as sent to the service that answers other calls to the same address: 1.',
    ],
  ]);
});

test('a torn line is rejected and the others are read', async () => {
  const path = written(`${request('a', '1')}\n{"resourceSpans":[{"re\n${request('a', '2')}\n`);
  const { rows, accepted, rejections } = await readWith(otlpImporter, path);
  expect([rows, accepted, rejections.map(({ line, code }) => [line, code])]).toEqual([
    3,
    2,
    [[2, 'bad-json']],
  ]);
});

test('a document that is cut off gives what stood before', async () => {
  const whole = readFileSync(fixture, 'utf8');
  const { rows, accepted, rejections } = await readWith(
    otlpImporter,
    written(whole.slice(0, whole.indexOf('"call letters"'))),
  );
  expect([rows, accepted, rejections.map(({ line, code }) => [line, code])]).toEqual([
    3,
    2,
    [[29, 'cut-short']],
  ]);
});

test.each([
  ['empty', '', 'no-span'],
  ['without spans', '{"resourceSpans":[]}', 'no-span'],
  ['not JSON', '{"resourceSpans":[nonsense', 'unreadable-json'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(otlpImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    otlpImporter.detect(await probeFile({ path: written(content, 'x') }));
  expect([
    await detect(request('a', '1')),
    await detect(`${request('a', '1')}\n${request('a', '2')}`),
    await detect('{"resourceLogs":[]}'),
    await detect('"resourceSpans"'),
    await detect('[]'),
  ]).toEqual([
    { confidence: 0.97, summary: 'OpenTelemetry traces, 1 spans' },
    { confidence: 0.97, summary: 'OpenTelemetry traces, 2 spans' },
    null,
    null,
    null,
  ]);
});

test.skipIf(!existsSync(realTrace))('the real trace has one span twice and no parent', async () => {
  const { rows, rejected, events, warnings } = await readWith(otlpImporter, realTrace);
  expect([
    rows,
    rejected,
    events.map((e) => [e.system, e.kind, e.peer, e.time]),
    warnings.map((w) => w.code),
  ]).toEqual([
    2,
    0,
    [['telemetrygen', 'received', 'telemetrygen-client', 1706678909209712]],
    ['duplicate-span'],
  ]);
});
