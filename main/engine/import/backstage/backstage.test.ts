import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { backstageImporter } from './backstage';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = join(here, 'fixtures', 'catalog-info.yaml');

function written(content: string | Buffer, name = 'catalog-info.yaml'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'backstage-')), name);
  writeFileSync(path, content);
  return path;
}
const detect = async (content: string | Buffer) =>
  backstageImporter.detect(await probeFile({ path: written(content, 'x.txt') }));

const component = (name: string, spec: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: ${name} }\nspec: ${spec}\n`;

test('a catalog reads as its golden result', async () => {
  const collected = await readWith(backstageImporter, fixture);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot('fixtures/expected.json');
});

test('the JSON of the API and another encoding read the same', async () => {
  const content = readFileSync(fixture, 'utf8').replace(/^apiVersion: \[unclosed\n---\n/m, '');
  const facts = async (path: string) =>
    (await readWith(backstageImporter, path)).facts.map(({ fact }) => fact);
  const plain = await facts(written(content));
  const entities = parseAllDocuments(content).map((document): unknown => document.toJS());
  expect(await facts(written(JSON.stringify(entities)))).toEqual(plain);
  expect(await facts(written(Buffer.from(`\uFEFF${content.replaceAll('\n', '\r\n')}`, 'utf16le')))).toEqual(
    plain,
  );
});

test('it recognises its format by content', async () => {
  expect([
    await detect(readFileSync(fixture)),
    await detect('[{"apiVersion":"backstage.io/v1alpha1","kind":"Component"}]'),
    await detect('apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n'),
    await detect('a,b\n1,2\n'),
    await detect(''),
  ]).toEqual([
    { confidence: 0.96, summary: 'Backstage catalog, 11 entities' },
    { confidence: 0.96, summary: 'Backstage catalog as JSON, 1 entities' },
    null,
    null,
    null,
  ]);
});

test.each([
  ['is empty', '', 'no-entities'],
  ['is no YAML', 'apiVersion: [', 'no-entities'],
  ['is a template', component('"{{ name }}"', '{}'), 'no-entities'],
  ['multiplies its anchors', bomb(), 'no-entities'],
  ['nests without end', '['.repeat(100_000), 'no-entities'],
])('a file that %s is refused', async (_, content, code) => {
  await expect(readWith(backstageImporter, written(content))).rejects.toMatchObject({ code });
});

test('an anchor that repeats an owner is read', async () => {
  const content = `${component('a', '{ owner: &o team, dependsOn: [*o] }')}`;
  const { facts } = await readWith(backstageImporter, written(content));
  expect(facts.at(-1)?.fact).toEqual({
    fact: 'dependency',
    from: { kind: 'system', name: 'a' },
    to: { kind: 'system', name: 'team' },
  });
});

test('a broken document is rejected with its line and the others are read', async () => {
  const content = `${component('a', '{}')}---\nkind: Component\nmetadata: { name: b\n---\n${component('c', '{}')}`;
  const { accepted, rejections } = await readWith(backstageImporter, written(content));
  expect([accepted, rejections.map(({ line, code }) => [line, code])]).toEqual([2, [[7, 'bad-yaml']]]);
});

/** Nine levels of nine aliases each: 387 million values. */
function bomb(): string {
  const levels = [...'abcdefghi'].map((name, index) =>
    index === 0
      ? `a: &a [x,x,x,x,x,x,x,x,x]`
      : `${name}: &${name} [${Array(9)
          .fill(`*${'abcdefghi'[index - 1]}`)
          .join(',')}]`,
  );
  return `${levels.join('\n')}\n`;
}
