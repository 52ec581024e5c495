import { enCompare } from './en/compare';
import { enEditing } from './en/editing';
import { enEvidence } from './en/evidence';
import { enExport } from './en/export';
import { enFindings } from './en/findings';
import { enFrame } from './en/frame';
import { enHelp } from './en/help';
import { enImpact } from './en/impact';
import { enImport } from './en/import';
import { enJourneys } from './en/journeys';
import { enLosses } from './en/losses';
import { enMap } from './en/map';
import { enOwners } from './en/owners';
import { enReconcile } from './en/reconcile';
import { enRecords } from './en/records';
import { enReport } from './en/report';
import { enSources } from './en/sources';
import { enStart } from './en/start';
import { enTables } from './en/tables';
import { enTerms } from './en/terms';
import { enTimeline } from './en/timeline';

/**
 * Every word of the interface, plain and neutral: one catalogue, one file a view. `{name}` is a parameter;
 * `{count|row|rows}` a number with its word. A key begins with where it is read.
 */
export const en = {
  ...enFrame,
  ...enStart,
  ...enTables,
  ...enEvidence,
  ...enSources,
  ...enImport,
  ...enOwners,
  ...enMap,
  ...enExport,
  ...enReconcile,
  ...enRecords,
  ...enJourneys,
  ...enLosses,
  ...enFindings,
  ...enTimeline,
  ...enReport,
  ...enCompare,
  ...enImpact,
  ...enEditing,
  ...enHelp,
  ...enTerms,
} as const;
