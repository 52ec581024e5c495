import type { Bench } from './bench';
import { bigCase } from './big-case';

/** Memory must not grow with the file. */
export const importMemory: Bench = {
  name: 'memory',
  title: 'Memory of an import ten times as large',
  async run(context) {
    const small = await bigCase(context, context.rows);
    const big = await bigCase(context, context.bigRows);
    return [
      {
        what: `import of ${big.answers.rows} rows`,
        value: big.importSeconds,
        unit: 's',
        note: `${Math.round(big.answers.rows / big.importSeconds)} rows a second`,
      },
      {
        what: 'peak memory of that import',
        value: big.importMegabytes,
        unit: 'MB',
        promise: { of: 'value', atMost: 400 },
        ...(small.importMegabytes === null
          ? {}
          : { rival: { name: `at ${small.answers.rows} rows`, value: small.importMegabytes } }),
      },
    ];
  },
};
