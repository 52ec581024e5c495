import { join } from 'node:path';
import { writeLargeCase } from '../sample/large';
import type { LargeLogAnswers } from '../sample/large-log';
import type { BenchContext } from './bench';
import { newCase, runCommand } from './command-line';
import { checkImported } from './import-speed';

export interface BigCase {
  readonly path: string;
  readonly log: string;
  readonly answers: LargeLogAnswers;
  readonly importSeconds: number;
  readonly importMegabytes: number | null;
}

const made = new Map<number, Promise<BigCase>>();

/** A case with a log of that many rows and its flows, made once a run. */
export function bigCase(context: BenchContext, rows: number): Promise<BigCase> {
  const known = made.get(rows);
  if (known) return known;
  const making = make(context, rows);
  made.set(rows, making);
  return making;
}

async function make({ folder, say }: BenchContext, rows: number): Promise<BigCase> {
  say(`making a case of ${rows} rows`);
  const files = join(folder, `log-${rows}`);
  const answers = writeLargeCase(files, rows);
  const path = await newCase(folder, `case-${rows}`);
  await runCommand(folder, ['import', path, join(files, 'flows.csv')]);
  const { answer, run } = await runCommand(folder, ['import', path, join(files, 'log.csv')]);
  checkImported(answer, answers.rows);
  return {
    path,
    log: join(files, 'log.csv'),
    answers,
    importSeconds: run.seconds,
    importMegabytes: run.peakMegabytes,
  };
}
