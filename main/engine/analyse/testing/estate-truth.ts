import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemId } from '../../../../shared/model/ids';
import { type Disposition, dispositions } from '../../../../shared/model/vocabulary';
import type { Database } from '../../store/database';
import type { FlowSendings } from '../reconcile/flow-sendings';
import { dataFolder } from './imported-case';

/** The parts of an estate's truth.json that the tests of causes and findings hold against. */
export interface EstateTruth {
  readonly flows: Readonly<
    Record<
      string,
      {
        readonly from: string;
        readonly to: string;
        readonly sent: number;
        readonly lost_ids: readonly string[];
      }
    >
  >;
  readonly undeclared_flows: readonly (readonly [string, string])[];
  readonly silent_flows: readonly (readonly [string, string])[];
  readonly planned_flows: readonly (readonly [string, string])[];
  readonly no_owner_systems: readonly string[];
  readonly no_controller_datasets: readonly string[];
  readonly stuck_queue: readonly string[];
  readonly onset: Readonly<Record<string, string>>;
  readonly pattern: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly end: string;
}

export const readTruth = (estate: string): EstateTruth =>
  JSON.parse(readFileSync(join(dataFolder, 'estates', estate, 'truth.json'), 'utf8')) as EstateTruth;

/** An estate's files without its answers. */
export const estateFiles = (estate: string): readonly string[] =>
  readdirSync(join(dataFolder, 'estates', estate))
    .filter((name) => name !== 'truth.json')
    .map((name) => join(dataFolder, 'estates', estate, name));

/** A flow's sends with the dispositions that the truth gives: lost by id, delivered where a receipt is logged. */
export function truthSendings(
  db: Database,
  flow: { readonly from: string; readonly to: string; readonly lost_ids: readonly string[] },
): FlowSendings {
  const idOf = (name: string): number =>
    db.get<{ id: number }>('SELECT id FROM system WHERE name = ?', name)?.id ?? 0;
  const from = idOf(flow.from);
  const to = idOf(flow.to);
  const messages = (writer: number, peer: number, kind: string) =>
    db.all<{ id: number; time: number | null; message: string; attributes: number | null }>(
      `SELECT e.id, e.time, e.message, e.attributes_id AS attributes FROM folded_event e JOIN activity a ON a.id = e.activity_id
       WHERE e.system_id = ? AND e.peer_id = ? AND a.kind = ? ORDER BY e.time, e.id`,
      writer,
      peer,
      kind,
    );
  const received = new Set(messages(to, from, 'received').map((row) => row.message));
  const lost = new Set(flow.lost_ids);
  const seen = new Set<string>();
  const sent = messages(from, to, 'sent').map((row) => {
    const isAgain = seen.has(row.message);
    seen.add(row.message);
    const disposition: Disposition = isAgain
      ? 'duplicate'
      : lost.has(row.message)
        ? 'lost'
        : received.has(row.message)
          ? 'delivered'
          : 'unobservable';
    return { ...row, disposition };
  });
  return {
    from: from as SystemId,
    to: to as SystemId,
    count: sent.length,
    event: Float64Array.from(sent, (row) => row.id),
    sentAt: Float64Array.from(sent, (row) => row.time ?? Number.NaN),
    disposition: Uint8Array.from(sent, (row) => dispositions.indexOf(row.disposition)),
    attributes: Int32Array.from(sent, (row) => row.attributes ?? 0),
  };
}
