import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import type { SourceRow } from '../../../shared/contract/case-methods';
import { type ExportView, exportViews } from '../../../shared/contract/estate-methods';
import type { Scene } from '../../../shared/diagram/scene';
import type { Estate } from '../../../shared/model/estate';
import type { LineageGraph } from '../../../shared/model/lineage-graph';

/** The views that are tables, for formats that hold any table. */
export const tableViews: readonly ExportView[] = exportViews.filter(
  (view) => view !== 'map' && view !== 'evidence',
);

/** Rows of a view as text and numbers, with their header. */
export interface ExportTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * What an export is made from, and nothing else: no clock, no locale, no machine. The same input gives the
 * same bytes.
 */
export interface ExportInput {
  readonly view: ExportView;
  readonly title: string;
  /** ISO date and time of the case's last log entry, not of the export; null where nothing was logged. */
  readonly generatedAt: string | null;
  readonly sources: readonly { readonly name: string; readonly sha256: string }[];
  /** The whole model, for formats that carry models rather than a view of one. */
  readonly estate?: Estate;
  /** For the view `map`. */
  readonly scene?: Scene;
  readonly graph?: LineageGraph;
  /** For every other view; for a map, further tables that a format may add. */
  readonly tables?: readonly ExportTable[];
  /** For the view `evidence`. */
  readonly pack?: EvidencePack;
}

/** What an evidence pack holds beyond pictures and tables. */
export interface EvidencePack {
  readonly tool: { readonly name: string; readonly version: string };
  readonly identifiers: 'pseudonymised' | 'kept';
  readonly createdAt: string;
  readonly packedBy: string | null;
  readonly authority: string | null;
  readonly reference: string | null;
  readonly sources: readonly SourceRow[];
  readonly findings: readonly ListedFinding[];
  /** Oldest first, as stored: the detail is the text that was hashed. */
  readonly log: readonly StoredLogEntry[];
  /** Sentences: what could not be judged, what was assumed, what was left out. */
  readonly gaps: readonly string[];
}

/** An entry of the case log with all that its hash covers. */
export interface StoredLogEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

/** The file's content and what a person must be told of it, such as that a chart had to be split. */
export interface Exported {
  readonly content: Uint8Array | string;
  readonly notes: readonly string[];
}

/** One format. Adding one touches its own folder and one line of the registry. */
export interface Exporter {
  /** Of what is drawn: of a tangle it has the main lines unless more are asked for. Data always has every line. */
  readonly isPicture?: true;
  readonly id: string;
  readonly title: string;
  /** Without the dot. */
  readonly extension: string;
  readonly views: readonly ExportView[];
  write(input: ExportInput): Promise<Exported>;
}
