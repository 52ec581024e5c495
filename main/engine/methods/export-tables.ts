import type { ExportView } from '../../../shared/contract/estate-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { listFindings } from '../analyse/findings/list-findings';
import { lost } from '../analyse/lost';
import { ownerRows, showCitation, systemRows } from '../analyse/ownership';
import { reconcile } from '../analyse/reconcile';
import { issuesWithRows } from '../evidence/rejected-rows';
import type { ExportTable } from '../export/exporter';
import type { EngineContext } from './context';
import { graphOf } from './map-handlers';

/** The rows of every view that is a table. */
export async function tablesOf(context: EngineContext, view: ExportView): Promise<readonly ExportTable[]> {
  switch (view) {
    case 'owners':
      return [
        {
          name: 'owners',
          header: [
            'Dataset',
            'System',
            'Role',
            'State',
            'Responsibility',
            'Party',
            'Responsibility state',
            'Sources',
          ],
          rows: ownerRows(context.estate()).flatMap((row) =>
            row.cells.map((cell) => [
              row.dataset,
              row.system,
              row.role,
              row.state,
              cell.role,
              cell.parties.map((p) => p.partyName).join(' | '),
              cell.state,
              [...cell.parties.flatMap((p) => p.citations), ...cell.blanks].map(showCitation).join('; '),
            ]),
          ),
        },
      ];
    case 'systems':
      return [
        {
          name: 'systems',
          header: [
            'System',
            'Owner',
            'Owner state',
            'Supplier',
            'Site',
            'Datasets',
            'In inventory',
            'Sources',
          ],
          rows: systemRows(context.estate()).map((row) => [
            row.name,
            row.owner,
            row.ownerState,
            row.supplier,
            row.site,
            row.datasets.join('; '),
            row.declared,
            row.sources.join('; '),
          ]),
        },
      ];
    case 'flows': {
      const graph = graphOf(context, 'system', 'organisation');
      const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
      return [
        {
          name: 'flows',
          header: ['From', 'To', 'Datasets', 'Status', 'Declared', 'Observed', 'Sent', 'Received', 'Lost'],
          rows: graph.edges.map((edge) => [
            names.get(edge.from) ?? '',
            names.get(edge.to) ?? '',
            edge.datasets.join('; '),
            edge.status,
            edge.declared,
            edge.observed,
            edge.sent,
            edge.received,
            edge.lost,
          ]),
        },
      ];
    }
    case 'issues':
      return [
        {
          name: 'issues',
          header: ['File', 'Line', 'Kind', 'Code', 'Reason', 'Row as it stands'],
          rows: (await issuesWithRows(context.openCase, { limit: 10_000_000 })).map((i) => [
            i.file,
            i.line,
            i.severity,
            i.code,
            i.message,
            i.raw,
          ]),
        },
      ];
    case 'reconcile':
      return [
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
          rows: reconcile(context.openCase.db, context.estate()).map((row) => [
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
    case 'lost':
      return [
        {
          name: 'lost',
          header: ['From', 'To', 'Message', 'Record', 'Sent', 'File', 'Line', 'Why'],
          rows: lost(context.openCase.db, context.estate()).map((row) => [
            row.from,
            row.to,
            row.message,
            row.record,
            row.sentAt,
            row.file,
            row.line,
            row.why,
          ]),
        },
      ];
    case 'findings':
      return [
        {
          name: 'findings',
          header: ['Severity', 'Code', 'Subject', 'Title', 'Detail', 'Accepted because', 'Evidence'],
          rows: listFindings(context.openCase, context.estate()).map((f) => [
            f.severity,
            f.code,
            f.subject,
            f.title,
            f.detail,
            f.accepted?.reason ?? null,
            f.evidence.map(({ file, line }) => `${file}:${line}`).join('; '),
          ]),
        },
      ];
    case 'map':
      return [];
  }
}
