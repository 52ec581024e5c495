import { z } from 'zod';
import type { Drawing } from '../diagram/drawing';
import {
  type RedactedKind,
  type ReportDefinition,
  reportDefinitionSchema,
  reportTemplates,
} from '../model/report';
import { method } from './method';

export interface ReportPreview {
  /** Every page as it will be printed, in points. */
  readonly pages: readonly Drawing[];
  /** Index of the first page of each of the definition's sections; null for one that has nothing to show. */
  readonly sectionPages: readonly (number | null)[];
  /** What a person has to know or mend: a title that is too long, a finding that is gone. */
  readonly notes: readonly string[];
  /** Which name became what. For the window alone: it is never written to a file. */
  readonly redacted: readonly {
    readonly of: RedactedKind | 'source';
    readonly name: string;
    readonly shown: string;
  }[];
}

export interface WrittenReport {
  readonly file: string;
  readonly format: 'pdf' | 'html';
  readonly bytes: number;
  readonly pages: number;
  readonly notes: readonly string[];
}

export const reportMethods = {
  /** A definition of the kind, filled from the case: which map, which findings, which flow. */
  'report.template': method(
    'job',
    z.strictObject({ template: z.enum(reportTemplates) }),
  ).returns<ReportDefinition>(),
  'report.preview': method(
    'job',
    z.strictObject({ definition: reportDefinitionSchema }),
  ).returns<ReportPreview>(),
  /** PDF or HTML by the file's ending. The same case and definition give the same bytes. */
  'report.write': method(
    'job',
    z.strictObject({ definition: reportDefinitionSchema, file: z.string().min(1) }),
  ).returns<WrittenReport>(),
};
