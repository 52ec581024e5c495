import { join } from 'node:path';
import type { MapAnswer } from '../../shared/contract/map-methods';
import type { Scene } from '../../shared/diagram/scene';
import { writeLargeInventory } from '../sample/large';
import type { Bench } from './bench';
import { newCase, runCommand } from './command-line';
import { engineSession } from './engine-session';

const [systems, flows] = [800, 2000];

/** How far cards move that have nothing to do with what a person filters or folds. */
export const mapStability: Bench = {
  name: 'stability',
  title: 'What stays where it was when a filter or a fold changes the map',
  async run({ folder }) {
    const sheets = join(folder, 'stability');
    writeLargeInventory(sheets, systems, flows);
    const path = await newCase(folder, 'stability');
    await runCommand(folder, ['import', path, sheets]);
    const ask = (more: object) => ({
      method: 'map.scene',
      args: { level: 'system', groupBy: 'organisation', collapsed: [], ...more },
    });
    const all = await sceneOf(folder, path, ask({}));
    const only = all.cards.filter((_, index) => index % 3 !== 0).map((card) => card.id);
    const folded = all.groups.slice(0, 3).map((group) => group.id);
    const filtered = await sceneOf(folder, path, ask({ only }));
    const withFolds = await sceneOf(folder, path, ask({ collapsed: folded }));
    const of = `${systems} systems and ${flows} flows`;
    return [
      {
        what: `a filter hides a third of ${of}: mean move of the others`,
        value: meanMove(all, filtered),
        unit: 'px',
        promise: { of: 'value', atMost: 150 },
      },
      {
        what: `three groups of ${of} folded: mean move of the others`,
        value: meanMove(all, withFolds),
        unit: 'px',
        promise: { of: 'value', atMost: 150 },
      },
    ];
  },
};

async function sceneOf(
  folder: string,
  path: string,
  call: { readonly method: string; readonly args: unknown },
): Promise<Scene> {
  const { answers } = await engineSession(folder, path, [call]);
  const scene = (answers[0]?.value as MapAnswer | undefined)?.scene;
  if (scene === undefined) throw new Error('the engine gave no picture');
  return scene;
}

function meanMove(before: Scene, after: Scene): number {
  const places = new Map(before.cards.map((card) => [card.id, card]));
  const moves = after.cards.flatMap((card) => {
    const was = places.get(card.id);
    return was === undefined ? [] : [Math.hypot(card.x - was.x, card.y - was.y)];
  });
  return moves.reduce((sum, move) => sum + move, 0) / Math.max(1, moves.length);
}
