import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext, Measurement } from './bench';
import { newCase, removeCase, runCommand } from './command-line';
import { writeLines, writeXes } from './large-streams';

const formats = [
  { ending: 'xes', title: 'XES', write: writeXes },
  { ending: 'ndjson', title: 'NDJSON', write: writeLines },
] as const;

/** Files of a gigabyte in formats that have to be parsed: in memory that hardly grows with the file, every row counted. */
export const streamMemory: Bench = {
  name: 'streams',
  title: 'XES and NDJSON larger than memory should be',
  async run(context) {
    const measured: Measurement[] = [];
    for (const format of formats) measured.push(...(await importOf(format, context)));
    return measured;
  },
};

async function importOf(
  { ending, title, write }: (typeof formats)[number],
  { folder, megabytes, say }: BenchContext,
): Promise<readonly Measurement[]> {
  const once = async (size: number) => {
    const file = join(folder, `stream.${ending}`);
    say(`writing ${size} MB of ${title}`);
    const rows = await write(file, size * 1024 * 1024);
    say(`importing ${rows} rows of ${title}`);
    const path = await newCase(folder, `stream-${ending}`);
    try {
      const { answer, run } = await runCommand(folder, ['import', path, file]);
      const [read] = (answer as { files: readonly { rows: number; accepted: number }[] }).files;
      if (read?.rows !== rows || read.accepted !== rows) {
        throw new Error(`${title}: imported ${read?.accepted} of ${read?.rows} rows, not ${rows}`);
      }
      return { rows, run };
    } finally {
      removeCase(path);
      rmSync(file, { force: true });
    }
  };
  const smallSize = Math.max(16, Math.round(megabytes / 8));
  const small = await once(smallSize);
  const { rows, run } = await once(megabytes);
  return [
    {
      what: `import of ${megabytes} MB of ${title}`,
      value: run.seconds,
      unit: 's',
      note: `${(megabytes / run.seconds).toFixed(1)} MB/s, ${Math.round(rows / run.seconds)} rows a second, ${rows} rows`,
    },
    {
      what: 'peak memory of that import',
      value: run.peakMegabytes,
      unit: 'MB',
      promise: { of: 'ratio', atMost: 1.5 },
      ...(small.run.peakMegabytes === null
        ? {}
        : { rival: { name: `at ${smallSize} MB`, value: small.run.peakMegabytes } }),
    },
  ];
}
