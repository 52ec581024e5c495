import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessRun, runMeasured } from './measure-process';

/** The rival of the import: SQLite's own shell reads the same file and makes two indexes. Null where it is not installed. */
export async function importWithShell(folder: string, csv: string): Promise<ProcessRun | null> {
  const database = join(folder, 'shell.db');
  rmSync(database, { force: true });
  const script = [
    '.bail on',
    '.mode csv',
    `.import "${csv}" log`,
    'CREATE INDEX log_by_message ON log ("Message Control ID");',
    'CREATE INDEX log_by_record ON log ("NHS Number", "Timestamp");',
  ].join('\n');
  try {
    const run = await runMeasured(folder, 'sqlite3', [database], `${script}\n`);
    if (run.status !== 0) throw new Error(`sqlite3 failed: ${run.stderr}`);
    return run;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(database, { force: true });
  }
}
