import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { json, run, sheets, smallCase } from '../testing/small-case';

const { data, at, file } = smallCase();

it('import ends with 1 where a file could not be read, and imports the others', async () => {
  const path = at('partly.whereabouts');
  await json('new', path);
  const ran = await run(
    'import',
    path,
    file('poem.txt', 'Whose woods'),
    join(data, 'systems.csv'),
    at('absent'),
    '--json',
  );
  const { files } = JSON.parse(ran.out) as {
    files: { importer: string; rows: number; accepted: number; rejected: number }[];
  };
  expect([ran.status, files.map((f) => [f.importer, f.rows, f.accepted, f.rejected])]).toEqual([
    1,
    [
      ['none', 0, 0, 0],
      ['csv', 2, 2, 0],
      ['none', 0, 0, 0],
    ],
  ]);
});

it('import says so of bytes that were imported before, in the same command too', async () => {
  const path = at('twice.whereabouts');
  await json('new', path);
  const systems = join(data, 'systems.csv');
  const other = file('same.csv', sheets['systems.csv'] ?? '');
  const answer = (await json('import', path, systems, systems, other)) as { files: { importer: string }[] };
  expect(answer.files.map((f) => f.importer)).toEqual(['csv', 'already imported', 'already imported']);
});

it('import changes nothing where it fails', async () => {
  const path = at('unchanged.whereabouts');
  await json('new', path);
  const before = await json('systems', path);
  await run(
    'import',
    path,
    join(data, 'systems.csv'),
    '--map',
    file('m.json', '{"columns": {"record": "nope"}}'),
  );
  expect([await json('systems', path), existsSync(path)]).toEqual([before, true]);
});
