import type { ReconcileRow } from '../../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../../shared/model/vocabulary';
import { readEstate } from '../../store/facts/estate-reader';
import { reconcile } from '../reconcile/reconcile';
import { importedCase, type TemporaryCase } from './imported-case';

/** A line of a made-up log: minutes after the start, writer, event, peer, message, record. */
export type Line = readonly [
  minute: number | null,
  system: string,
  event: string,
  peer?: string,
  message?: string,
  record?: string,
];

export const start = Date.UTC(2024, 4, 6);
export const at = (minute: number): string => new Date(start + minute * 60_000).toISOString();

/** A log of one or several writers as CSV, in the order given. */
export function logText(lines: readonly Line[]): string {
  const rows = lines.map(([minute, system, event, peer = '', message = '', record = '']) =>
    [minute === null ? '' : at(minute), system, event, peer, message, record].join(','),
  );
  return ['Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number', ...rows, ''].join('\n');
}

/** Heartbeats of a system from one minute to another. */
export function beats(system: string, from: number, to: number, every = 60): readonly Line[] {
  const lines: Line[] = [];
  for (let minute = from; minute <= to; minute += every) lines.push([minute, system, 'heartbeat']);
  return lines;
}

export function flowsText(
  flows: readonly (readonly [from: string, to: string, maximumMinutes: number | '', expectation?: string])[],
): string {
  const rows = flows.map(
    ([from, to, delay, expectation = 'all']) => `${from},${to},Results,live,${expectation},${delay}`,
  );
  return ['Source,Destination,Dataset,Status,Expectation,Max delay (minutes)', ...rows, ''].join('\n');
}

/** Only the counts that are not zero, by flow. */
export function countsOf(rows: readonly ReconcileRow[]): Readonly<Record<string, Record<string, number>>> {
  const words = ['sent', 'received', ...dispositions, 'extra', 'stuck', 'receivedAgain'] as const;
  return Object.fromEntries(
    rows.map((row) => [
      `${row.from} > ${row.to}`,
      Object.fromEntries(words.filter((word) => row[word] > 0).map((word) => [word, row[word]])),
    ]),
  );
}

/** Reconciles files in a case of their own and gives what is not zero. */
export async function reconciled(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Record<string, number>>>> {
  return inCase(files, ({ openCase }) => countsOf(reconcile(openCase.db, readEstate(openCase.db))));
}

export async function inCase<T>(
  files: Readonly<Record<string, string>>,
  work: (temporary: TemporaryCase) => T | Promise<T>,
): Promise<T> {
  const temporary = await importedCase(files);
  try {
    return await work(temporary);
  } finally {
    temporary.remove();
  }
}
