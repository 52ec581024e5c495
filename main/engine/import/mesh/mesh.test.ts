import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { meshImporter } from './mesh';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'tracking.jsonl');
const realStore = resolve(here, '../../../../../shared/data/mesh/store/data');

function written(content: string | Buffer, name = 'message.ctl'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mesh-')), name);
  writeFileSync(path, content);
  return path;
}

const control = (type: string, status: string) =>
  `<DTSControl><Version>1.0</Version><MessageType>${type}</MessageType><From_DTS>QUAY1</From_DTS><To_DTS>HARB1</To_DTS><LocalId>L1</LocalId><DTSId>M1</DTSId><WorkflowId>LETTERS</WorkflowId>${status}</DTSControl>`;
const record = (event: string, status: string, code: string, time = '20240301100000') =>
  `<StatusRecord><DateTime>${time}</DateTime><Event>${event}</Event><Status>${status}</Status><StatusCode>${code}</StatusCode><Description>said so</Description></StatusRecord>`;

test('tracking answers, mailboxes and workflows read as their golden result', async () => {
  const collected = await readWith(meshImporter, fixture);
  const json = `${JSON.stringify(collected, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot('fixtures/expected.json');
  expect(json).not.toContain('secret-of-the-mailbox');
});

test.each([
  ['made ready', control('Data', ''), ['QUAY1', 'queued', 'HARB1', 'uploading']],
  [
    'transferred',
    control('Data', record('TRANSFER', 'SUCCESS', '00')),
    ['QUAY1', 'sent', 'HARB1', 'accepted'],
  ],
  [
    'collected',
    control('Data', record('COLLECT', 'SUCCESS', '00')),
    ['QUAY1', 'acknowledged', 'HARB1', 'collected'],
  ],
  [
    'never collected',
    control('Report', record('SEND', 'ERROR', '14')),
    ['HARB1', 'rejected', 'QUAY1', 'undeliverable'],
  ],
])('a control file says that its message was %s', async (_name, content, expected) => {
  const { events } = await readWith(meshImporter, written(content));
  expect(events.map((e) => [e.system, e.kind, e.peer, e.activity])).toEqual([expected]);
});

test('a control file that names nothing is rejected with what to ask for', async () => {
  const empty = written('<DTSControl><MessageType>Report</MessageType></DTSControl>');
  const { accepted, events, rejections } = await readWith(meshImporter, empty);
  expect([accepted, events, rejections.map(({ code }) => code)]).toEqual([0, [], ['empty-control-file']]);
});

test('a tracking answer is known while its times are still null, alone or among the messages of an answer', async () => {
  const young = {
    messageId: 'M1',
    sender: 'QUAY1',
    recipient: 'HARB1',
    status: 'Accepted',
    downloadTimestamp: null,
  };
  const bare = {
    messageId: 'M2',
    localId: 'L',
    workflowId: 'W',
    sender: 'QUAY1',
    recipient: 'HARB1',
    status: 'Accepted',
  };
  const read = async (value: unknown) => {
    const path = written(JSON.stringify(value), 'x.json');
    const { rows, events } = await readWith(meshImporter, path);
    const found = meshImporter.detect(await probeFile({ path }));
    return [found?.summary, rows, events.map((e) => `${e.message} ${e.kind}`)];
  };
  expect([await read(young), await read(bare), await read({ messages: [young, bare] })]).toEqual([
    ['MESH, tracking answers', 1, ['M1 sent']],
    ['MESH, tracking answers', 1, ['M2 sent']],
    ['MESH, tracking answers', 2, ['M1 sent', 'M2 sent']],
  ]);
});

test('a control file that is cut off or has no real time is told apart', async () => {
  const bad = await readWith(
    meshImporter,
    written(control('Data', record('TRANSFER', 'SUCCESS', '00', 'today'))),
  );
  expect(bad.rejections.map((r) => r.code)).toEqual(['bad-time']);
  await expect(readWith(meshImporter, written(control('Data', '').slice(0, 60)))).rejects.toMatchObject({
    code: 'xml-broken',
  });
});

test.each([
  ['empty', '', 'no-message'],
  ['of another kind', '[{"a":1}]', 'no-message'],
  ['cut off', '{"messageId":"M1","sender":', 'cut-short'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(meshImporter, written(content, 'x.json'))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    meshImporter.detect(await probeFile({ path: written(content, 'x') }))?.summary;
  const lines = readFileSync(fixture, 'utf8').split('\n');
  expect([
    await detect(control('Data', '')),
    await detect(lines[0] ?? ''),
    await detect(lines.slice(5, 6).join('\n')),
    await detect(lines.slice(6, 7).join('\n')),
    await detect(lines.slice(7, 8).join('\n')),
    await detect('{"messageId":"1","event":"sent"}'),
    await detect('DTSControl'),
  ]).toEqual([
    'MESH control file',
    'MESH, tracking answers',
    'MESH, a list of mailboxes',
    'MESH, a list of workflows',
    'MESH, messages with their status history',
    undefined,
    undefined,
  ]);
});

test.skipIf(!existsSync(realStore))('the real mailboxes hold 3 messages', async () => {
  const files = [
    'X26ABC1/in/SIMPLE_MESSAGE',
    'X26ABC1/in/UNDELIVERED_MESSAGE',
    'X26ABC2/in/CHUNKED_MESSAGE_GZ',
  ];
  const read = await Promise.all(
    files.map((file) => readWith(meshImporter, join(realStore, 'mailboxes', `${file}.json`))),
  );
  expect(
    read.map(({ rows, rejected, events, warnings }) => [
      rows,
      rejected,
      events.map((e) => [e.system, e.kind, e.peer, e.activity]),
      warnings.map((w) => w.code),
    ]),
  ).toEqual([
    [1, 0, [['X26ABC2', 'sent', 'X26ABC1', 'accepted']], []],
    [
      1,
      0,
      [
        ['X26ABC2', 'rejected', 'X26ABC1', 'undeliverable'],
        ['X26ABC2', 'sent', 'X26ABC1', 'accepted'],
      ],
      [],
    ],
    [
      1,
      0,
      [
        ['X26ABC1', 'sent', 'X26ABC2', 'accepted'],
        ['X26ABC1', 'queued', 'X26ABC2', 'uploading'],
      ],
      ['clock-contradiction'],
    ],
  ]);
});
