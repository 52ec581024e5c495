import type { ExportView } from '../../../shared/contract/estate-methods';
import { ownerRows, showCitation, systemRows } from '../analyse/ownership';
import type { ExportTable } from '../export/exporter';
import { listIssues } from '../store/sources';
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
          rows: listIssues(context.openCase.db, { limit: 10_000_000 }).map((i) => [
            i.file,
            i.line,
            i.severity,
            i.code,
            i.message,
            i.raw,
          ]),
        },
      ];
    default:
      return [];
  }
}
