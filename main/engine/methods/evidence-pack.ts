import { coverageRows } from '../analyse/coverage/coverage';
import { listFindings } from '../analyse/findings/list-findings';
import { reconcile } from '../analyse/reconcile/reconcile';
import type { EngineContext } from '../context';
import { gapsAndAssumptions } from '../evidence/gaps-and-assumptions';
import type { EvidencePack, ExportTable } from '../export/exporter';
import { readStoredLog } from '../store/case-log';
import { listSources } from '../store/sources/sources';
import { tablesOf } from '../tables/view-tables';
import { programVersion } from '../version';

const packedViews = [
  'systems',
  'owners',
  'flows',
  'reconcile',
  'lost',
  'findings',
  'timeline',
  'coverage',
  'compare',
  'sources',
  'issues',
] as const;

/** The tables of a pack. A pseudonymised case gives no row's text away: it can hold identifiers. */
export async function packedTables(context: EngineContext): Promise<readonly ExportTable[]> {
  const tables: ExportTable[] = [];
  for (const view of packedViews) tables.push(...(await tablesOf(context, view)));
  if (context.openCase.identifiers === 'kept') return tables;
  return tables.map((table) =>
    table.name === 'issues'
      ? { ...table, header: table.header.slice(0, -1), rows: table.rows.map((row) => row.slice(0, -1)) }
      : table,
  );
}

export function evidencePack(
  context: EngineContext,
  stated: {
    readonly packedBy?: string | undefined;
    readonly authority?: string | undefined;
    readonly reference?: string | undefined;
  },
): EvidencePack {
  const { openCase } = context;
  const { db, identifiers, createdAt } = openCase;
  const estate = context.estate();
  const sources = listSources(db);
  return {
    tool: { name: 'Whereabouts', version: programVersion },
    identifiers,
    createdAt,
    packedBy: stated.packedBy ?? null,
    authority: stated.authority ?? null,
    reference: stated.reference ?? null,
    sources,
    findings: listFindings(openCase, estate),
    log: readStoredLog(db),
    gaps: gapsAndAssumptions({
      identifiers,
      sources,
      coverage: coverageRows(db),
      flows: reconcile(db, estate),
      estate,
    }),
  };
}
