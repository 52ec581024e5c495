import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isKept, type Measurement } from './bench';
import { benchTable } from './bench-table';
import { keysIn } from './command-line';
import { askDuckDb } from './duckdb-rival';
import { runSession } from './engine-session';
import { benches } from './registry';

/** Large files go into the cache folder of the checkout: a system's temporary folder may be memory. */
const workFolder = fileURLToPath(new URL('../../bench', import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      big: { type: 'string' },
      megabytes: { type: 'string', default: '1024' },
      runs: { type: 'string', default: '3' },
      estate: { type: 'string', multiple: true, default: [] },
      // The bench starts itself with these two, so that what it measures has a process of its own.
      duckdb: { type: 'string' },
      session: { type: 'string' },
    },
  });
  if (values.duckdb !== undefined) {
    console.log(JSON.stringify(await askDuckDb(values.duckdb, Number(positionals[0] ?? 1))));
    return;
  }
  if (values.session !== undefined) {
    console.log(JSON.stringify(await runSession(JSON.parse(readFileSync(values.session, 'utf8')))));
    return;
  }
  const rows = Number(values.rows);
  const wanted = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0 || !Number.isInteger(rows) || rows < 1) {
    console.error(
      `usage: bench [--rows N] [--big N] [--megabytes N] [--runs N] [--estate NAME]... [${benches.map(({ name }) => name).join('|')}]...`,
    );
    process.exitCode = 2;
    return;
  }
  mkdirSync(workFolder, { recursive: true });
  const folder = mkdtempSync(join(workFolder, 'run-'));
  process.env.WHEREABOUTS_KEYS = keysIn(folder);
  const context = {
    rows,
    bigRows: Number(values.big ?? rows * 10),
    megabytes: Number(values.megabytes),
    runs: Number(values.runs),
    estates: values.estate,
    folder,
    say: (text: string) => console.error(`  ${text}`),
  };
  const measured: Measurement[] = [];
  try {
    for (const bench of wanted) {
      console.error(bench.title);
      try {
        measured.push(...(await bench.run(context)));
      } catch (error) {
        const note = error instanceof Error ? error.message : String(error);
        measured.push({ what: bench.title, value: null, unit: 's', note });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(benchTable(measured));
  if (measured.some((one) => one.value === null || isKept(one) === false)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
