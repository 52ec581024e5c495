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
    await detect('<html><body>1</body></html>\n'),
    await detect('a;b;c\n'),
    await detect(''),
  ]).toEqual([0.93, 0.93, 0.7, null, null, null]);
});
