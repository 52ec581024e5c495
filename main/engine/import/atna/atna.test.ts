import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { atnaImporter } from './atna';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'repository.log');
const realFolder = resolve(here, '../../../../../shared/data/atna');

function written(content: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'atna-')), 'audit.xml');
  writeFileSync(path, content);
  return path;
}

const start = (second: number) =>
  `<AuditMessage><EventIdentification EventDateTime="2024-03-01T10:00:0${second}Z"><EventID csd-code="110100"/></EventIdentification></AuditMessage>`;

test('audit messages in syslog read as their golden result', async () => {
  const collected = await readWith(atnaImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('many documents in one file are read one after another', async () => {
  const path = written(`<?xml version="1.0"?>\n${start(1)}\n<?xml version="1.0"?>\n${start(2)}`);
  const { rows, events } = await readWith(atnaImporter, path);
  expect([rows, events.map((event) => [event.line, event.activity])]).toEqual([
    2,
    [
      [2, '110100'],
      [4, '110100'],
    ],
  ]);
});

test('a trail that is cut off keeps what stood before', async () => {
  const { rows, accepted, rejections } = await readWith(
    atnaImporter,
    written(`<t>${start(1)}\n${start(2).slice(0, 90)}`),
  );
  expect([rows, accepted, rejections.map((r) => [r.line, r.code])]).toEqual([2, 1, [[2, 'xml-broken']]]);
});

test.each([
  ['empty', '', 'xml-broken'],
  ['without a message', '<AuditTrail/>', 'no-row'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(atnaImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    atnaImporter.detect(await probeFile({ path: written(content) }))?.summary;
  expect([
    await detect(start(1)),
    await detect(readFileSync(fixture, 'utf8')),
    await detect('<86>1 2024-03-01T10:00:02.000Z host1 sshd 99 - - session'),
    await detect('the AuditMessage and its EventIdentification'),
    await detect('<html/>'),
  ]).toEqual([
    'ATNA audit trail, 1 messages',
    'ATNA audit in syslog, 4 messages',
    undefined,
    undefined,
    undefined,
  ]);
});

test.skipIf(!existsSync(realFolder))('the real files hold 3 messages', async () => {
  const files = readdirSync(realFolder).sort();
  const read = await Promise.all(files.map((file) => readWith(atnaImporter, join(realFolder, file))));
  expect(
    read.map(({ rows, rejected, events: [e, ...more] }) => [
      rows,
      rejected,
      e?.system,
      e?.kind,
      e?.peer,
      e?.activity,
      e?.message,
      e?.record,
      more.length,
    ]),
  ).toEqual([
    [1, 0, 'MPI', 'received', 'MESA_PD_CONSUMER', 'Patient Demographics Query', '324406609', null, 4],
    [1, 0, 'MPI', 'received', 'SAP-ISH', 'Patient Identity Feed', '123456', '7627199', 0],
    [1, 0, 'app-connect', 'step', null, 'Application Start', null, null, 0],
  ]);
});
