import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { datahubImporter } from './datahub';
import { readUrn } from './urn';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = (name: string): string => join(here, 'fixtures', name);

function written(content: string | Buffer, name = 'metadata.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'datahub-')), name);
  writeFileSync(path, content);
  return path;
}

test.each(['mce.json', 'mcp.jsonl'])('%s reads as its golden result', async (name) => {
  const collected = await readWith(datahubImporter, fixture(name));
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/${name}.expected.json`,
  );
});

test('a proposal reads the same in an envelope, without one, and as a request to the server', async () => {
  const urn = (name: string) => `urn:li:dataset:(urn:li:dataPlatform:pg,${name},PROD)`;
  const lineage = { upstreams: [{ dataset: urn('a'), type: 'TRANSFORMED' }] };
  const proposal = (aspect: object) => ({ entityUrn: urn('b'), aspectName: 'upstreamLineage', aspect });
  const facts = async (change: object) => {
    const path = written(JSON.stringify([change]));
    const detected = datahubImporter.detect(await probeFile({ path })) !== null;
    return [detected, (await readWith(datahubImporter, path)).facts.map(({ fact }) => fact)];
  };
  const enveloped = await facts(proposal({ value: JSON.stringify(lineage) }));
  expect(enveloped[1]).toHaveLength(6);
  expect(await facts(proposal({ json: lineage }))).toEqual(enveloped);
  expect(await facts(proposal({ __type: 'UpstreamLineage', ...lineage }))).toEqual(enveloped);
  expect(await facts({ proposal: proposal({ json: lineage }) })).toEqual(enveloped);
});

test('what a chart of a proposal shows is read though its type stands around each name', async () => {
  const orders = 'urn:li:dataset:(urn:li:dataPlatform:pg,orders,PROD)';
  const chart = {
    entityUrn: 'urn:li:chart:(looker,c.1)',
    aspectName: 'chartInfo',
    aspect: { json: { title: 'Orders', inputs: [{ string: orders }] } },
  };
  const { facts, warnings } = await readWith(datahubImporter, written(JSON.stringify([chart])));
  expect(warnings).toEqual([]);
  expect(facts.map(({ fact }) => fact)).toContainEqual({
    fact: 'exists',
    subject: { kind: 'flow', from: 'pg', to: 'looker', dataset: 'orders' },
    as: 'declared',
  });
});

test('compressed and in another encoding it reads the same', async () => {
  const content = readFileSync(fixture('mce.json'));
  const facts = async (path: string) => (await readWith(datahubImporter, path)).facts.map(({ fact }) => fact);
  const plain = await facts(fixture('mce.json'));
  expect(await facts(written(gzipSync(content), 'm.json.gz'))).toEqual(plain);
  expect(await facts(written(Buffer.from(`\uFEFF${content}`, 'utf16le')))).toEqual(plain);
});

test('it recognises its format by content', async () => {
  const detect = async (content: string | Buffer) =>
    datahubImporter.detect(await probeFile({ path: written(content, 'x.txt') }))?.summary;
  expect([
    await detect(readFileSync(fixture('mce.json'))),
    await detect(readFileSync(fixture('mcp.jsonl'))),
    await detect('[{"proposedSnapshot": {"a": {"urn": "x"}}}]'),
    await detect('a,b\n1,2\n'),
    await detect(''),
  ]).toEqual(['DataHub metadata, 4 changes', 'DataHub metadata, 7 changes', undefined, undefined, undefined]);
});

test.each([
  ['is empty', ''],
  ['is no JSON', 'a,b\n1,2\n'],
  ['is other JSON', '[{"a": 1}]'],
  ['is cut within the first change', '[{"proposedSnapshot": {"x'],
])('a file that %s is refused', async (_, content) => {
  await expect(readWith(datahubImporter, written(content))).rejects.toMatchObject({ code: 'no-changes' });
});

test.each([
  [
    'urn:li:dataset:(urn:li:dataPlatform:hive,a,b,QA)',
    { kind: 'dataset', held: { dataset: 'a,b', system: 'hive (QA)' } },
  ],
  ['urn:li:dataset:nonsense', null],
  [
    'urn:li:schemaField:(urn:li:dataset:(urn:li:dataPlatform:hive,t,PROD),[version=2.0].[type=array].a.[type=int].b)',
    { kind: 'field', held: { dataset: 't', system: 'hive' }, name: 'a.b' },
  ],
  [
    'urn:li:dataJob:(urn:li:dataFlow:(spark,daily,prod),step(1))',
    { kind: 'job', job: { namespace: 'spark', name: 'daily.step(1)' } },
  ],
  ['urn:li:corpuser:a%20b', { kind: 'party', name: 'a b' }],
  ['urn:li:glossaryTerm:x', { kind: 'other', type: 'glossaryTerm' }],
  ['hello', null],
])('%s', (urn, expected) => {
  expect(readUrn(urn)).toEqual(expected);
});
