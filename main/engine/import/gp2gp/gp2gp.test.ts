import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { gp2gpImporter } from './gp2gp';
import { quotedCells } from './quoted-cells';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'transfers.csv');

function written(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'gp2gp-')), 'transfers.csv');
  writeFileSync(path, content);
  return path;
}

test('ragged rows read as their golden result', async () => {
  const collected = await readWith(gp2gpImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the mapping names parties', async () => {
  const { events } = await readWith(gp2gpImporter, fixture, {
    values: { system: { '200000000101': 'Mill Lane' } },
  });
  expect(events.slice(0, 2).map((e) => [e.system, e.peer])).toEqual([
    ['Mill Lane', '200000000202'],
    ['200000000202', 'Mill Lane'],
  ]);
});

test('other encodings and column orders are read', async () => {
  const csv =
    'GUID,interactionid,messageSender,messageRecipient,conversationID,_time\nG,x/RCMR_IN010000UK05,1,2,Ü,2024-03-01T10:00:00Z\n';
  const of = async (bytes: Buffer) => (await readWith(gp2gpImporter, written(bytes))).events[0]?.record;
  expect([
    await of(Buffer.from(`\uFEFF${csv}`)),
    await of(Buffer.from(csv, 'latin1')),
    await of(Buffer.from(`\uFEFF${csv}`, 'utf16le')),
  ]).toEqual(['Ü', 'Ü', 'Ü']);
});

const header =
  '_time,conversationID,GUID,interactionID,messageSender,messageRecipient,messageRef,jdiEvent,toSystem,fromSystem';
const row = (id: number, word = 'NONE') =>
  `2024-03-${id}T10:00:00.000+0000,C1,G${id},gp2gp/RCMR_IN010000UK05,1,2,NotProvided,${word},EMIS,TPP`;

test.each([
  ['semicolons', (text: string) => text.replaceAll(',', ';')],
  ['tabs', (text: string) => text.replaceAll(',', '\t')],
  ['blank lines before the header', (text: string) => `\r\n\r\n${text}`],
  [
    'the times of a spreadsheet',
    (text: string) => text.replace(/2024-03-(\d+)T10:00:00.000\+0000/g, '$1/03/2024 10:00'),
  ],
])('rows with %s say the same', async (_name, change) => {
  const content = change(`${[header, row(13), row(14)].join('\n')}\n`);
  const { events, rejections } = await readWith(gp2gpImporter, written(content));
  expect([rejections, events.map((e) => [e.time, e.system, e.message])]).toEqual([
    [],
    [13, 14].map((day) => [Date.UTC(2024, 2, day, 10) * 1000, '1', `G${day}`]),
  ]);
});

test('a quoted cell may go over several lines; one that is never closed costs its own line alone', async () => {
  const content = [header, row(11, '"a\nb"'), row(12, '"torn'), row(13), row(14, '"x"'), row(15)].join('\n');
  const { rows, events, rejections } = await readWith(gp2gpImporter, written(content));
  expect([
    rows,
    events.map((e) => [e.line, e.message, e.attributes?.error]),
    rejections.map((r) => [r.line, r.code]),
  ]).toEqual([
    5,
    [
      [2, 'G11', 'a\nb'],
      [5, 'G13', undefined],
      [6, 'G14', 'x'],
      [7, 'G15', undefined],
    ],
    [[4, 'torn-row']],
  ]);
});

test.each([
  ['empty', '', 'no-header'],
  ['of another kind', 'a,b\n1,2\n', 'no-header'],
  ['a header alone', 'conversationID,GUID,interactionID,messageSender,messageRecipient\n', 'no-row'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(gp2gpImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its header', async () => {
  const detect = async (content: string) =>
    gp2gpImporter.detect(await probeFile({ path: written(content) }))?.confidence ?? null;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect('GUID,time,messageSender\n'),
    await detect(''),
  ]).toEqual([0.96, null, null]);
});

test('cells come back as they were quoted', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ' ').trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const line = cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
      expect(quotedCells(line)).toEqual(cells);
    }),
  );
});
