import { join } from 'node:path';
import { writeLargeInventory } from '../sample/large';
import { type Bench, median } from './bench';
import { bigCase } from './big-case';
import { newCase, runCommand } from './command-line';

/** The first map of a case that has just been opened. */
export const firstMap: Bench = {
  name: 'first-map',
  title: 'First map of a large case',
  async run(context) {
    const big = await bigCase(context, context.rows);
    const seconds: number[] = [];
    for (let run = 0; run < context.runs; run++) {
      seconds.push((await runCommand(context.folder, ['map', big.path])).run.seconds);
    }
    return [
      {
        what: `first map of a case of ${big.answers.rows} events`,
        value: median(seconds),
        unit: 's',
        promise: { of: 'value', atMost: 1 },
        note: 'from starting the program to the printed map',
      },
    ];
  },
};

/** Layout of 500 systems and 900 flows: the whole picture as SVG, from nothing, less what the list of edges takes. */
export const layoutSpeed: Bench = {
  name: 'layout',
  title: 'Layout of a large map',
  async run({ folder, runs }) {
    const sheets = join(folder, 'inventory');
    writeLargeInventory(sheets, 500, 900);
    const laidOut: number[] = [];
    const listed: number[] = [];
    for (let run = 0; run < runs; run++) {
      // A new case each time: an old one remembers where everything is.
      const path = await newCase(folder, 'layout');
      await runCommand(folder, ['import', path, sheets]);
      listed.push((await runCommand(folder, ['map', path])).run.seconds);
      laidOut.push((await runCommand(folder, ['export', path, '-o', join(folder, 'map.svg')])).run.seconds);
    }
    return [
      {
        what: 'layout of 500 systems and 900 flows',
        value: median(laidOut) - median(listed),
        unit: 's',
        promise: { of: 'value', atMost: 2 },
        note: `writing the SVG included; ${median(listed).toFixed(2)} s for the same map without a layout taken off`,
      },
    ];
  },
};
