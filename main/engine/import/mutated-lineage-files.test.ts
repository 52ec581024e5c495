import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importerById } from './detect/detect-importer';
import { FileRefused } from './importer';
import { readWith } from './testing/collect';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mutated-'));

const files = [
  ['openlineage', 'openlineage/fixtures/discharges.jsonl'],
  ['dbt-manifest', 'dbt/fixtures/manifest.json'],
  ['dbt-run-results', 'dbt/fixtures/run-results.json'],
  ['archimate-exchange', 'archimate/fixtures/exchange.xml'],
  ['archimate-native', 'archimate/fixtures/native.archimate'],
  ['backstage', 'backstage/fixtures/catalog-info.yaml'],
  ['datahub', 'datahub/fixtures/mce.json'],
  ['datahub', 'datahub/fixtures/mcp.jsonl'],
  ['openmetadata', 'openmetadata/fixtures/lineage.json'],
  ['openmetadata', 'openmetadata/fixtures/edges.json'],
] as const;

/** Bytes overwritten, runs of bytes cut out or doubled, and types swapped: what damage and other tools do. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  replacement: fc.constantFrom(
    '',
    'null',
    '7',
    '[]',
    '{}',
    '"',
    '}',
    ']',
    '<',
    '&',
    '\n',
    '\u0000',
    'true',
    '"é"',
    ': ',
  ),
});

test.each(files)('%s reads or refuses any damaged %s, and its rows add up', async (id, name) => {
  const importer = importerById(id);
  if (importer === null) throw new Error(`There is no importer ${id}.`);
  const source = readFileSync(join(here, name), 'utf8');
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      let text = source;
      for (const { at, length, replacement } of mutations) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + replacement + text.slice(from + length);
      }
      const path = join(folder, 'damaged');
      writeFileSync(path, text);
      try {
        const { rows, accepted, rejected, facts } = await readWith(importer, path);
        expect(rows).toBe(accepted + rejected);
        for (const { place } of facts) expect(place.line).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        expect(error.message).not.toBe('');
      }
    }),
    { numRuns: 60 },
  );
});

test.each(files.filter(([, name]) => /jsonl?$/.test(name)))(
  '%s survives a value nested a hundred thousand deep after %s',
  async (id, name) => {
    const importer = importerById(id);
    if (importer === null) throw new Error(`There is no importer ${id}.`);
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const path = join(folder, 'deep');
    const source = readFileSync(join(here, name), 'utf8').trimEnd();
    const added = { jsonl: `${source}\n{"a":${deep}}\n`, array: source.replace(/\]$/, `,{"a":${deep}}]`) };
    writeFileSync(
      path,
      name.endsWith('jsonl') ? added.jsonl : source.startsWith('[') ? added.array : `${source}${deep}`,
    );
    const { rows, accepted, rejected } = await readWith(importer, path);
    expect([rows, accepted > 0]).toEqual([accepted + rejected, true]);
  },
);
