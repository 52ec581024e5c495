import { dispositions } from '../../../shared/model/vocabulary';
import { lost, messages } from '../analyse/losses/lost';
import { why } from '../analyse/losses/why';
import { reconcile } from '../analyse/reconcile/reconcile';
import { sendingsOfFlow } from '../analyse/reconcile/sendings-of-flow';
import { attributesText } from '../analyse/wording';
import { patternTable } from './pattern-table';
import { needed, type TablesOf } from './table-request';

/** What became of every message sent, flow by flow. */
export const reconcileTables: TablesOf = (context, { flow }) => [
  {
    name: 'reconcile',
    header: [
      'From',
      'To',
      'Sent',
      'Received',
      ...dispositions,
      'Extra',
      'Stuck',
      'Maximum delay (s)',
      'Cut-off',
      'Notes',
    ],
    rows: reconcile(context.openCase.db, context.estate(), { flow }).map((row) => [
      row.from,
      row.to,
      row.sent,
      row.received,
      ...dispositions.map((word) => row[word]),
      row.extra,
      row.stuck,
      row.maximumDelaySeconds,
      row.cutOff,
      row.notes.join(' '),
    ]),
  },
];

const messageHeader = ['From', 'To', 'Message', 'Record', 'Sent', 'File', 'Line', 'Why'];

const messageCells = (row: ReturnType<typeof messages>[number]) => [
  row.from,
  row.to,
  row.message,
  row.record,
  row.sentAt,
  row.file,
  row.line,
  row.why,
];

export const lostTables: TablesOf = (context, { flow }) => [
  {
    name: 'lost',
    header: messageHeader,
    rows: lost(context.openCase.db, context.estate(), { flow }).map(messageCells),
  },
];

/** Every message of a flow with what became of it, its extra receipts and its stuck queue. */
export const messageTables: TablesOf = (context, subject) => {
  const flow = needed(subject.flow, 'messages', '--flow "A > B"');
  const words =
    subject.disposition === undefined
      ? [...dispositions, 'extra' as const, 'stuck' as const]
      : [subject.disposition];
  return [
    {
      name: 'messages',
      header: ['Disposition', ...messageHeader],
      rows: words.flatMap((disposition) =>
        messages(context.openCase.db, context.estate(), { flow, disposition }).map((row) => [
          disposition,
          ...messageCells(row),
        ]),
      ),
    },
  ];
};

/** What the lost messages of a flow share, and since when they are lost. */
export const whyTables: TablesOf = (context, subject) => {
  const flow = needed(subject.flow, 'why', '--flow "A > B"');
  const { db } = context.openCase;
  const answer = why(db, flow, sendingsOfFlow(db, context.estate(), flow));
  return [
    patternTable('patterns', answer.patterns),
    {
      name: 'spells',
      header: [
        'Flow',
        'Began at the earliest',
        'Began at the latest',
        'Ended at the earliest',
        'Ended at the latest',
        'Lost',
        'Of',
        'Counted among',
      ],
      rows: answer.spells.map(({ began, ended, lost: count, total, scope }) => [
        answer.flow,
        began?.earliest ?? null,
        began?.latest ?? null,
        ended?.earliest ?? null,
        ended?.latest ?? null,
        count,
        total,
        scope?.map(attributesText).join(' or ') ?? 'all messages',
      ]),
    },
    { name: 'notes', header: ['Note'], rows: answer.notes.map((note) => [note]) },
  ];
};
