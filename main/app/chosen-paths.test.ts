import { join, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { ChosenPaths } from './chosen-paths';

const logs = resolve('/data/logs');

test('what was chosen may be read, with all that is in it, and nothing beside or above it', () => {
  const chosen = new ChosenPaths();
  chosen.chooseToRead([logs, resolve('/data/estate.zip')]);
  const paths = [
    logs,
    join(logs, 'a.csv'),
    join(logs, 'deep', '..name.csv'),
    resolve('/data/estate.zip/systems.csv'),
    resolve('/data'),
    resolve('/data/logs-of-others/a.csv'),
    `${logs}${sep}..${sep}secret.csv`,
    'a.csv',
    '',
  ];
  expect(paths.map((path) => chosen.mayRead(path))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('only the very file that was chosen for it may be written, and then read', () => {
  const chosen = new ChosenPaths();
  chosen.chooseToRead([logs]);
  chosen.chooseToWrite(resolve('/out/map.svg'));
  expect(
    [join(logs, 'a.csv'), logs, resolve('/out/map.svg'), resolve('/out/map.pdf'), resolve('/out')].map(
      (path) => [chosen.mayRead(path), chosen.mayWrite(path)],
    ),
  ).toEqual([
    [true, false],
    [true, false],
    [true, true],
    [false, false],
    [false, false],
  ]);
});
