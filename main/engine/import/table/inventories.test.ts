import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importerById } from '../detect/detect-importer';
import { probeFile } from '../file/open-file';
import type { Importer } from '../importer';
import { readWith } from '../testing/collect';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

function csv(): Importer {
  const importer = importerById('csv');
  if (importer === null) throw new Error('The CSV importer is not registered.');
  return importer;
}

test.each(readdirSync(fixtures).filter((name) => name.endsWith('.csv')))(
  '%s reads as its golden result',
  async (name) => {
    const path = join(fixtures, name);
    const detection = csv().detect(await probeFile({ path }));
    const { facts, ...report } = await readWith(csv(), path);
    const result = {
      mapping: detection?.mapping,
      ...report,
      facts: facts.map(({ fact, place }) => `${place.line}: ${JSON.stringify(fact)}`),
    };
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(
      `fixtures/${name}.expected.json`,
    );
  },
);
