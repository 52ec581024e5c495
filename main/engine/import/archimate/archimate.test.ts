import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { readWith } from '../testing/collect';
import { archimateNativeImporter } from './archi-file';
import { archimateExchangeImporter } from './open-exchange';

const here = dirname(fileURLToPath(import.meta.url));
const exchange = join(here, 'fixtures', 'exchange.xml');
const native = join(here, 'fixtures', 'native.archimate');
const real = resolve(here, '../../../../../shared/data/archimate/Sample1.xml');

function written(content: string | Buffer, name = 'model.xml'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'archimate-')), name);
  writeFileSync(path, content);
  return path;
}

test('an exchange file reads as its golden result', async () => {
  const collected = await readWith(archimateExchangeImporter, exchange);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    'fixtures/exchange.expected.json',
  );
});

test('a native model reads as its golden result', async () => {
  const collected = await readWith(archimateNativeImporter, native);
  await expect(`${JSON.stringify(collected, null, 2)}\n`).toMatchFileSnapshot(
    'fixtures/native.expected.json',
  );
});

test('compressed and in another encoding it reads the same', async () => {
  const content = readFileSync(exchange, 'utf8');
  const plain = await readWith(archimateExchangeImporter, exchange);
  expect(await readWith(archimateExchangeImporter, written(gzipSync(content), 'model.xml.gz'))).toEqual(
    plain,
  );
  const wide = Buffer.from(`\uFEFF${content.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  expect(await readWith(archimateExchangeImporter, written(wide))).toEqual(plain);
});

test('a native model inside its archive reads the same', async () => {
  const entries = { 'model.xml': readFileSync(native), 'images/logo.png': new Uint8Array([1, 2, 3]) };
  const path = written(Buffer.from(zipSync(entries)), 'model.archimate');
  expect(archimateNativeImporter.detect(await probeFile({ path }))?.confidence).toBe(0.9);
  expect(await readWith(archimateNativeImporter, path)).toEqual(
    await readWith(archimateNativeImporter, native),
  );
});

test('each is recognised by its namespace, and by nothing else', async () => {
  const found = async (content: string | Buffer) => {
    const probe = await probeFile({ path: written(content, 'x.txt') });
    return [archimateExchangeImporter.detect(probe)?.summary, archimateNativeImporter.detect(probe)?.summary];
  };
  expect([
    await found(readFileSync(exchange)),
    await found(readFileSync(native)),
    await found('<model xmlns="urn:other"><elements/></model>'),
    await found('{"model": 1}'),
    await found(''),
  ]).toEqual([
    ['ArchiMate model, 18 elements', undefined],
    [undefined, 'Archi model, 4 elements'],
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});

test('a model that is cut off keeps what stood before the cut', async () => {
  const content = readFileSync(exchange, 'utf8');
  const cut = content.slice(0, content.indexOf('data steward'));
  const { rows, accepted, rejections } = await readWith(archimateExchangeImporter, written(cut));
  expect([rows, accepted, rejections.map(({ code }) => code)]).toEqual([
    35,
    32,
    ['no-name', 'repeated-id', 'xml-broken'],
  ]);
});

test.each([
  ['is empty', '', 'xml-broken'],
  ['is not XML', 'a,b\n1,2\n', 'xml-broken'],
  [
    'has no elements',
    '<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"><elements/></model>',
    'no-elements',
  ],
  ['nests without end', '<a>'.repeat(5000), 'xml-too-large'],
])('a file that %s is refused', async (_, content, code) => {
  await expect(readWith(archimateExchangeImporter, written(content))).rejects.toMatchObject({ code });
  await expect(readWith(archimateNativeImporter, written(content))).rejects.toMatchObject({ code });
});

test('entities are not expanded', async () => {
  const content = `<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/hostname">]>${readFileSync(exchange, 'utf8')
    .replace(/^<\?xml.*?>\s*/, '')
    .replace('Ward EPR', 'Ward &e;')}`;
  const { facts, rejections } = await readWith(archimateExchangeImporter, written(content));
  expect([rejections[0]?.code, JSON.stringify(facts).includes('Ward EPR again')]).toEqual([
    'damaged-xml',
    true,
  ]);
});

test.skipIf(!existsSync(real))('the real sample has 2 elements and 1 relation', async () => {
  const { rows, accepted, facts } = await readWith(archimateExchangeImporter, real);
  const attribute = facts
    .map(({ fact }) => fact)
    .filter((fact) => fact.fact === 'attribute' && fact.name.startsWith('Assignment'));
  expect([rows, accepted, attribute]).toEqual([
    3,
    3,
    [
      {
        fact: 'attribute',
        subject: { kind: 'party', name: 'Sales Person' },
        name: 'Assignment to',
        value: 'Sell Product',
      },
    ],
  ]);
});
