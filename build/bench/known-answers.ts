import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FlowCounts,
  type LostRow,
  lostDifferences,
  type MapEdge,
  mapDifferences,
  reconcileDifferences,
  type WhyAnswer,
  whyDifferences,
} from '../sample/differences';
import { namedEstate, writeEstateFiles } from '../sample/estate';
import { type EstateOptions, namedEstates } from '../sample/estate-options';
import type { Truth } from '../sample/truth';
import type { Bench, BenchContext } from './bench';
import { newCase, removeCase, runCommand } from './command-line';

/** Seeds of estates drawn at random, beside the named ones. */
const seeds = 20;

/** Not a speed: how many of many made-up estates are answered as they were made. */
export const knownAnswers: Bench = {
  name: 'known-answers',
  title: 'Made-up estates answered otherwise than they were made',
  async run(context) {
    const all = [
      ...Object.keys(namedEstates),
      ...Array.from({ length: seeds }, (_, index) => `seed ${index}`),
    ];
    const names = context.estates.length > 0 ? context.estates : all;
    const wrong: string[] = [];
    for (const name of names) {
      const differences = await differencesOf(context, name);
      if (differences.length > 0) wrong.push(name);
      context.say(`${name}: ${differences.length === 0 ? 'as made' : differences.slice(0, 8).join('; ')}`);
    }
    return [
      {
        what: `estates of ${names.length} answered otherwise than made`,
        value: wrong.length,
        unit: 'estates',
        promise: { of: 'value', atMost: 0 },
        ...(wrong.length > 0 ? { note: wrong.join(', ') } : {}),
      },
    ];
  },
};

async function differencesOf({ folder }: BenchContext, name: string): Promise<string[]> {
  const { files, truth } = namedEstate(name);
  const sheets = join(folder, 'estate');
  writeEstateFiles(sheets, { files, truth });
  const path = await newCase(folder, 'estate', '--keep-identifiers');
  const differences: string[] = [];
  try {
    const imported = await runCommand(folder, ['import', path, sheets]);
    differences.push(...importDifferences(imported.answer, truth));
    const map = await runCommand(folder, ['map', path]);
    differences.push(...mapDifferences((map.answer as { edges: readonly MapEdge[] }).edges, truth));
    const reconciled = await runCommand(folder, ['reconcile', path]);
    differences.push(...reconcileDifferences(reconciled.answer as readonly FlowCounts[], truth));
    const by = (truth.options as EstateOptions).match;
    const lost = await runCommand(folder, ['lost', path]);
    differences.push(...lostDifferences(lost.answer as readonly LostRow[], truth, by));
    for (const [flow, counts] of Object.entries(truth.flows)) {
      const isOfInterest = counts.lost > 0 || flow === truth.busiest_flow;
      if (!isOfInterest) continue;
      const why = await runCommand(folder, ['why', path, '--flow', `${counts.from} > ${counts.to}`]);
      differences.push(...whyDifferences(flow, why.answer as WhyAnswer, truth));
    }
    return differences;
  } catch (error) {
    return [...differences, error instanceof Error ? error.message : String(error)];
  } finally {
    removeCase(path);
    rmSync(sheets, { recursive: true, force: true });
  }
}

function importDifferences(answer: unknown, truth: Truth): string[] {
  const { files } = answer as {
    files: readonly { path: string; accepted: number; rows: number; rejected: number }[];
  };
  return files.flatMap((file) => {
    const made = truth.files[file.path.split(/[\\/]/).at(-1) ?? ''];
    const right = made ? made.rows - made.rejected : Number.NaN;
    return file.accepted === right ? [] : [`${file.path}: ${file.accepted} rows accepted, not ${right}`];
  });
}
