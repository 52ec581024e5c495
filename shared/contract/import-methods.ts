import { z } from 'zod';
import { type Mapping, mappingSchema, type TableKind } from '../model/mapping';
import type { EventKind } from '../model/vocabulary';
import { method } from './method';

/** What a file looks like before it is imported: the detected reading, to be confirmed or adjusted. */
export interface ImportPreview {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Null when no importer can read it; `problem` says why and what to do. */
  readonly importer: string | null;
  readonly importerTitle: string | null;
  readonly problem: string | null;
  readonly alreadyImported: boolean;
  /** Text that a person may say how to read, as a table or with a pattern, where no importer knows it. */
  readonly isText: boolean;
  /** Tables only. */
  readonly table: TablePreview | null;
  /** Other formats: what it holds, in words, e.g. "HL7 v2: 12 messages". */
  readonly summary: string | null;
}

/** A word of a log's event column and what it is read as. */
export interface EventWord {
  readonly word: string;
  /** Rows among those looked at. */
  readonly count: number;
  readonly kind: EventKind;
}

export interface TablePreview {
  readonly kind: TableKind | null;
  /** 0 to 1; below 0.6 the window asks. */
  readonly confidence: number;
  readonly encoding: string;
  readonly delimiter: string | null;
  /** Of a workbook; empty elsewhere. */
  readonly sheets: readonly string[];
  /** The sheet shown. */
  readonly sheet: string | null;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Column index (0-based) -> canonical field, or null where it is kept as an attribute. */
  readonly fields: readonly (string | null)[];
  readonly timeFormat: string | null;
  /** True when times (of any sheet) are local and the file names no zone: the person is asked for one. */
  readonly needsZone: boolean;
  readonly zone: string | null;
  /** Of a log of what was sent and received; empty elsewhere. */
  readonly eventWords: readonly EventWord[];
  /** The complete mapping that an import would use. */
  readonly mapping: Mapping;
  readonly notes: readonly string[];
}

export interface ImportIssue {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export interface FileReport {
  readonly path: string;
  readonly sha256: string;
  /** Importer id, "already imported", or "none". */
  readonly importer: string;
  readonly kind: string | null;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** At most the first 1,000; `issueCount` has them all. */
  readonly issues: readonly ImportIssue[];
  readonly issueCount: number;
  readonly notes: readonly string[];
  readonly seconds: number;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
}

export interface ImporterInfo {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly detects: string;
  readonly fields: readonly string[];
  readonly drops: readonly string[];
}

/** The canonical fields of a kind of table, for the mapping editor. */
export interface FieldInfo {
  readonly field: string;
  readonly title: string;
  readonly isRequired: boolean;
}

/** A named part of a line that a pattern found. */
export interface PatternSpan {
  readonly name: string;
  /** The canonical field that the name stands for; null: kept as an attribute. */
  readonly field: string | null;
  readonly value: string;
  /** Characters in the line, half-open. */
  readonly from: number;
  readonly to: number;
}

/** What a text log's pattern finds in its first lines. */
export interface PatternPreview {
  /** What is wrong with the pattern itself, with what to change; null where it can be used. */
  readonly problem: string | null;
  readonly names: readonly { readonly name: string; readonly field: string | null }[];
  /** `spans` null: the line does not match. */
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly isSlow: boolean;
    readonly spans: readonly PatternSpan[] | null;
  }[];
  readonly matched: number;
  readonly unmatched: number;
  /** In Unicode LDML letters; null where no time was understood. */
  readonly timeFormat: string | null;
  /** The zone that times without one are read in; null where each names its own. */
  readonly zone: string | null;
  /** What is missing or assumed. */
  readonly notes: readonly string[];
}

export const importMethods = {
  'import.preview': method(
    'query',
    z.strictObject({
      paths: z.array(z.string()).min(1),
      mapping: mappingSchema.optional(),
      rows: z.int().min(1).max(200).optional(),
      /** Which sheet of a workbook to show. */
      sheet: z.string().optional(),
    }),
  ).returns<readonly ImportPreview[]>(),
  /** Tries a pattern for a text log on the file's first lines, as it is typed. */
  'import.previewPattern': method(
    'query',
    z.strictObject({ path: z.string(), pattern: z.string().max(10_000), mapping: mappingSchema.optional() }),
  ).returns<PatternPreview>(),
  'import.run': method(
    'job',
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            path: z.string(),
            mapping: mappingSchema.optional(),
            importer: z.string().optional(),
          }),
        )
        .min(1),
    }),
  ).returns<ImportReport>(),
  'import.importers': method('query', z.strictObject({})).returns<readonly ImporterInfo[]>(),
  'import.fields': method('query', z.strictObject({})).returns<
    Readonly<Record<TableKind, readonly FieldInfo[]>>
  >(),
  'mappings.list': method('query', z.strictObject({})).returns<
    readonly { readonly name: string; readonly mapping: Mapping }[]
  >(),
  /** A mapping that was saved as a file, of this case or another. */
  'mappings.read': method('query', z.strictObject({ path: z.string() })).returns<Mapping>(),
  'mappings.save': method(
    'query',
    z.strictObject({ name: z.string().min(1), mapping: mappingSchema }),
  ).returns<null>(),
  'mappings.remove': method('query', z.strictObject({ name: z.string() })).returns<null>(),
};
