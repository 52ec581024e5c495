import { expect, test } from 'vitest';
import { layerViolations } from './check-layers';

const broken = [
  ['shared/model/a.ts', "import { readFileSync } from 'node:fs';"],
  ['shared/model/b.ts', "export type { X } from '../../main/engine/x';"],
  ['main/engine/analyse/c.ts', "import Database from 'better-sqlite3';"],
  ['main/engine/analyse/d.ts', "const electron = await import('electron');"],
  ['main/engine/import/registry.ts', "import { a } from './csv/csv';\nimport { b } from './xlsx/xlsx';"],
  ['main/engine/import/xlsx/e.ts', "import {\n  a,\n} from '../csv/csv';"],
  ['renderer/views/map/f.tsx', "import '../owners/owners.css';"],
  ['renderer/views/map/g.tsx', "import { engine } from '../../../main/engine/engine';"],
  ['renderer/widgets/h.tsx', "import { api } from '../api';"],
] as const;

const allowed = [
  ['shared/model/a.test.ts', "import { readFileSync } from 'node:fs';"],
  ['main/engine/store/b.ts', "import Database from 'better-sqlite3';"],
  ['main/engine/import/xlsx/c.ts', "import { readTable } from '../table/read-table';"],
  [
    'renderer/views/map/d.tsx',
    "import { card } from './card';\nimport { Button } from '../../widgets/button';",
  ],
  ['main/app/e.ts', "import { app } from 'electron';\n// import { x } is said to come from 'nowhere'"],
] as const;

const filesOf = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([path, text]) => ({ path, text }));

test('imports across layers are found in every form', () => {
  expect(layerViolations(filesOf([...broken, ...allowed])).map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'shared/model/a.ts: imports node:fs',
    'shared/model/b.ts: imports main/engine/x',
    'main/engine/analyse/c.ts: imports better-sqlite3',
    'main/engine/analyse/d.ts: imports electron',
    'main/engine/import/xlsx/e.ts: imports main/engine/import/csv/csv',
    'renderer/views/map/f.tsx: imports renderer/views/owners/owners.css',
    'renderer/views/map/g.tsx: imports main/engine/engine',
    'renderer/widgets/h.tsx: imports renderer/api',
  ]);
});

test('what the layers allow is left alone', () => {
  expect(layerViolations(filesOf(allowed))).toEqual([]);
});
