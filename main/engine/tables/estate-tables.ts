import { ownerRows, showCitation, systemRows } from '../analyse/ownership/ownership';
import { graphOf } from '../methods/map-handlers';
import type { TablesOf } from './table-request';

/** Dataset by system by role: who answers for it, by which source. */
export const ownerTables: TablesOf = (context) => [
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

export const systemTables: TablesOf = (context) => [
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
      'Also called',
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
      row.otherNames.join('; '),
    ]),
  },
];

export const flowTables: TablesOf = (context) => {
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
};
