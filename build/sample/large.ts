import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTable, tableBytes } from './delimited-text';
import { largeInventory } from './large-inventory';
import { type LargeLogAnswers, largeLogFlows, writeLargeLog } from './large-log';

/** The flows of the large log with their time limits: without them its losses would be matters of opinion. */
export function largeLogInventory(): Buffer {
  const rows = largeLogFlows.map(({ from, to }) => [from, to, 'Results', 'HL7 v2 MLLP', 'live', 'all', 60]);
  const header = [
    'Source',
    'Destination',
    'Dataset',
    'Method',
    'Status',
    'Expectation',
    'Max delay (minutes)',
  ];
  return tableBytes([header, ...rows], plainTable);
}

/** Writes `log.csv` and `flows.csv` into a folder of their own. */
export function writeLargeCase(folder: string, rows: number): LargeLogAnswers {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'flows.csv'), largeLogInventory());
  return writeLargeLog(join(folder, 'log.csv'), rows);
}

/** Writes the sheets of a large inventory into a folder. */
export function writeLargeInventory(folder: string, systems: number, flows: number): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of largeInventory(systems, flows)) writeFileSync(join(folder, name), bytes);
}
