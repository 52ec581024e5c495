import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext, Measurement } from './bench';
import { newCase, removeCase, runCommand } from './command-line';
import { writeLines, writeXes } from './large-streams';

const formats = [
  { ending: 'xes', title: 'XES', write: writeXes },
  { ending: 'ndjson', title: 'NDJSON', write: writeLines },
] as const;

/** Files of a gigabyte in formats that have to be parsed: in flat memory, every row counted. */
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
  const file = join(folder, `stream.${ending}`);
  say(`writing ${megabytes} MB of ${title}`);
  const rows = await write(file, megabytes * 1024 * 1024);
  const size = statSync(file).size / 1024 / 1024;
  say(`importing ${rows} rows of ${title}`);
  const path = await newCase(folder, `stream-${ending}`);
  try {
    const { answer, run } = await runCommand(folder, ['import', path, file]);
    const [read] = (answer as { files: readonly { rows: number; accepted: number }[] }).files;
    if (read?.rows !== rows || read.accepted !== rows) {
      throw new Error(`${title}: imported ${read?.accepted} of ${read?.rows} rows, not ${rows}`);
    }
    return [
      {
        what: `import of ${Math.round(size)} MB of ${title}`,
        value: run.seconds,
        unit: 's',
        note: `${(size / run.seconds).toFixed(1)} MB/s, ${Math.round(rows / run.seconds)} rows a second, ${rows} rows`,
      },
      {
        what: 'peak memory of that import',
        value: run.peakMegabytes,
        unit: 'MB',
        promise: { of: 'value', atMost: 400 },
      },
    ];
  } finally {
    removeCase(path);
    rmSync(file, { force: true });
  }
}
