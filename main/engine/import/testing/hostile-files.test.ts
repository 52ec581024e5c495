import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectImporter } from '../detect/detect-importer';
import { probeFile } from '../file/open-file';
import { FileRefused, type Importer } from '../importer';
import { patternImporter } from '../pattern/pattern';
import { importers } from '../registry';
import { readWith } from './collect';

const importFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const fixtures = readdirSync(importFolder).flatMap((folder) => {
  const inside = join(importFolder, folder, 'fixtures');
  if (!statSync(join(importFolder, folder)).isDirectory() || !existsFolder(inside)) return [];
  return readdirSync(inside)
    .filter((name) => !name.includes('expected'))
    .map((name) => join(inside, name));
});
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const pattern = '^(?<time>\\S+)\\s+(?<event>\\w+)';

function existsFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What is wrong with how an importer ended; null for rows that add up or a reasoned refusal. */
async function misbehaviour(importer: Importer, path: string): Promise<string | null> {
  try {
    importer.detect(await probeFile({ path }));
    const { rows, accepted, rejected, events } = await readWith(importer, path, { pattern });
    const badTime = events.find((event) => event.time !== null && !Number.isSafeInteger(event.time));
    if (badTime !== undefined) return `${importer.id}: time ${badTime.time}`;
    return rows === accepted + rejected ? null : `${importer.id}: ${rows} rows`;
  } catch (error) {
    if (error instanceof FileRefused && error.message.length > 10) return null;
    return `${importer.id}: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

test('whatever stands in a file, every importer ends with rows that add up or a reason', async () => {
  expect(fixtures.length).toBeGreaterThan(10);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...fixtures),
      // Mostly the importer that the sound file is for, sometimes any other.
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...importers) },
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          fc.uint8Array({ minLength: 1, maxLength: 4 }),
        ),
        { maxLength: 6 },
      ),
      async (fixture, other, cut, damages) => {
        const importer =
          other ?? detectImporter(await probeFile({ path: fixture }))?.importer ?? patternImporter;
        const bytes = readFileSync(fixture);
        const kept = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * cut)));
        for (const [at, replacement] of damages)
          if (kept.length > 4) kept.set(replacement, Math.floor((kept.length - 4) * at));
        count += 1;
        const path = join(folder, `${count % 8}`);
        writeFileSync(path, kept);
        expect(await misbehaviour(importer, path)).toBeNull();
      },
    ),
    { numRuns: Number(process.env.HOSTILE_RUNS ?? 150) },
  );
}, 60_000);
