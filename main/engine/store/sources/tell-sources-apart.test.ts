import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFindings } from '../../analyse/findings/list-findings';
import { importedCase } from '../../analyse/testing/imported-case';
import { verifyCase } from '../../evidence/verify';
import { importFiles } from '../../import/import-files';
import { readEstate } from '../facts/estate-reader';

it('shows files that share a name with the folder that tells them apart, in any order of import', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-names-'));
  const write = (place: string, rows: string) => {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, 'systems.csv'), `System,Owner,Backup\n${rows}\n`);
    return join(folder, place, 'systems.csv');
  };
  const north = write('north', 'Alpha,Ann,no');
  const south = write('south', 'Gamma,Gus,yes\nBeta,Ben,no');
  const shown: unknown[] = [];
  for (const paths of [
    [north, south],
    [south, north],
  ]) {
    const one = await importedCase(paths.slice(0, 1));
    const { openCase } = one;
    const before = openCase.db.all<{ name: string }>('SELECT name FROM source').map(({ name }) => name);
    await importFiles(
      openCase,
      paths.slice(1).map((path) => ({ path })),
    );
    const cited = listFindings(openCase, readEstate(openCase.db))
      .filter(({ code }) => code === 'no-backup')
      .map(({ subject, evidence }) => `${subject} ${evidence[0]?.file}:${evidence[0]?.line}`);
    shown.push([before, cited, (await verifyCase(openCase)).ok]);
    one.remove();
  }
  rmSync(folder, { recursive: true, force: true });
  const expected = [['systems.csv'], ['Alpha north/systems.csv:2', 'Beta south/systems.csv:3'], true];
  expect(shown).toEqual([expected, expected]);
});
