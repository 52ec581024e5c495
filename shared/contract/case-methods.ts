import { z } from 'zod';
import type { SourceId } from '../model/ids';
import { method } from './method';

export interface CaseInfo {
  readonly path: string;
  readonly title: string;
  readonly identifiers: 'pseudonymised' | 'kept';
  readonly createdAt: string;
  readonly counts: {
    readonly sources: number;
    readonly systems: number;
    readonly datasets: number;
    /** Flows that sources name, each dataset of a pair of systems on its own. */
    readonly flows: number;
    /** Pairs of systems between which a source declares a flow: as the map and Reconcile count them. */
    readonly declaredFlows: number;
    readonly events: number;
    readonly records: number;
    readonly issues: number;
    readonly assertions: number;
  };
  /** First and last time in any log, ISO 8601 UTC; null without logs. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface SourceRow {
  readonly id: SourceId;
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly importer: string;
  readonly importerVersion: number;
  readonly kind: string;
  readonly encoding: string;
  readonly mapping: unknown;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly issues: number;
  readonly importedAt: string;
  /** What was assumed on reading, e.g. "d/m/y times taken as Europe/London". */
  readonly notes: readonly string[];
}

export interface IssueRow {
  readonly sourceId: SourceId;
  readonly file: string;
  readonly line: number;
  readonly severity: 'rejected' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** Lines of a source as they stand in the file, for the evidence view. */
export interface SourceLines {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  /** False when the file on disk no longer has the hash it was imported with. */
  readonly isUnchanged: boolean;
  readonly lines: readonly { readonly line: number; readonly text: string; readonly isCited: boolean }[];
  /** Header cells, where the source is a table, to name the cells. */
  readonly header: readonly string[] | null;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

export interface LogEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly detail: unknown;
  readonly hash: string;
}

export const caseMethods = {
  'case.create': method(
    'query',
    z.strictObject({
      path: z.string().min(1),
      title: z.string().optional(),
      keepIdentifiers: z.boolean().optional(),
    }),
  ).returns<CaseInfo>(),
  'case.open': method('query', z.strictObject({ path: z.string().min(1) })).returns<CaseInfo>(),
  'case.close': method('query', z.strictObject({})).returns<null>(),
  'case.info': method('query', z.strictObject({})).returns<CaseInfo>(),
  'case.log': method('query', z.strictObject({ limit: z.int().min(1).max(10_000).optional() })).returns<
    readonly LogEntry[]
  >(),
  'case.verify': method('job', z.strictObject({})).returns<VerifyReport>(),
  'sources.list': method('query', z.strictObject({})).returns<readonly SourceRow[]>(),
  'sources.issues': method(
    'query',
    z.strictObject({
      sourceId: z.int().optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(100_000).optional(),
    }),
  ).returns<readonly IssueRow[]>(),
  'sources.lines': method(
    'query',
    z.strictObject({
      sourceId: z.int(),
      line: z.int().min(1),
      before: z.int().min(0).max(1000).optional(),
      after: z.int().min(0).max(1000).optional(),
      /** A citation's pointer: the sheet of a workbook. */
      pointer: z.string().optional(),
    }),
  ).returns<SourceLines>(),
  'sources.remove': method(
    'job',
    z.strictObject({ sourceIds: z.array(z.int()).min(1), reason: z.string() }),
  ).returns<null>(),
  /** Imports sources that were removed once more, as they had been read; their files must have the same bytes still. */
  'sources.restore': method('job', z.strictObject({ hashes: z.array(z.string()).min(1) })).returns<null>(),
  /**
   * Writes the issues (rejected rows, and rows taken with a doubt) with line, reason and raw text as CSV: of one
   * source, of those with these hashes, or of all; before them, files that an import refused.
   */
  'sources.saveRejected': method(
    'job',
    z.strictObject({
      sourceId: z.int().optional(),
      hashes: z.array(z.string()).optional(),
      refused: z
        .array(z.strictObject({ file: z.string(), line: z.number(), code: z.string(), message: z.string() }))
        .optional(),
      file: z.string(),
    }),
  ).returns<{
    readonly file: string;
    readonly rows: number;
  }>(),
};
