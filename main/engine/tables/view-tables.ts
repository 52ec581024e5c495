import type { ExportSubject, ExportView } from '../../../shared/contract/estate-methods';
import type { EngineContext } from '../context';
import type { ExportTable } from '../export/exporter';
import { compareTables, findingTables, impactTables, journeyTables, timelineTables } from './analysis-tables';
import { flowTables, ownerTables, systemTables } from './estate-tables';
import { lostTables, messageTables, reconcileTables, whyTables } from './loss-tables';
import { holdingTables, traceTables } from './record-tables';
import { coverageTables, issueTables, logTables, sourceTables } from './source-tables';
import type { TablesOf } from './table-request';

/** Every view that is a table: the only list. The map is a picture; the evidence pack is made of these. */
const tables: Readonly<Record<Exclude<ExportView, 'map' | 'evidence'>, TablesOf>> = {
  owners: ownerTables,
  systems: systemTables,
  flows: flowTables,
  findings: findingTables,
  reconcile: reconcileTables,
  lost: lostTables,
  messages: messageTables,
  why: whyTables,
  coverage: coverageTables,
  timeline: timelineTables,
  journeys: journeyTables,
  trace: traceTables,
  holdings: holdingTables,
  impact: impactTables,
  compare: compareTables,
  sources: sourceTables,
  issues: issueTables,
  log: logTables,
};

/** The rows of a view that is a table. */
export async function tablesOf(
  context: EngineContext,
  view: keyof typeof tables,
  subject: ExportSubject = {},
): Promise<readonly ExportTable[]> {
  return tables[view](context, subject);
}
