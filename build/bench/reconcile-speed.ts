import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LargeLogAnswers } from '../sample/large-log';
import { type Bench, median } from './bench';
import { bigCase } from './big-case';
import { removeCase, runCommand } from './command-line';
import type { DuckDbAnswer } from './duckdb-rival';
import { runMeasured } from './measure-process';

interface FlowCounts {
  readonly from: string;
  readonly to: string;
  readonly sent: number;
  readonly lost: number;
}

/** Reconcile and lost on ten million events, against the same question asked of DuckDB. */
export const reconcileSpeed: Bench = {
  name: 'reconcile',
  title: 'Reconcile and lost, against DuckDB',
  async run(context) {
    const { folder, runs, say } = context;
    const big = await bigCase(context, context.bigRows);
    const seconds: number[] = [];
    const memory: number[] = [];
    for (let run = 1; run <= runs; run++) {
      say(`reconcile and lost, run ${run} of ${runs}`);
      // A copy each time: a case keeps what a reconciliation found.
      const copy = join(folder, 'reconcile.whereabouts');
      removeCase(copy);
      copyFileSync(big.path, copy);
      const reconciled = await runCommand(folder, ['reconcile', copy]);
      const lost = await runCommand(folder, ['lost', copy]);
      removeCase(copy);
      check('reconcile', reconciled.answer as readonly FlowCounts[], big.answers);
      const lostRows = (lost.answer as readonly unknown[]).length;
      if (lostRows !== lostIn(big.answers))
        throw new Error(`lost lists ${lostRows}, not ${lostIn(big.answers)}`);
      seconds.push(reconciled.run.seconds + lost.run.seconds);
      memory.push(Math.max(reconciled.run.peakMegabytes ?? 0, lost.run.peakMegabytes ?? 0));
    }
    say('the same of DuckDB');
    const self = fileURLToPath(import.meta.url);
    const rival = await runMeasured(folder, process.execPath, [self, '--duckdb', big.log, String(runs)]);
    if (rival.status !== 0) throw new Error(`DuckDB failed: ${rival.stderr}`);
    const duckDb = JSON.parse(rival.stdout) as DuckDbAnswer;
    check('DuckDB', duckDb.flows, big.answers);
    return [
      {
        what: `reconcile and lost, ${big.answers.rows} events`,
        value: median(seconds),
        unit: 's',
        rival: { name: 'DuckDB', value: duckDb.seconds },
        promise: { of: 'ratio', atMost: 3 },
        note: 'two commands, each with its start and its whole answer printed; DuckDB in memory, loading not counted',
      },
      {
        what: 'peak memory of those',
        value: median(memory),
        unit: 'MB',
        promise: { of: 'value', atMost: 1024 },
        ...(rival.peakMegabytes === null ? {} : { rival: { name: 'DuckDB', value: rival.peakMegabytes } }),
      },
    ];
  },
};

const lostIn = (answers: LargeLogAnswers) => answers.flows.reduce((sum, flow) => sum + flow.lost, 0);

/** A wrong answer has no speed. */
function check(who: string, counted: readonly FlowCounts[], answers: LargeLogAnswers): void {
  for (const flow of answers.flows) {
    const own = counted.find(({ from, to }) => from === flow.from && to === flow.to);
    if (own?.sent !== flow.sent || own.lost !== flow.lost) {
      throw new Error(
        `${who}: ${flow.from} > ${flow.to} has ${own?.sent} sent, ${own?.lost} lost, not ${flow.sent}, ${flow.lost}`,
      );
    }
  }
}
