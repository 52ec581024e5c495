import type { ExportView } from '../../../shared/contract/estate-methods';
import type { Scene } from '../../../shared/diagram/scene';
import type { Estate } from '../../../shared/model/estate';
import type { LineageGraph } from '../../../shared/model/lineage-graph';

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
}

/** The file's content and what a person must be told of it, such as that a chart had to be split. */
export interface Exported {
  readonly content: Uint8Array | string;
  readonly notes: readonly string[];
}

/** One format. Adding one touches its own folder and one line of the registry. */
export interface Exporter {
  readonly id: string;
  readonly title: string;
  /** Without the dot. */
  readonly extension: string;
  readonly views: readonly ExportView[];
  write(input: ExportInput): Promise<Exported>;
}
