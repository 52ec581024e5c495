import { join } from 'node:path';
import { writeLargeCase } from '../sample/large';
import { type Bench, type Measurement, median } from './bench';
import { newCase, removeCase, runCommand } from './command-line';
import { importWithShell } from './sqlite-shell';

/** A million log rows into a case with its indexes, against the sqlite3 shell and two indexes. */
export const importSpeed: Bench = {
  name: 'import',
  title: 'Import of a log, against the sqlite3 shell',
  async run(context) {
    const { folder, rows, runs, say } = context;
    const answers = writeLargeCase(join(folder, 'log'), rows);
    const log = join(folder, 'log', 'log.csv');
    const ours: number[] = [];
    const theirs: number[] = [];
    const memory: number[] = [];
    for (let run = 1; run <= runs; run++) {
      say(`import, run ${run} of ${runs}`);
      const path = await newCase(folder, 'import');
      const imported = await runCommand(folder, ['import', path, log]);
      checkImported(imported.answer, answers.rows);
      ours.push(imported.run.seconds);
      if (imported.run.peakMegabytes !== null) memory.push(imported.run.peakMegabytes);
      removeCase(path);
      const shell = await importWithShell(folder, log);
      if (shell) theirs.push(shell.seconds);
    }
    const measured: Measurement = {
      what: `import of ${answers.rows} rows`,
      value: median(ours),
      unit: 's',
      note: `${Math.round(answers.rows / median(ours))} rows a second, the start of the program included`,
    };
    return [
      theirs.length > 0
        ? {
            ...measured,
            rival: { name: 'sqlite3', value: median(theirs) },
            promise: { of: 'ratio', atMost: 1 },
          }
        : { ...measured, note: `${measured.note}; sqlite3 is not installed: no rival` },
      {
        what: 'peak memory of that import',
        value: median(memory),
        unit: 'MB',
        promise: { of: 'value', atMost: 400 },
      },
    ];
  },
};

/** Throws where an import did not accept every row: a fast import that drops rows is not fast. */
export function checkImported(answer: unknown, rows: number): void {
  const { files } = answer as { files: readonly { rows: number; accepted: number; path: string }[] };
  const log = files.find((file) => file.path.endsWith('log.csv'));
  if (log?.accepted !== rows || log.rows !== rows) {
    throw new Error(`imported ${log?.accepted} of ${log?.rows} rows, not ${rows}`);
  }
}
