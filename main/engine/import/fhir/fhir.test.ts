import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { fhirImporter } from './fhir';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'bundle.json');
const realFolder = resolve(here, '../../../../../shared/data/fhir');

function written(content: string | Buffer, name = 'audit.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'fhir-')), name);
  writeFileSync(path, content);
  return path;
}

const audit = (recorded: string, more: object = {}) => ({ resourceType: 'AuditEvent', recorded, ...more });

test('a Bundle reads as its golden result', async () => {
  const collected = await readWith(fhirImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('a Bundle on one line of many reads the same events', async () => {
  const bundle: unknown = JSON.parse(readFileSync(fixture, 'utf8'));
  const path = written(`${JSON.stringify(audit('2024-01-01T00:00:00Z'))}\n${JSON.stringify(bundle)}\n`);
  const line = await readWith(fhirImporter, path);
  const whole = await readWith(fhirImporter, fixture);
  // Part by part a message waits for its Bundle's patient, so only the order within the Bundle may differ.
  const shown = (read: typeof line) =>
    read.events.map((e) => `${e.time} ${e.kind} ${e.activity} ${e.record}`).sort();
  expect(shown(line)).toEqual([...shown(whole), '1704067200000000 step AuditEvent null'].sort());
});

test('the mapping says which system captured a message', async () => {
  const { events } = await readWith(fhirImporter, fixture, { constants: { system: 'Engine' } });
  expect(events.filter((e) => e.message === 'm-1').map((e) => [e.system, e.kind, e.peer])).toEqual([
    ['Engine', 'received', 'Quay PAS'],
    ['Engine', 'received', 'Quay PAS'],
    ['Engine', 'rejected', 'urn:harbour'],
  ]);
});

test('the id of a request that stands as an entity of its own is the message', async () => {
  const entity = [{ what: { identifier: { value: 'r-1' } }, type: { code: 'XrequestId' } }];
  const path = written(JSON.stringify({ ...audit('2024-01-01T00:00:00Z'), entity }));
  expect((await readWith(fhirImporter, path)).events.map(({ message }) => message)).toEqual(['r-1']);
});

test('the answer of a batch holds Bundles of its own, and R5 says outcomes as codes', async () => {
  const fifth = (code: string) => ({
    ...audit('2024-01-01T00:00:00Z'),
    type: undefined,
    code: { coding: [{ code: 'read' }] },
    outcome: { code: { code } },
  });
  const search = {
    resourceType: 'Bundle',
    entry: [{ resource: fifth('8') }, { resource: fifth('success') }],
  };
  const path = written(JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: search }] }));
  const { rows, events } = await readWith(fhirImporter, path);
  expect([rows, events.map((e) => [e.activity, e.kind])]).toEqual([
    2,
    [
      ['read', 'rejected'],
      ['read', 'step'],
    ],
  ]);
});

test('a torn line and an undated resource are rejected with their line', async () => {
  const lines = [audit('2024-01-01T00:00:00Z'), { resourceType: 'AuditEvent' }].map((l) => JSON.stringify(l));
  const { rows, accepted, rejections } = await readWith(
    fhirImporter,
    written(`${lines.join('\n')}\n{"resourceType":"Au`),
  );
  expect([rows, accepted, rejections.map(({ line, code }) => [line, code])]).toEqual([
    3,
    1,
    [
      [2, 'bad-time'],
      [3, 'cut-short'],
    ],
  ]);
});

test.each([
  ['empty', '', 'no-resource'],
  ['of other resources', '{"resourceType":"Patient","id":"1"}', 'no-resource'],
  ['cut off in its first resource', '{"resourceType":"AuditEvent","recorded":', 'cut-short'],
])('a file that is %s is refused', async (_name, content, code) => {
  await expect(readWith(fhirImporter, written(content))).rejects.toMatchObject({ code });
});

test('it recognises its format by content', async () => {
  const detect = async (content: string) =>
    fhirImporter.detect(await probeFile({ path: written(content, 'x') }))?.summary;
  expect([
    await detect(readFileSync(fixture, 'utf8')),
    await detect(JSON.stringify(audit('2024'))),
    await detect(`${JSON.stringify(audit('2024'))}\n${JSON.stringify(audit('2025'))}\n`),
    await detect(JSON.stringify([audit('2024')])),
    await detect('{"resourceType":"Patient"}'),
    await detect('{"text":"resourceType"}'),
  ]).toEqual([
    'FHIR, 2 MessageHeader, 3 AuditEvent, 2 Provenance',
    'FHIR, 1 AuditEvent',
    'FHIR, 2 AuditEvent',
    'FHIR, 1 AuditEvent',
    undefined,
    undefined,
  ]);
});

test.skipIf(!existsSync(realFolder))(
  'the real resources are 3 AuditEvent, one with outcome 8, and 1 Provenance',
  async () => {
    const files = readdirSync(realFolder).sort();
    const read = await Promise.all(files.map((file) => readWith(fhirImporter, join(realFolder, file))));
    expect(
      read.map(({ rows, rejected, events: [event] }) => [
        rows,
        rejected,
        event?.system,
        event?.kind,
        event?.activity,
        event?.record,
        event?.attributes?.outcome ?? null,
      ]),
    ).toEqual([
      [1, 0, 'Watchers Accounting of Disclosures Application', 'sent', 'HIPAA disclosure', 'example', '0'],
      [1, 0, 'hl7connect.healthintersections.com.au', 'rejected', 'create', null, '8'],
      [1, 0, 'hl7connect.healthintersections.com.au', 'step', 'vread', 'example', '0'],
      [1, 0, 'Device/software', 'transformed', 'Referral', 'Procedure/example', null],
    ]);
  },
);

test('an export told in the subtype is a sending like one told in the type', async () => {
  const agent = (code: string, name: string) => ({ type: { coding: [{ code }] }, who: { display: name } });
  const exported = audit('2024-01-01T00:00:00Z', {
    type: { code: 'rest' },
    subtype: [{ code: '110106' }],
    outcome: '0',
    agent: [agent('110153', 'LIS'), agent('110152', 'EPR')],
    source: { observer: { display: 'LIS' } },
  });
  const { events } = await readWith(fhirImporter, written(JSON.stringify(exported)));
  expect(events.map((e) => [e.system, e.kind, e.peer])).toEqual([['LIS', 'sent', 'EPR']]);
});
