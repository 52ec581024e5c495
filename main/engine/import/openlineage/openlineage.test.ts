import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { type LineageFigures, lineageFigures } from '../testing/lineage-figures';
import { openlineageImporter } from './openlineage';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'discharges.jsonl');
const data = resolve(here, '../../../../../shared/data/openlineage');

function written(content: string | Buffer, name = 'events.json'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'openlineage-')), name);
  writeFileSync(path, content);
  return path;
}
const detect = async (path: string) => openlineageImporter.detect(await probeFile({ path }));

test('a run log reads as its golden result', async () => {
  const collected = await readWith(openlineageImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('lines, an array, the events of an answer and a compressed file read the same but for their places', async () => {
  const lines = readFileSync(fixture, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'));
  const array = `[\n${lines.join(',\n')}\n]`;
  const facts = async (path: string) => {
    const collected = await readWith(openlineageImporter, path);
    return [collected.rows, collected.accepted, collected.facts.map(({ fact }) => fact)];
  };
  const expected = await facts(written(lines.join('\n')));
  expect(expected.slice(0, 2)).toEqual([9, 6]);
  expect(await facts(written(array))).toEqual(expected);
  expect(await facts(written(`{"events": ${array}, "totalCount": 9}`))).toEqual(expected);
  expect(
    await facts(written(lines.map((line) => JSON.stringify(JSON.parse(line), null, 2)).join('\n'))),
  ).toEqual(expected);
  expect(await facts(written(gzipSync(array), 'events.json.gz'))).toEqual(expected);
  expect(await facts(written(Buffer.from(`\uFEFF${array}`, 'utf16le')))).toEqual(expected);
});

test('it recognises its format by content', async () => {
  expect([
    await detect(fixture),
    await detect(written('[{"run":{"runId":"a"},"job":{"namespace":"n","name":"j"},"inputs":[]}]')),
    await detect(written('[{"job":{"namespace":"n","name":"j"},"eventType":"START","inputs":[]}]')),
    await detect(written('{"run":{"runId":"a"}}')),
    await detect(written('[{"job":{"name":"driver"},"name":"x"}]')),
    await detect(written('name,job\na,b\n')),
    await detect(written('')),
  ]).toEqual([
    { confidence: 0.97, summary: 'OpenLineage, 8 events' },
    { confidence: 0.92, summary: 'OpenLineage, 1 events' },
    { confidence: 0.92, summary: 'OpenLineage, 1 events' },
    null,
    null,
    null,
    null,
  ]);
});

test('a run whose parts come in several events, in any order, is one step from inputs to outputs', async () => {
  const event = (time: string, io: object) => ({
    eventTime: time,
    run: { runId: 'r' },
    job: { namespace: 'n', name: 'j' },
    ...io,
  });
  const complete = event('2024-01-01T01:00:00Z', { outputs: [{ namespace: 'b', name: 'in' }] });
  const start = event('2024-01-01T00:00:00Z', { inputs: [{ namespace: 'a', name: 'in' }] });
  const { facts } = await readWith(openlineageImporter, written(JSON.stringify([complete, start])));
  const flows = facts
    .map(({ fact }) => fact)
    .filter((fact) => fact.fact === 'derivation' || (fact.fact === 'exists' && fact.subject.kind === 'flow'));
  expect(flows).toEqual([
    {
      fact: 'derivation',
      from: { dataset: 'in', system: 'a' },
      to: { dataset: 'in', system: 'b' },
      by: { namespace: 'n', name: 'j' },
      as: 'observed',
    },
    { fact: 'exists', subject: { kind: 'flow', from: 'a', to: 'b', dataset: 'in' }, as: 'observed' },
  ]);
});

test('columns in a list are read as columns by name', async () => {
  const inputFields = [{ namespace: 'dw', name: 'items', field: 'quantity' }];
  const edges = async (fields: object) => {
    const output = { namespace: 'dw', name: 'sales', facets: { columnLineage: { fields } } };
    const event = {
      eventTime: '2024-01-01T00:00:00Z',
      run: { runId: 'r' },
      job: { namespace: 'n', name: 'j' },
      outputs: [output],
    };
    const { facts } = await readWith(openlineageImporter, written(JSON.stringify(event)));
    return facts.map(({ fact }) => fact).filter(({ fact }) => fact === 'fieldFlow');
  };
  const byName = await edges({ revenue: { inputFields } });
  expect(byName).toHaveLength(1);
  expect(await edges([{ name: 'revenue', inputFields }])).toEqual(byName);
});

test.each([
  ['is empty', '', 'not-json'],
  ['is no JSON', 'a;b\n1;2\n', 'not-json'],
  ['has no events', '[]', 'empty'],
  [
    'has only templates',
    '[{"eventTime":"{{T}}","run":{"runId":"r"},"job":{"namespace":"n","name":"j"}}]',
    'no-events',
  ],
  ['is cut within the first event', '[{"eventTime":"2024-0', 'no-events'],
  ['is another kind of JSON', '[{"a":1},{"b":2}]', 'no-events'],
])('a file that %s is refused', async (_, content, code) => {
  await expect(readWith(openlineageImporter, written(content))).rejects.toMatchObject({ code });
});

describe.skipIf(!existsSync(data))('real files', () => {
  test('a template is refused with what to do', async () => {
    const path = join(data, 'marquez-metadata.template.json');
    await expect(readWith(openlineageImporter, path)).rejects.toThrow(
      /None of the 26 events can be used. The first: eventTime is the placeholder \{\{RUN_START_TIME\}\}: this is a template/,
    );
  });

  test('the same events with times', async () => {
    const template = readFileSync(join(data, 'marquez-metadata.template.json'), 'utf8');
    const real = template.replace(/\{\{[A-Z_0-9]+\}\}/g, '2024-05-01T10:00:00Z');
    const collected = await readWith(openlineageImporter, written(real));
    expect([collected.rows, collected.accepted, lineageFigures(collected)]).toEqual([
      26,
      26,
      {
        systems: 1,
        datasets: 13,
        jobs: 13,
        jobEdges: 27,
        datasetEdges: 13,
        columnEdges: 39,
      } satisfies LineageFigures,
    ]);
    expect(collected.warnings).toEqual([
      {
        line: 1083,
        code: 'undefined-column',
        message:
          'Column lineage names the column menu_item_id of public.restaurants, which its schema does not have.',
      },
      {
        line: 1083,
        code: 'undefined-dataset',
        message: 'Column lineage names the dataset public.menu_item_id, which no event reads or writes.',
      },
    ]);
  });

  test('one dbt run as events', async () => {
    const collected = await readWith(openlineageImporter, join(data, 'dbt-postgres-run-events.json'));
    expect([collected.rows, collected.accepted, lineageFigures(collected)]).toEqual([
      72,
      72,
      {
        systems: 1,
        datasets: 8,
        jobs: 36,
        jobEdges: 13,
        datasetEdges: 8,
        columnEdges: 0,
      } satisfies LineageFigures,
    ]);
  });
});
