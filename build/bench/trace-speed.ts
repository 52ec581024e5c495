import { type Bench, median } from './bench';
import { bigCase } from './big-case';
import { runCommand } from './command-line';

/** One record's journey in a case of ten million events, beyond what starting the program takes. */
export const traceSpeed: Bench = {
  name: 'trace',
  title: 'Trace of one record',
  async run(context) {
    const { folder } = context;
    const runs = Math.max(context.runs, 5);
    const big = await bigCase(context, context.bigRows);
    const idle: number[] = [];
    const traced: number[] = [];
    for (let run = 0; run < runs; run++) {
      idle.push((await runCommand(folder, ['importers'])).run.seconds);
      const { answer, run: measured } = await runCommand(folder, ['trace', big.path, big.answers.record]);
      const { events } = answer as { events: readonly unknown[] };
      if (events.length !== big.answers.recordLines) {
        throw new Error(`trace finds ${events.length} lines, not ${big.answers.recordLines}`);
      }
      traced.push(measured.seconds);
    }
    return [
      {
        what: `trace of one record, ${big.answers.rows} events`,
        value: Math.max(0, (median(traced) - median(idle)) * 1000),
        unit: 'ms',
        promise: { of: 'value', atMost: 50 },
        note: `beyond a command that opens no case (${Math.round(median(idle) * 1000)} ms); opening the case included`,
      },
    ];
  },
};
