import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { probeFile } from '../file/open-file';
import { importers } from '../registry';

const importFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'detection-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A text log says nothing of itself: a person chooses its importer with a pattern. */
const folders = readdirSync(importFolder).filter(
  (name) => name !== 'pattern' && existsSync(join(importFolder, name, 'fixtures')),
);
const fixtures = folders.flatMap((folder) => {
  const inside = join(importFolder, folder, 'fixtures');
  return readdirSync(inside)
    .filter((name) => !name.includes('expected'))
    .map((name) => ({ folder, path: join(inside, name) }));
});

/** Folders whose importers go by another name. */
const idOfFolder: Readonly<Record<string, string>> = { table: 'csv', objects: 'json' };
/** What may claim a file beside its own format: tables by their columns alone, and what carries another. */
const generic = new Set(['csv', 'json', 'syslog']);

test('a fixture of any format, whatever its name, is claimed by its own importer, and by a clear lead', async () => {
  const wrong: string[] = [];
  for (const { folder, path } of fixtures) {
    const copy = join(scratch, 'file');
    copyFileSync(path, copy);
    const probe = await probeFile({ path: copy });
    const claims = importers
      .map(({ id, detect }) => ({ id, confidence: detect(probe)?.confidence ?? 0 }))
      .filter(({ confidence }) => confidence > 0)
      .sort((a, b) => b.confidence - a.confidence);
    const [first, second] = claims;
    const own = idOfFolder[folder] ?? folder;
    const isOwn = (id = ''): boolean => id === own || id.startsWith(`${own}-`);
    const lead = (first?.confidence ?? 0) - (second?.confidence ?? 0);
    const strangers = claims.filter(({ id }) => !isOwn(id) && !generic.has(id));
    if (!isOwn(first?.id) || lead < 0.15 || strangers.length > 0)
      wrong.push(`${folder}/${basename(path)}: ${JSON.stringify(claims)}`);
  }
  expect(wrong).toEqual([]);
  expect(fixtures.length).toBeGreaterThan(25);
});
