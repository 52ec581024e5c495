import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonElement } from './element';
import { detectJsonLayout } from './layout';
import { type ReadJsonOptions, readJson } from './read-json';

/** The bytes in pieces of `size`, as a stream that reuses nothing. */
function pieces(source: string | Buffer, size: number): Readable {
  const bytes = Buffer.from(source);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(Buffer.from(bytes.subarray(at, at + size)));
  return Readable.from(chunks);
}

async function elements(source: string | Buffer, options: ReadJsonOptions, size = 7): Promise<JsonElement[]> {
  const found: JsonElement[] = [];
  await readJson(pieces(source, size), options, (element) => found.push(element));
  return found;
}

describe('layout', () => {
  test.each([
    ['{"a":1}\n{"a":2}\n', 'lines'],
    ['{"a":1}\n{"a":2}\n{"a":', 'lines'],
    ['rubbish\n{"a":1}\n{"a":2}\n', 'lines'],
    ['\uFEFF[\n{"a":1},\n{"a":2}\n]', 'array'],
    ['[\n{"a":1}', 'array'],
    ['[{"a":1},\n{"a":2}]', 'array'],
    ['{\n "a": 1\n}', 'document'],
    ['{"a":1}', 'document'],
    ['a,b\n1,2\n', null],
    ['', null],
  ])('%j is %s', (head, layout) => {
    expect(detectJsonLayout(head, true)).toBe(layout);
  });
});

test('each element of an array comes with its line, bytes and pointer', async () => {
  expect(await elements('[\n {"a": "é}"},\n  2 ,\n"x\\"]"\n]', { layout: 'array' })).toEqual([
    {
      ok: true,
      value: { a: 'é}' },
      place: { line: 2, byteFrom: 3, byteTo: 15, pointer: '/0' },
      selected: 0,
      path: [0],
    },
    {
      ok: true,
      value: 2,
      place: { line: 3, byteFrom: 19, byteTo: 20, pointer: '/1' },
      selected: 0,
      path: [1],
    },
    {
      ok: true,
      value: 'x"]',
      place: { line: 4, byteFrom: 23, byteTo: 29, pointer: '/2' },
      selected: 0,
      path: [2],
    },
  ]);
});

test('selected parts of a document come in file order, whatever else stands there', async () => {
  const source =
    '{"skip": {"nodes": [1, {"x": "]"}]},\n"nodes": {"a/b": 1, "__proto__": 2},\n"last": [[3], [4, 5]]}';
  const found = await elements(source, { layout: 'document', select: ['/nodes/*', '/last/*/*'] }, 3);
  expect(
    found.map((element) => element.ok && [element.place.pointer, element.value, element.selected]),
  ).toEqual([
    ['/nodes/a~1b', 1, 0],
    ['/nodes/__proto__', 2, 0],
    ['/last/0/0', 3, 1],
    ['/last/1/0', 4, 1],
    ['/last/1/1', 5, 1],
  ]);
});

test('lines come one by one, a bad line is a problem of its own, a last line cut short is named so', async () => {
  const source = '\uFEFF{"a":1}\r\n\n{"a":oops}\n{"a":2}\n{"a":"thr';
  const found = await elements(source, { layout: 'lines' });
  expect(found.map((element) => [element.place.line, element.ok ? element.value : element.code])).toEqual([
    [1, { a: 1 }],
    [3, 'bad-json'],
    [4, { a: 2 }],
    [5, 'cut-short'],
  ]);
  expect(found[0]?.place).toEqual({ line: 1, byteFrom: 3, byteTo: 11 });
});

test('parts can be selected within lines', async () => {
  const found = await elements('{"spans":[1,2]}\n{"spans":[3]}', { layout: 'lines', select: ['/spans/*'] });
  expect(
    found.map((element) => element.ok && [element.place.line, element.place.pointer, element.value]),
  ).toEqual([
    [1, '/spans/0', 1],
    [1, '/spans/1', 2],
    [2, '/spans/0', 3],
  ]);
});

test('objects after another, over several lines each, are read in turn', async () => {
  const found = await elements('{\n"a":1\n}\n{\n"a":2\n}\n', { layout: 'document' });
  expect(found.map((element) => [element.place.line, element.ok && element.value])).toEqual([
    [1, { a: 1 }],
    [4, { a: 2 }],
  ]);
});

test.each([
  ['an array cut inside an element', '[{"a":1},{"a":', [{ a: 1 }, 'cut-short fatal']],
  ['an array cut between elements', '[{"a":1},', [{ a: 1 }, 'cut-short fatal']],
  ['an element that is no JSON', '[{"a":1},{"a":x},{"a":3}]', [{ a: 1 }, 'bad-json', { a: 3 }]],
  ['text after the values', '[{"a":1} oops', [{ a: 1 }, 'bad-json fatal']],
  ['a bracket that does not fit', '[1}', [1, 'bad-json fatal']],
  ['nothing', '', []],
  ['only space', ' \n ', []],
])('%s', async (_, source, expected) => {
  const found = await elements(source, { layout: 'array' });
  expect(
    found.map((element) =>
      element.ok ? element.value : `${element.code}${element.isFatal ? ' fatal' : ''}`,
    ),
  ).toEqual(expected);
});

test('a value above the limit is a problem and is not held in memory', async () => {
  const long = `[1,"${'x'.repeat(5000)}",2]`;
  const found = await elements(long, { layout: 'array', maximumElementBytes: 1000 }, 100);
  expect(found.map((element) => (element.ok ? element.value : element.code))).toEqual([1, 'too-large', 2]);
  const lines = `1\n"${'x'.repeat(5000)}"\n2\n`;
  const split = await elements(lines, { layout: 'lines', maximumElementBytes: 1000 }, 100);
  expect(split.map((element) => (element.ok ? element.value : element.code))).toEqual([1, 'too-large', 2]);
});

test('nesting without end is refused', async () => {
  const found = await elements('['.repeat(100_000), { layout: 'document' }, 65536);
  expect(found.map((element) => element.ok || element.code)).toEqual(['too-deep']);
});

test('a line nested without end is a problem of its own', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const found = await elements(`1\n${deep}\n"${'['.repeat(5000)}"\n`, { layout: 'lines' }, 65536);
  expect(found.map((element) => (element.ok ? typeof element.value : element.code))).toEqual([
    'number',
    'too-deep',
    'string',
  ]);
});

test('other encodings are read, without byte positions', async () => {
  const found = await elements(Buffer.from('\uFEFF[{"a":"é"}]', 'utf16le'), {
    layout: 'array',
    encoding: 'utf-16le',
  });
  expect(found).toEqual([
    { ok: true, value: { a: 'é' }, place: { line: 1, pointer: '/0' }, selected: 0, path: [0] },
  ]);
});

test('any JSON array comes back element by element, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ depthSize: 'medium' }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 1),
      async (values, size, indent) => {
        const source = JSON.stringify(values, null, indent);
        const whole = JSON.parse(source) as unknown[];
        const array = await elements(source, { layout: 'array' }, size);
        expect(array.map((element) => element.ok && element.value)).toEqual(whole);
        const lines = await elements(
          values.map((value) => JSON.stringify(value)).join('\n'),
          { layout: 'lines' },
          size,
        );
        expect(lines.map((element) => element.ok && element.value)).toEqual(whole);
      },
    ),
  );
});
