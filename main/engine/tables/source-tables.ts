import { coverageRows } from '../analyse/coverage/coverage';
import { issuesWithRows } from '../evidence/rejected-rows';
import { readLog } from '../store/case-log';
import { listSources } from '../store/sources/sources';
import type { TablesOf } from './table-request';

/** Every file that was read: its hash, how it was read and how its rows add up. */
export const sourceTables: TablesOf = (context) => [
  {
    name: 'sources',
    header: [
      'File',
      'Path',
      'SHA-256',
      'Bytes',
      'Importer',
      'Importer version',
      'Kind',
      'Encoding',
      'Rows',
      'Accepted',
      'Rejected',
      'Issues',
      'Imported at',
      'Notes',
      'Mapping',
    ],
    rows: listSources(context.openCase.db).map((source) => [
      source.name,
      source.path,
      source.sha256,
      source.bytes,
      source.importer,
      source.importerVersion,
      source.kind,
      source.encoding,
      source.rows,
      source.accepted,
      source.rejected,
      source.issues,
      source.importedAt,
      source.notes.join(' '),
      JSON.stringify(source.mapping),
    ]),
  },
];

export const issueTables: TablesOf = async (context) => [
  {
    name: 'issues',
    header: ['File', 'Line', 'Kind', 'Code', 'Reason', 'Row as it stands'],
    rows: (await issuesWithRows(context.openCase, { limit: 10_000_000 })).map((issue) => [
      issue.file,
      issue.line,
      issue.severity,
      issue.code,
      issue.message,
      issue.raw,
    ]),
  },
];

/** When each log is known to have been written, and each silence that counts as a gap. */
export const coverageTables: TablesOf = (context) => {
  const rows = coverageRows(context.openCase.db);
  return [
    {
      name: 'coverage',
      header: ['System', 'Lines', 'From', 'To', 'Gaps', 'Rule', 'Because', 'Confidence', 'Notes'],
      rows: rows.map((row) => [
        row.system,
        row.lines,
        row.from,
        row.to,
        row.gaps.map((gap) => `${gap.from} to ${gap.to}`).join('; '),
        row.rule,
        row.because,
        row.confidence,
        row.notes.join(' '),
      ]),
    },
    {
      name: 'gaps',
      header: ['System', 'From', 'To', 'Because'],
      rows: rows.flatMap((row) => row.gaps.map((gap) => [row.system, gap.from, gap.to, gap.because])),
    },
    {
      name: 'corrections',
      header: ['System', 'From', 'To', 'Covered', 'Reason', 'Author', 'At'],
      rows: rows.flatMap((row) =>
        row.corrections.map((one) => [
          row.system,
          one.from,
          one.to,
          one.isCovered,
          one.reason,
          one.author,
          one.at,
        ]),
      ),
    },
  ];
};

/** What was done to the case, oldest first, each entry with the hash that chains it to the one before. */
export const logTables: TablesOf = (context) => [
  {
    name: 'log',
    header: ['Entry', 'At', 'Actor', 'Action', 'Detail', 'Hash'],
    rows: [...readLog(context.openCase.db, Number.MAX_SAFE_INTEGER)]
      .reverse()
      .map((entry) => [
        entry.id,
        entry.at,
        entry.actor,
        entry.action,
        JSON.stringify(entry.detail),
        entry.hash,
      ]),
  },
];
