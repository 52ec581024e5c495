import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { type Collected, readWith } from '../testing/collect';
import { lineageFigures } from '../testing/lineage-figures';
import { dbtManifestImporter } from './manifest';
import { dbtRunResultsImporter } from './run-results';

const here = dirname(fileURLToPath(import.meta.url));
const manifest = join(here, 'fixtures', 'manifest.json');
const results = join(here, 'fixtures', 'run-results.json');
const data = resolve(here, '../../../../../shared/data');

function written(content: string | Buffer, name = 'manifest.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dbt-')), name);
  writeFileSync(path, content);
  return path;
}

test('a manifest reads as its golden result', async () => {
  const collected = await readWith(dbtManifestImporter, manifest);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    'fixtures/manifest.expected.json',
  );
});

test('run results read as their golden result', async () => {
  const collected = await readWith(dbtRunResultsImporter, results);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    'fixtures/run-results.expected.json',
  );
});

test('each is recognised by its schema, and by nothing else', async () => {
  const found = async (content: string | Buffer) => {
    const probe = await probeFile({ path: written(content, 'x.txt') });
    return [dbtManifestImporter.detect(probe)?.summary, dbtRunResultsImporter.detect(probe)?.summary];
  };
  expect([
    await found(readFileSync(manifest)),
    await found(readFileSync(results)),
    await found('{"nodes": {}, "metadata": {}}'),
    await found(''),
  ]).toEqual([
    ['dbt manifest v12', undefined],
    [undefined, 'dbt run results v6'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('a manifest in UTF-16 reads the same; a newer version says so', async () => {
  const content = readFileSync(manifest, 'utf8');
  const facts = ({ facts }: Collected) => facts.map(({ fact }) => fact);
  const plain = await readWith(dbtManifestImporter, manifest);
  const wide = await readWith(dbtManifestImporter, written(Buffer.from(`\uFEFF${content}`, 'utf16le')));
  expect(facts(wide)).toEqual(facts(plain));
  const newer = await readWith(dbtManifestImporter, written(content.replace('manifest/v12', 'manifest/v14')));
  expect(newer.warnings[0]?.code).toBe('newer-version');
});

test('an exposure of a metric is one of the models that the metric is worked out from', async () => {
  const node = (id: string, type: string, on: readonly string[]) => ({
    [id]: {
      unique_id: id,
      resource_type: type,
      name: id.split('.').at(-1),
      database: 'db',
      schema: 's',
      depends_on: { nodes: on },
    },
  });
  const manifest = {
    metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json' },
    nodes: node('model.shop.orders', 'model', []),
    exposures: node('exposure.shop.board', 'exposure', ['metric.shop.revenue', 'metric.shop.gone']),
    metrics: node('metric.shop.revenue', 'metric', ['semantic_model.shop.sales', 'metric.shop.revenue']),
    semantic_models: node('semantic_model.shop.sales', 'semantic_model', ['model.shop.orders']),
  };
  const { facts, rows, warnings } = await readWith(dbtManifestImporter, written(JSON.stringify(manifest)));
  expect([
    rows,
    warnings.map(({ message }) => message),
    facts.flatMap(({ fact }) =>
      fact.fact === 'exists' && fact.subject.kind === 'flow' ? [fact.subject] : [],
    ),
  ]).toEqual([
    2,
    ['exposure.shop.board depends on metric.shop.gone, which is not in the manifest.'],
    [{ kind: 'flow', from: 'db', to: 'board', dataset: 'db.s.orders' }],
  ]);
});

test('a manifest that is cut off keeps the nodes before the cut and rejects the torn one', async () => {
  const content = readFileSync(manifest, 'utf8');
  const cut = content.slice(0, content.indexOf('"nightly copy"'));
  const { rows, accepted, rejections } = await readWith(dbtManifestImporter, written(cut));
  expect([rows, accepted, rejections.map(({ line, code }) => [line, code])]).toEqual([
    8,
    6,
    [
      [77, 'no-id'],
      [80, 'cut-short'],
    ],
  ]);
});

test.each([
  ['is empty', '', 'not-a-manifest'],
  ['is no JSON', 'a,b\n1,2\n', 'bad-json'],
  ['is other JSON', '{"a": 1}', 'not-a-manifest'],
])('a file that %s is refused', async (_, content, code) => {
  await expect(readWith(dbtManifestImporter, written(content))).rejects.toMatchObject({ code });
  await expect(readWith(dbtRunResultsImporter, written(content))).rejects.toMatchObject({
    code: 'no-results',
  });
});

describe.skipIf(!existsSync(data))('real files', () => {
  const edges = ({ facts }: Collected) =>
    facts
      .flatMap(({ fact }) =>
        fact.fact === 'derivation' && fact.from && fact.to
          ? [`${fact.from.dataset} > ${fact.to.dataset}`]
          : [],
      )
      .sort();

  test('manifest v4: 8 nodes, 5 edges, one dangling dependency on a disabled model', async () => {
    const collected = await readWith(dbtManifestImporter, join(data, 'dbt/jaffle-shop-v4-manifest.json'));
    expect(lineageFigures(collected)).toEqual({
      systems: 1,
      datasets: 8,
      jobs: 5,
      jobEdges: 10,
      datasetEdges: 5,
      columnEdges: 0,
    });
    expect(collected.warnings.map(({ code, message }) => [code, message])).toEqual([
      [
        'dangling-dependency',
        'test.jaffle_shop.relationships_orders_customer_id__customer_id__ref_customers_.c6ec7f58f2 depends on model.jaffle_shop.customers, which is disabled.',
      ],
    ]);
  });

  test('manifest v12: the same eight dataset edges as the events of the same run', async () => {
    const collected = await readWith(dbtManifestImporter, join(data, 'dbt/dbt-postgres-run-manifest.json'));
    expect([collected.rows, collected.rejected, edges(collected)]).toEqual([
      28,
      0,
      [
        'postgres.public.raw_customers > postgres.public.stg_customers',
        'postgres.public.raw_orders > postgres.public.stg_orders',
        'postgres.public.raw_payments > postgres.public.stg_payments',
        'postgres.public.stg_customers > postgres.public.customers',
        'postgres.public.stg_orders > postgres.public.customers',
        'postgres.public.stg_orders > postgres.public.orders',
        'postgres.public.stg_payments > postgres.public.customers',
        'postgres.public.stg_payments > postgres.public.orders',
      ],
    ]);
  });
});
