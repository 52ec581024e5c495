import { join } from 'node:path';
import { writeLargeInventory } from '../sample/large';
import { type Bench, type BenchContext, type Measurement, median } from './bench';
import { bigCase } from './big-case';
import { newCase, runCommand } from './command-line';
import { engineSession } from './engine-session';

const scene = { method: 'map.scene', args: { level: 'system', groupBy: 'organisation', collapsed: [] } };
const again = {
  method: 'map.relayout',
  args: { level: 'system', groupBy: 'organisation', keepPinned: false },
};

/** The first map of a case that has just been opened, laid out and drawn as a scene. */
export const firstMap: Bench = {
  name: 'first-map',
  title: 'First map of a large case',
  async run(context) {
    const big = await bigCase(context, context.rows);
    const times: number[] = [];
    for (let run = 0; run < context.runs; run++) {
      const { answers } = await engineSession(context.folder, big.path, [again, scene]);
      times.push((answers[1]?.milliseconds[0] ?? 0) / 1000);
    }
    return [
      {
        what: `first map of a case of ${big.answers.rows} events`,
        value: median(times),
        unit: 's',
        promise: { of: 'value', atMost: 1 },
        note: 'after opening the case; its layout included',
      },
    ];
  },
};

/** Layouts of whole maps: what has to be laid out, less the same map with its places known. */
export const layoutSpeed: Bench = {
  name: 'layout',
  title: 'Layout of a large map',
  async run(context) {
    return [...(await layoutOf(context, 500, 900, 2)), ...(await layoutOf(context, 800, 2000, 3))];
  },
};

async function layoutOf(
  { folder, runs }: BenchContext,
  systems: number,
  flows: number,
  atMostSeconds: number,
): Promise<readonly Measurement[]> {
  const of = `${systems} systems and ${flows} flows`;
  const sheets = join(folder, `layout-${systems}`);
  writeLargeInventory(sheets, systems, flows);
  const path = await newCase(folder, `layout-${systems}`);
  await runCommand(folder, ['import', path, sheets]);
  const layout: number[] = [];
  const kept: number[] = [];
  for (let run = 0; run < runs; run++) {
    // A process of its own each time: the start of the worker, and code that is not yet warm, count.
    const { answers } = await engineSession(folder, path, [again, scene, scene]);
    const [first, second] = [answers[1], answers[2]].map((answer) => (answer?.milliseconds[0] ?? 0) / 1000);
    layout.push((first ?? 0) - (second ?? 0));
    kept.push(second ?? 0);
  }
  return [
    {
      what: `layout of ${of}`,
      value: median(layout),
      unit: 's',
      promise: { of: 'value', atMost: atMostSeconds },
      note: 'in a worker thread of the engine process, its start included',
    },
    {
      what: `the map of ${of} again, its places known`,
      value: median(kept),
      unit: 's',
      note: 'graph, routes of edges and scene',
    },
  ];
}
