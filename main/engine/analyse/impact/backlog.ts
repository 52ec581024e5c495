import type { ImpactAnswer } from '../../../../shared/contract/analysis-methods';
import type { Estate } from '../../../../shared/model/estate';
import type { Database } from '../../store/database';
import { flowName } from '../flow-title';
import { count } from '../wording';
import type { LiveFlow } from './flow-graph';

/**
 * What will have to be reconciled when the flows run again: how much each carries on a day with any message,
 * by its sender's log, else its receiver's.
 */
export function backlogOf(db: Database, estate: Estate, flows: readonly LiveFlow[]): ImpactAnswer['backlog'] {
  const counted = (writer: number, peer: number, kind: 'sent' | 'received') =>
    db.get<{ events: number | null; days: number }>(
      `SELECT sum(d.events) AS events, count(DISTINCT d.day) AS days FROM folded_day d
       JOIN activity a ON a.id = d.activity_id
       WHERE d.system_id = ? AND d.peer_id = ? AND a.kind = ? AND d.day BETWEEN 0 AND 47481`,
      writer,
      peer,
      kind,
    );
  const name = (id: LiveFlow['from']): string => estate.systems.get(id)?.name ?? '';
  return flows
    .map(({ from, to }) => {
      const flow = flowName(name(from), name(to));
      const sent = counted(from, to, 'sent');
      const received = sent?.events ? null : counted(to, from, 'received');
      const row = sent?.events ? sent : received;
      if (!row?.events || row.days === 0)
        return { flow, sentPerDay: null, basis: 'No log in this case counts its messages.' };
      return {
        flow,
        sentPerDay: Math.round((10 * row.events) / row.days) / 10,
        basis: `${count(row.events, 'message')} ${sent?.events ? `sent by ${name(from)}` : `received by ${name(to)}`} on ${count(row.days, 'day')} with any.`,
      };
    })
    .sort((a, b) => (b.sentPerDay ?? -1) - (a.sentPerDay ?? -1) || (a.flow < b.flow ? -1 : 1));
}
