import { type Bench, median } from './bench';
import { bigCase } from './big-case';
import { engineSession } from './engine-session';

/** One record's journey in a case of ten million events. */
export const traceSpeed: Bench = {
  name: 'trace',
  title: 'Trace of one record',
  async run(context) {
    const big = await bigCase(context, context.bigRows);
    const call = { method: 'records.trace', args: { record: big.answers.record } };
    // Each time in a process of its own: the first trace after opening is the one that a person waits for.
    const times: number[] = [];
    for (let run = 0; run < context.runs; run++) {
      const { answers } = await engineSession(context.folder, big.path, [call]);
      const trace = answers[0]?.value as { readonly events: readonly unknown[] } | undefined;
      if (trace?.events.length !== big.answers.recordLines) {
        throw new Error(`trace finds ${trace?.events.length} lines, not ${big.answers.recordLines}`);
      }
      times.push(answers[0]?.milliseconds[0] ?? 0);
    }
    return [
      {
        what: `trace of one record, ${big.answers.rows} events`,
        value: median(times),
        unit: 'ms',
        promise: { of: 'value', atMost: 50 },
        note: `the first after opening the case; it has ${big.answers.recordLines} lines`,
      },
    ];
  },
};
