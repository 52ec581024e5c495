import type * as DuckDb from '@duckdb/node-api';
import { median } from './bench';

/** Named so that a bundler leaves it alone: it carries a native library and is there for the bench only. */
const packageName: string = '@duckdb/node-api';

export interface DuckDbAnswer {
  readonly seconds: number;
  readonly flows: readonly {
    readonly from: string;
    readonly to: string;
    readonly sent: number;
    readonly lost: number;
  }[];
  readonly lostRows: number;
}

/**
 * The same question, asked of DuckDB: for every flow what became of each sending (delivered, late, sent
 * again, never received), and the list of those that were lost. Loading the file is not counted.
 */
export async function askDuckDb(csv: string, runs: number): Promise<DuckDbAnswer> {
  const { DuckDBInstance } = (await import(packageName)) as typeof DuckDb;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`
    CREATE TABLE log AS
    SELECT "Timestamp"::TIMESTAMP AS moment, "Logged by" AS writer, "Peer" AS peer,
           "Message Control ID" AS message, "NHS Number"::VARCHAR AS record, "Event" AS event
    FROM read_csv('${csv.replaceAll("'", "''")}', header = true, all_varchar = true)`);
  const seconds: number[] = [];
  let flows: DuckDbAnswer['flows'] = [];
  let lostRows = 0;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await connection.run(`CREATE OR REPLACE TEMP TABLE fate AS ${fateOfEverySending}`);
    const counted = await connection.runAndReadAll(`
      SELECT writer, peer, count(*) AS sent,
        count(*) FILTER (fate = 'lost') AS lost, count(*) FILTER (fate = 'late') AS late,
        count(*) FILTER (fate = 'duplicate') AS duplicate, count(*) FILTER (fate = 'delivered') AS delivered
      FROM fate GROUP BY writer, peer ORDER BY writer, peer`);
    const lost = await connection.runAndReadAll(`SELECT * FROM fate WHERE fate = 'lost' ORDER BY moment`);
    seconds.push((performance.now() - started) / 1000);
    flows = counted.getRowObjects().map((row) => ({
      from: String(row.writer),
      to: String(row.peer),
      sent: Number(row.sent),
      lost: Number(row.lost),
    }));
    lostRows = lost.getRows().length;
  }
  connection.closeSync();
  instance.closeSync();
  return { seconds: median(seconds), flows, lostRows };
}

const fateOfEverySending = `
  WITH sending AS (
    SELECT *, row_number() OVER (PARTITION BY writer, peer, message ORDER BY moment) AS attempt
    FROM log WHERE event = 'sent'),
  receipt AS (
    SELECT writer, peer, message, min(moment) AS moment FROM log WHERE event = 'received' GROUP BY ALL)
  SELECT sending.writer, sending.peer, sending.message, sending.record, sending.moment,
    CASE WHEN sending.attempt > 1 THEN 'duplicate'
         WHEN receipt.moment IS NULL THEN 'lost'
         WHEN receipt.moment > sending.moment + INTERVAL 60 MINUTE THEN 'late'
         ELSE 'delivered' END AS fate
  FROM sending LEFT JOIN receipt
    ON receipt.writer = sending.peer AND receipt.peer = sending.writer AND receipt.message = sending.message`;
