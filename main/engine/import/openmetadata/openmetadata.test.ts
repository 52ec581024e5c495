import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { lineageFigures } from '../testing/lineage-figures';
import { splitName } from './entity';
import { openmetadataImporter } from './openmetadata';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = (name: string): string => join(here, 'fixtures', name);

function written(content: string | Buffer, name = 'lineage.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'openmetadata-')), name);
  writeFileSync(path, content);
  return path;
}

test.each(['lineage.json', 'edges.json'])('%s reads as its golden result', async (name) => {
  const collected = await readWith(openmetadataImporter, fixture(name));
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    `fixtures/${name}.expected.json`,
  );
});

test('a search result, with nodes and edges by key, reads as the same graph', async () => {
  const table = (id: string, name: string) => ({ id, type: 'table', fullyQualifiedName: name });
  const [a, b] = [table('1', 'pas.public.a'), table('2', 'dw.public.b')];
  const search = {
    nodes: { 'pas.public.a': { entity: a }, 'dw.public.b': { entity: b } },
    upstreamEdges: {
      x: {
        fromEntity: a,
        toEntity: b,
        columns: [{ fromColumns: ['pas.public.a.c'], toColumn: 'dw.public.b.d' }],
      },
    },
    downstreamEdges: {},
  };
  const collected = await readWith(openmetadataImporter, written(JSON.stringify(search)));
  expect([collected.rows, lineageFigures(collected)]).toEqual([
    3,
    { systems: 2, datasets: 2, jobs: 0, jobEdges: 0, datasetEdges: 1, columnEdges: 1 },
  ]);
});

test('a pipeline that an edge of a list names beside its ends is the job of that edge', async () => {
  const table = (fqn: string) => ({ fqn, type: 'table' });
  const edge = (to: string, edge_meta: object) => ({ from: table('pas.db.a'), to: table(to), edge_meta });
  const edges = [
    edge('pas.db.b', { fqn: 'scheduler.nightly', type: 'pipeline' }),
    edge('pas.db.c', { fqn: '', type: '' }),
  ];
  const { facts } = await readWith(openmetadataImporter, written(JSON.stringify(edges)));
  expect(facts.flatMap(({ fact }) => (fact.fact === 'derivation' ? [fact.by] : []))).toEqual([
    { name: 'nightly', namespace: 'scheduler' },
    null,
  ]);
});

test('compressed and in another encoding it reads the same', async () => {
  const content = readFileSync(fixture('lineage.json'));
  const facts = async (path: string) =>
    (await readWith(openmetadataImporter, path)).facts.map(({ fact }) => fact);
  const plain = await facts(fixture('lineage.json'));
  expect(await facts(written(gzipSync(content), 'm.json.gz'))).toEqual(plain);
  expect(await facts(written(Buffer.from(`\uFEFF${content}`, 'utf16le')))).toEqual(plain);
});

test('it recognises its format by content', async () => {
  const detect = async (content: string | Buffer) =>
    openmetadataImporter.detect(await probeFile({ path: written(content, 'x.txt') }))?.summary;
  expect([
    await detect(readFileSync(fixture('lineage.json'))),
    await detect(readFileSync(fixture('edges.json'))),
    await detect('[{"from": "a", "to": "b"}]'),
    await detect('{"nodes": [], "edges": []}'),
    await detect('{"nodes": [], "edges": [{"fromEntity": {"id": "1"}, "toEntity": {"id": "2"}}]}'),
    await detect(''),
  ]).toEqual([
    'OpenMetadata lineage of one entity',
    'OpenMetadata lineage, 3 edges',
    undefined,
    undefined,
    'OpenMetadata lineage of one entity',
    undefined,
  ]);
});

test.each([
  ['is empty', ''],
  ['is no JSON', 'a,b\n1,2\n'],
  ['is other JSON', '[{"a": 1}]'],
  ['is cut within the first edge', '[{"from": {"fqn'],
  ['has a graph without names', '{"entity":{"id":"1"},"nodes":[],"upstreamEdges":[]}'],
])('a file that %s is refused', async (_, content) => {
  await expect(readWith(openmetadataImporter, written(content))).rejects.toMatchObject({
    code: 'no-lineage',
  });
});

test.each([
  ['a.b.c', ['a', 'b', 'c']],
  ['a."b.c".d', ['a', 'b.c', 'd']],
  ['a."say ""x"""', ['a', 'say "x"']],
  ['one', ['one']],
])('the name %s has its parts', (name, parts) => {
  expect(splitName(name)).toEqual(parts);
});
