import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { mirthImporter } from './mirth';

const fixture = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'export.xml');

function written(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mirth-')), 'messages.xml');
  writeFileSync(path, content);
  return path;
}

const message = (time: string) =>
  `<message><messageId>1</messageId><connectorMessages><entry><connectorMessage><metaDataId>0</metaDataId><receivedDate>${time}</receivedDate><status>RECEIVED</status></connectorMessage></entry></connectorMessages></message>`;

test('an export reads as its golden result', async () => {
  const collected = await readWith(mirthImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the mapping names the engine and its destinations', async () => {
  const { events } = await readWith(mirthImporter, fixture, {
    constants: { system: 'Trust Integration Engine' },
    values: { peer: { 'Harbour EPR': 'EPR', 'Quay PAS': 'PAS' } },
  });
  expect(events.slice(0, 3).map((e) => [e.system, e.kind, e.peer])).toEqual([
    ['Trust Integration Engine', 'received', 'PAS'],
    ['Trust Integration Engine', 'sent', 'EPR'],
    ['Trust Integration Engine', 'acknowledged', 'EPR'],
  ]);
});

test('messages after one another, without a list around them, are read', async () => {
  const { rows, events } = await readWith(
    mirthImporter,
    written(`${message('<time>1</time>')}\n${message('2024-03-01 10:00:00.5 UTC')}`),
  );
  expect([rows, events.map((event) => event.time)]).toEqual([2, [1000, 1709287200500000]]);
});

test('connector messages that stand outside an entry are read as those inside one', async () => {
  const inside = message('<time>1</time>');
  const events = async (text: string) => (await readWith(mirthImporter, written(text))).events;
  expect(await events(inside.replace(/<\/?entry>/g, ''))).toEqual(await events(inside));
});

test('a message kept in base64 is that message', async () => {
  const hl7 = 'MSH|^~\\&|PAS|RX1|TIE|RX1|20240301||ADT^A01|M7|P|2.4\rPID|1||H1^^^RX1^MR\r';
  const raw = `<raw><content>${Buffer.from(hl7).toString('base64')}</content></raw>`;
  const { events } = await readWith(
    mirthImporter,
    written(message('<time>1</time>').replace('<status>', `${raw}<status>`)),
  );
  expect(events.map((e) => [e.peer, e.message, e.record])).toEqual([['PAS', 'M7', 'H1']]);
});

test('an undated message is rejected, a cut-off export keeps what stood before', async () => {
  const whole = readFileSync(fixture, 'utf8');
  const cut = await readWith(mirthImporter, written(whole.slice(0, whole.indexOf('not HL7'))));
  const undated = await readWith(mirthImporter, written(message('soon')));
  expect([
    cut.rows,
    cut.accepted,
    cut.rejections.map((r) => r.code),
    undated.rejections.map((r) => r.code),
  ]).toEqual([2, 1, ['xml-broken'], ['bad-time']]);
});

test.each([
  ['empty', '', 'xml-broken'],
  ['without a message', '<list/>', 'no-row'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(mirthImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    mirthImporter.detect(await probeFile({ path: written(content) }))?.summary;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect('<message><id/></message>'),
    await detect('connectorMessages'),
  ]).toEqual(['Mirth message export, 3 messages', undefined, undefined]);
});
