import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FirstMap, MapAnswer } from '../../../shared/contract/map-methods';
import { createEngine, type Engine } from '../engine';

const picture = { level: 'system', groupBy: 'organisation' } as const;
let folder: string;
let engine: Engine;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'map-first-'));
  process.env.WHEREABOUTS_KEYS = join(folder, 'keys');
  engine = createEngine();
});
afterEach(() => {
  engine.close();
  delete process.env.WHEREABOUTS_KEYS;
  rmSync(folder, { recursive: true });
});

async function call<T>(method: string, args: unknown): Promise<T> {
  const outcome = await engine.call(method, args);
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.message}`);
  return outcome.value as T;
}

async function caseOf(systems: number): Promise<void> {
  const rows = Array.from({ length: systems }, (_, at) => `System ${at},Organisation ${at % 4}`);
  const sheet = join(folder, 'systems.csv');
  writeFileSync(sheet, ['System,Organisation', ...rows, ''].join('\n'));
  await call('case.create', { path: join(folder, 'a.whereabouts'), title: 'A' });
  await call('import.run', { files: [{ path: sheet }] });
}

test('a small picture begins open and a large one with its groups folded, as the scene of that folding', async () => {
  await caseOf(20);
  const small = await call<FirstMap>('map.first', picture);
  expect([small.collapsed, small.scene.cards.length]).toEqual([[], 20]);
  await call('case.close', {});
  rmSync(join(folder, 'a.whereabouts'));

  await caseOf(130);
  const { collapsed, ...large } = await call<FirstMap>('map.first', picture);
  expect([collapsed.length, large.scene.cards.length]).toEqual([4, 0]);
  expect(large).toEqual(await call<MapAnswer>('map.scene', { ...picture, collapsed, lines: 'main' }));
});

test('a picture made ready ahead is the one that is answered, once', async () => {
  await caseOf(20);
  await call('map.prepare', picture);
  const ready = await call<FirstMap>('map.first', picture);
  const id = ready.scene.cards[0]?.id ?? '';
  await call('map.move', { ...picture, moves: [{ nodeId: id, x: 5000, y: 5000, isPinned: true }] });
  const moved = await call<FirstMap>('map.first', picture);
  expect(moved.scene.cards.find((card) => card.id === id)).toMatchObject({ x: 5000, y: 5000 });
  expect(ready.scene.cards.find((card) => card.id === id)).not.toMatchObject({ x: 5000, y: 5000 });
});

test('a picture made ready ahead is not given once the case has changed', async () => {
  await caseOf(3);
  await call('map.prepare', picture);
  const more = join(folder, 'more.csv');
  writeFileSync(more, 'System,Organisation\nLate One,Organisation 9\n');
  await call('import.run', { files: [{ path: more }] });
  expect((await call<FirstMap>('map.first', picture)).scene.cards.map(({ node }) => node.name)).toContain(
    'Late One',
  );
});

test('drawing fewer lines or all of them moves no card, and the lines left out are told', async () => {
  const steps = Array.from({ length: 12 }, (_, at) => `Step ${at}`);
  const rows = steps.flatMap((from, a) =>
    steps
      .slice(a + 1)
      .flatMap((to, b) => [
        `r${a}-${b},${from},2024-01-01T0${a % 9}:00:00Z`,
        `r${a}-${b},${to},2024-01-01T1${a % 9}:00:00Z`,
      ]),
  );
  const log = join(folder, 'log.csv');
  writeFileSync(log, ['case_id,activity,timestamp', ...rows, ''].join('\n'));
  await call('case.create', { path: join(folder, 'a.whereabouts'), title: 'A' });
  await call('import.run', { files: [{ path: log }] });
  const ask = { level: 'step', groupBy: 'organisation', collapsed: [] };
  const main = await call<MapAnswer>('map.scene', { ...ask, lines: 'main' });
  const all = await call<MapAnswer>('map.scene', { ...ask, lines: 1 });
  const placesOf = ({ scene }: MapAnswer) => scene.cards.map(({ id, x, y }) => ({ id, x, y }));
  expect(placesOf(all)).toEqual(placesOf(main));
  expect([all.scene.edges.length, all.scene.leftOut.length]).toEqual([66, 0]);
  expect(main.scene.edges.length + main.scene.leftOut.length).toBe(66);
  expect(main.scene.edges.length).toBeLessThan(30);
});
