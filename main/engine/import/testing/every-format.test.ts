import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { detectImporter } from '../detect/detect-importer';
import { probeFile } from '../file/open-file';
import { FileRefused, type Importer } from '../importer';
import { type Collected, readWith } from './collect';

const importFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'every-format-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Fixtures that are text and whose importer is found by what stands in them. */
const fixtures = readdirSync(importFolder)
  .map((folder) => join(importFolder, folder, 'fixtures'))
  .filter((inside) => existsSync(inside))
  .flatMap((inside) => readdirSync(inside).map((name) => join(inside, name)))
  .filter((path) => !basename(path).includes('expected') && isText(readFileSync(path)));

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);
}

/** What reading gave, without what differs by where things stand. */
async function readingOf(importer: Importer, path: string): Promise<unknown> {
  try {
    const { rows, accepted, rejected, facts, events, aliases } = await readWith(importer, path);
    return {
      rows,
      accepted,
      rejected,
      facts: facts.map(({ fact }) => fact),
      events: events.map(({ line: _, ...event }) => event),
      aliases: aliases.length,
    };
  } catch (error) {
    if (error instanceof FileRefused && error.message.length > 10) return 'refused';
    throw error;
  }
}

/** The same text in another coding; XML says its own in its declaration. */
const recoded = {
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 little-endian': (text: string) =>
    Buffer.from(`\uFEFF${text.replace(/encoding="utf-8"/i, 'encoding="UTF-16"')}`, 'utf16le'),
  'UTF-16 big-endian': (text: string) =>
    Buffer.from(`\uFEFF${text.replace(/encoding="utf-8"/i, 'encoding="UTF-16"')}`, 'utf16le').swap16(),
} as const;

test.each(Object.entries(recoded))('a file of any format reads the same in %s', async (coding, recode) => {
  const wrong: string[] = [];
  let compared = 0;
  for (const path of fixtures) {
    const own = detectImporter(await probeFile({ path }));
    if (own === null) continue;
    const copy = join(scratch, `recoded${extname(path)}`);
    writeFileSync(copy, recode(readFileSync(path, 'utf8')));
    const found = detectImporter(await probeFile({ path: copy }));
    const name = `${basename(dirname(dirname(path)))}/${basename(path)} in ${coding}`;
    if (found?.importer.id !== own.importer.id) {
      wrong.push(`${name}: found ${found?.importer.id ?? 'none'}`);
      continue;
    }
    const [there, here] = [await readingOf(own.importer, path), await readingOf(own.importer, copy)];
    compared += there === 'refused' ? 0 : 1;
    if (JSON.stringify(there) !== JSON.stringify(here)) wrong.push(`${name}: reads otherwise`);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(30);
});

test('an empty file of any format is refused, or has no rows', async () => {
  const wrong: string[] = [];
  for (const path of fixtures) {
    const own = detectImporter(await probeFile({ path }));
    if (own === null) continue;
    const copy = join(scratch, `empty${extname(path)}`);
    writeFileSync(copy, '');
    const read = await readingOf(own.importer, copy);
    if (read !== 'refused' && (read as { rows: number }).rows !== 0) wrong.push(path);
  }
  expect(wrong).toEqual([]);
});

test('a line of two megabytes at the end of any format leaves its rows adding up, or refuses the file', async () => {
  const line = Buffer.alloc(2_000_000, 'x');
  const wrong: string[] = [];
  for (const path of fixtures) {
    const own = detectImporter(await probeFile({ path }));
    if (own === null) continue;
    const copy = join(scratch, `long${extname(path)}`);
    writeFileSync(copy, Buffer.concat([readFileSync(path), Buffer.from('\n'), line]));
    const read = await readingOf(own.importer, copy);
    if (read === 'refused') continue;
    const { rows, accepted, rejected } = read as Collected;
    if (rows !== accepted + rejected) wrong.push(basename(path));
  }
  expect(wrong).toEqual([]);
});
