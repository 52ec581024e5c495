import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { hl7v2Importer } from './hl7v2';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'batch.hl7');
const realFolder = resolve(here, '../../../../../shared/data/hl7v2');

function written(content: string | Buffer, name = 'messages.hl7'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'hl7-')), name);
  writeFileSync(path, content);
  return path;
}

const message = (id: string, record = '1') =>
  `MSH|^~\\&|A|F|B|G|20240101120000+0000||ADT^A08|${id}|P|2.4\rPID|1||${record}^^^F^MR\r`;
const idsOf = async (path: string) =>
  (await readWith(hl7v2Importer, path)).events.map((event) => event.message);

test('a batch with acknowledgements reads as its golden result', async () => {
  const collected = await readWith(hl7v2Importer, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test.each([
  ['carriage returns', `${message('1')}${message('2')}`],
  ['line feeds', `${message('1')}${message('2')}`.replaceAll('\r', '\n')],
  ['both', `${message('1')}${message('2')}`.replaceAll('\r', '\r\n')],
  ['a byte order mark in each part', `\uFEFF${message('1')}\uFEFF${message('2')}`],
  ['MLLP frames', `\u000b${message('1')}\u001c\r\u000b${message('2')}\u001c\r`],
  ['blank lines between', `\n\n${message('1')}\n\n${message('2')}\n`],
  ['blanks in front', `\r\n  ${message('1')}\t${message('2')}`],
  ['one message a line, ends written out', `${message('1')}\n${message('2')}`.replaceAll('\r', '\\r')],
  ['one message a line, ends in words', `${message('1')}\n${message('2')}`.replaceAll('\r', '<CR>')],
  ['the words of a log in front', `10:00 INFO sent: ${message('1')}10:01 INFO sent: ${message('2')}`],
])('messages are told apart with %s', async (_name, content) => {
  expect(await idsOf(written(content))).toEqual(['1', '2']);
});

test('UTF-16 is read', async () => {
  expect(await idsOf(written(Buffer.from(`\uFEFF${message('1')}`, 'utf16le')))).toEqual(['1']);
});

test('the declared character set decides, and a wrong one is said', async () => {
  const withSet = (set: string) =>
    Buffer.from(`MSH|^~\\&|Zürich|F|B|G|20240101120000+0000||ADT^A08|1|P|2.4||||||${set}\r`, 'latin1');
  const read = await Promise.all(
    ['8859/1', '', 'UNICODE UTF-8'].map((set) => readWith(hl7v2Importer, written(withSet(set)))),
  );
  expect(read.map(({ events, warnings }) => [events[0]?.system, warnings.map((w) => w.code)])).toEqual([
    ['Zürich', []],
    ['Zürich', []],
    ['Zürich', ['wrong-encoding']],
  ]);
});

test('separators other than the usual ones are taken from the message', async () => {
  const content = 'MSH#*+!%#A%x#F#B#G#20240101120000+0000##ADT*A08#id!F!1#P#2.4\rPID#1##7***NHS+8***F*MR\r';
  const { events, aliases } = await readWith(hl7v2Importer, written(content));
  expect([
    events[0]?.system,
    events[0]?.activity,
    events[0]?.message,
    events[0]?.record,
    aliases[0]?.b,
  ]).toEqual(['A', 'ADT^A08', 'id#1', '7', '8']);
});

test('the mapping says which system captured the file, and what systems are called', async () => {
  const sides = async (mapping: Parameters<typeof readWith>[2]) =>
    (await readWith(hl7v2Importer, written(message('1')), mapping)).events.map((e) => [
      e.system,
      e.kind,
      e.peer,
    ]);
  expect([
    await sides({}),
    await sides({ constants: { system: 'B' } }),
    await sides({ constants: { system: 'Engine' } }),
    await sides({ constants: { system: 'Engine', event: 'sent' } }),
    await sides({ constants: { system: 'A' } }),
    await sides({ values: { system: { 'A|F': 'Harbour PAS', B: 'Lab' } } }),
  ]).toEqual([
    [['A', 'sent', 'B']],
    [['B', 'received', 'A']],
    [['Engine', 'received', 'A']],
    [['Engine', 'sent', 'B']],
    [['A', 'sent', 'B']],
    [['Harbour PAS', 'sent', 'Lab']],
  ]);
});

test('the file’s name says at which end a message was captured, where it says one', async () => {
  const sides = async (name: string) =>
    (await readWith(hl7v2Importer, written(message('1'), name))).events.map((e) => [
      e.system,
      e.kind,
      e.peer,
    ]);
  const [sent, received] = [[['A', 'sent', 'B']], [['B', 'received', 'A']]];
  expect([
    await sides('messages.hl7'),
    await sides('A.hl7'),
    await sides('b-2024-05-06.hl7'),
    await sides('inbound-from-a.hl7'),
    await sides('to_b_sent.hl7'),
    await sides('in and out.hl7'),
  ]).toEqual([sent, sent, received, received, sent, sent]);
});

test('cut-off frames, batches and stray lines are said with their line', async () => {
  const frame = await readWith(hl7v2Importer, written(`\u000b${message('1')}\u000b${message('2')}`));
  const batch = await readWith(hl7v2Importer, written(`FHS|^~\\&\rBHS|^~\\&\r${message('1')}`));
  const stray = await readWith(hl7v2Importer, written(`log opened\rsecond line\r${message('1')}`));
  const said = (read: typeof frame) =>
    [...read.rejections, ...read.warnings].map((issue) => [issue.line, issue.code]);
  expect([said(frame), said(batch), said(stray), stray.rows]).toEqual([
    [
      [3, 'frame-unfinished'],
      [3, 'frame-unfinished'],
    ],
    [
      [2, 'batch-unfinished'],
      [1, 'file-unfinished'],
    ],
    [[1, 'no-message']],
    2,
  ]);
});

test('the patient of a message is found however its lines were kept, before version 2.3 in PID-2', async () => {
  const kept = (content: string) => readWith(hl7v2Importer, written(content));
  const found = await Promise.all(
    [
      message('1', '7').replaceAll('\r', '\\r'),
      `10:00 INFO sent: ${message('1', '7')}`,
      message('1').replace('PID|1||1^^^F^MR', 'PID|1|7'),
    ].map(kept),
  );
  expect(found.map(({ events }) => [events[0]?.record, events[0]?.attributes?.version])).toEqual([
    ['7', '2.4'],
    ['7', '2.4'],
    ['7', '2.4'],
  ]);
});

test('a message that ends within MSH is rejected and still counted in its batch', async () => {
  const { rows, rejections, warnings } = await readWith(
    hl7v2Importer,
    written(`BHS|^~\\&|A\r${message('1')}MSH|^~\\&|A|F|B|G|2024\rBTS|2\r`),
  );
  expect([rows, rejections.map((r) => [r.line, r.code]), warnings]).toEqual([2, [[4, 'cut-short']], []]);
});

test('an embedded document of many megabytes is passed over', async () => {
  const document = `OBX|1|ED|PDF||${'QUJD'.repeat(1_000_000)}\r`;
  const { events, warnings } = await readWith(
    hl7v2Importer,
    written(`${message('1')}${document}${message('2')}`),
  );
  expect([events.map((event) => event.message), warnings]).toEqual([['1', '2'], []]);
});

test('a file without a message is refused', async () => {
  const refused = async (content: string) =>
    readWith(hl7v2Importer, written(content)).then(
      () => null,
      (error: { code?: string }) => error.code,
    );
  expect([await refused(''), await refused('FHS|^~\\&\rFTS|0\r')]).toEqual(['no-message', 'no-message']);
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    hl7v2Importer.detect(await probeFile({ path: written(content, 'x.txt') }))?.confidence ?? null;
  expect([
    await detect(message('1')),
    await detect(`\u000b${message('1')}\u001c\r`),
    await detect(`BHS|^~\\&|A\r${message('1')}`),
    await detect(`a line of a log\n${message('1')}`),
    await detect(`10:00:01 INFO sent: ${message('1')}`),
    await detect('MSH,name,address\n1,2,3\n'),
    await detect('a text that mentions MSH|^~\\& in passing'),
    await detect(`{"message":"${message('1').replaceAll('\\', '\\\\')}"}`),
  ]).toEqual([0.97, 0.97, 0.97, 0.8, 0.45, null, null, null]);
});

test.skipIf(!existsSync(realFolder))('the real files hold 11 messages', async () => {
  const files = readdirSync(realFolder).sort();
  const read = await Promise.all(files.map((file) => readWith(hl7v2Importer, join(realFolder, file))));
  expect([
    read.reduce((sum, file) => sum + file.rows, 0),
    read.reduce((sum, file) => sum + file.rejected, 0),
    read.flatMap((file) =>
      file.events.map((event) => [event.system, event.peer, event.activity, event.message]),
    ),
  ]).toEqual([
    11,
    0,
    [
      ...['A01', 'A02', 'A03', 'A04', 'A08', 'A08', 'A11', 'A13'].map((trigger) => [
        'ADTApp',
        'EHRApp',
        `ADT^${trigger}`,
        'MSG00001',
      ]),
      ['SomeSystem', 'TransformationAgent', 'ORU^R01', '182'],
      ['PROSOLV', 'SYSTEM', 'MDM^T01', 'PS1-20080131160038'],
      ['ORDApp', 'EHRApp', 'ORM^O01', 'MSG00018'],
    ],
  ]);
  expect(readFileSync(join(realFolder, 'LAB-ORU-1.hl7'))[0]).toBe(0xef);
});
