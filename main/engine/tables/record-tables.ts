import type { HeldAt } from '../../../shared/contract/reconcile-methods';
import { absentPatterns } from '../analyse/holdings/absent-patterns';
import { compareHoldings } from '../analyse/holdings/holdings';
import { trace } from '../analyse/trace/trace';
import type { ExportTable } from '../export/exporter';
import { patternTable } from './pattern-table';
import { needed, type TablesOf } from './table-request';

const everyRecord = 10_000_000;

/** What two systems hold: in both, only in one, held twice, changed on the way. */
export const holdingTables: TablesOf = (context, subject) => {
  const [a, b] = needed(subject.between, 'holdings', '--between A B');
  const request = {
    a,
    b,
    limit: everyRecord,
    ...(subject.dataset === undefined ? {} : { dataset: subject.dataset }),
  };
  const answer = compareHoldings(context.openCase, request);
  const only = (system: string, records: readonly string[], at: readonly HeldAt[]): ExportTable['rows'] =>
    records.map((record, index) => [system, record, at[index]?.file ?? null, at[index]?.line ?? null]);
  return [
    {
      name: 'holdings',
      header: ['System', 'Records', 'In both', 'Only here', 'Held twice'],
      rows: [
        [answer.a, answer.inA, answer.inBoth, answer.onlyACount, answer.duplicatedA],
        [answer.b, answer.inB, answer.inBoth, answer.onlyBCount, answer.duplicatedB],
      ],
    },
    {
      name: 'only in one',
      header: ['Only in', 'Record', 'File', 'Line'],
      rows: [
        ...only(answer.a, answer.onlyA, answer.onlyAAt),
        ...only(answer.b, answer.onlyB, answer.onlyBAt),
      ],
    },
    {
      name: 'changed',
      header: ['Field', 'Kind', 'Records', 'Example record', `In ${answer.a}`, `In ${answer.b}`],
      rows: answer.changed.flatMap(({ field, kind, count, examples }) =>
        (examples.length === 0 ? [null] : examples).map((example) => [
          field,
          kind,
          count,
          example?.record ?? null,
          example?.a ?? null,
          example?.b ?? null,
        ]),
      ),
    },
    patternTable(`shared by those only in ${answer.a}`, absentPatterns(context.openCase, request)),
    { name: 'notes', header: ['Note'], rows: answer.notes.map((note) => [note]) },
  ];
};

/** One record's journey: every event with its line, every hop with what became of it. */
export const traceTables: TablesOf = (context, subject) => {
  const record = needed(subject.record, 'trace', '--record RECORD');
  const answer = trace(context.openCase, context.estate(), record, { limit: everyRecord });
  const proofs = [
    ['Last proved present', answer.lastProvedAt] as const,
    ['First proved absent', answer.firstProvedAbsent] as const,
  ];
  return [
    {
      name: 'events',
      header: ['Record', 'Time', 'System', 'Event', 'Peer', 'Message', 'File', 'Line'],
      rows: answer.events.map((event) => [
        event.record,
        event.time,
        event.system,
        event.event,
        event.peer,
        event.message,
        event.file,
        event.line,
      ]),
    },
    {
      name: 'hops',
      header: ['From', 'To', 'Message', 'Disposition', 'Sent', 'Received', 'Why'],
      rows: answer.hops.map((hop) => [
        hop.from,
        hop.to,
        hop.message,
        hop.disposition,
        hop.sentAt,
        hop.receivedAt,
        hop.why,
      ]),
    },
    {
      name: 'proof',
      header: ['What', 'System', 'At', 'Because', 'File', 'Line'],
      rows: proofs.map(([what, proof]) => [
        what,
        proof?.system ?? null,
        proof?.at ?? null,
        proof?.because ?? 'not known',
        proof?.file ?? null,
        proof?.line ?? null,
      ]),
    },
    { name: 'also known as', header: ['Record'], rows: answer.aliases.map((alias) => [alias]) },
  ];
};
