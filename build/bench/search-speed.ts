import type { Bench } from './bench';
import { bigCase } from './big-case';
import { engineSession } from './engine-session';

/** Every prefix of what a person types, as the window asks for it: the slowest answer counts. */
export const searchSpeed: Bench = {
  name: 'search',
  title: 'Search as you type',
  async run(context) {
    const big = await bigCase(context, context.rows);
    const typed = ['Receiver 07', 'Results', 'M00000000', big.answers.record, 'nothing of that name'];
    const texts = typed.flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1)));
    const calls = texts.map((text) => ({ method: 'search', args: { text, limit: 50 } }));
    const { answers } = await engineSession(context.folder, big.path, calls);
    const found = answers[texts.indexOf(big.answers.record)]?.value as
      | readonly { kind: string }[]
      | undefined;
    if (!found?.some(({ kind }) => kind === 'record')) throw new Error('search does not find the record');
    const times = answers.map(({ milliseconds }) => milliseconds[0] ?? 0);
    const slowest = Math.max(...times);
    return [
      {
        what: `slowest of ${texts.length} searches as typed, ${big.answers.rows} events`,
        value: slowest,
        unit: 'ms',
        promise: { of: 'value', atMost: 50 },
        note: `for "${texts[times.indexOf(slowest)]}"`,
      },
    ];
  },
};
