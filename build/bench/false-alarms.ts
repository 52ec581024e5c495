import { join } from 'node:path';
import { makeEstate, writeEstateFiles } from '../sample/estate';
import { estateOptions } from '../sample/estate-options';
import type { Bench } from './bench';
import { newCase, runCommand } from './command-line';

const wanted = 200;

/** How often `why` sees a pattern or an onset where losses fall at random: 200 flows, each with its own luck. */
export const falseAlarms: Bench = {
  name: 'false-alarms',
  title: 'False alarms of why',
  async run({ folder, say }) {
    const none = {
      spell: 'off',
      totalLoss: false,
      gap: 'off',
      late: false,
      duplicates: 'off',
      rejected: 'off',
    } as const;
    const options = estateOptions({
      seed: 'null runs',
      extraPairs: wanted,
      extraLosses: 'all',
      extraPerDay: 15,
      perDay: 6,
      heartbeats: 'none',
      logStyle: 'all table',
      faults: { ...none, extra: false, stuckQueue: false },
    });
    const estate = makeEstate(options);
    const sheets = join(folder, 'null-runs');
    writeEstateFiles(sheets, estate);
    const path = await newCase(folder, 'null-runs');
    say('importing 200 flows that lose at random');
    await runCommand(folder, ['import', path, sheets]);
    const flows = estate.truth.random_losses.slice(0, wanted);
    let patterns = 0;
    let onsets = 0;
    for (const [index, flow] of flows.entries()) {
      if (index % 50 === 0) say(`why, flow ${index} of ${flows.length}`);
      const { answer } = await runCommand(folder, ['why', path, '--flow', flow]);
      const why = answer as { patterns: readonly unknown[]; onset: unknown };
      if (why.patterns.length > 0) patterns += 1;
      if (why.onset !== null) onsets += 1;
    }
    return [
      {
        what: `patterns seen in ${flows.length} flows that lose at random`,
        value: (100 * patterns) / flows.length,
        unit: '%',
        promise: { of: 'value', atMost: 5 },
      },
      {
        what: 'onsets seen in them',
        value: (100 * onsets) / flows.length,
        unit: '%',
        promise: { of: 'value', atMost: 5 },
      },
    ];
  },
};
