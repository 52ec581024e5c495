import { z } from 'zod';

/** What the rows of a table are. */
export const tableKinds = [
  'systems',
  'flows',
  'datasets',
  'responsibilities',
  'sites',
  'controls',
  'warnings',
  'log',
  'extract',
  'crosswalk',
  'dependencies',
  'organisations',
] as const;
export type TableKind = (typeof tableKinds)[number];

const ofOneTable = {
  kind: z.enum(tableKinds).optional(),
  /** 1-based line of the header; 0 for a file without one. */
  headerRow: z.int().min(0).optional(),
  columns: z.record(z.string(), z.union([z.string(), z.int().min(1)])).optional(),
  time: z.strictObject({ format: z.string().optional(), zone: z.string().optional() }).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  constants: z.record(z.string(), z.string()).optional(),
};

/** What holds of one sheet of a workbook; `skip`: the sheet is not read. */
const sheetMappingSchema = z.strictObject({ ...ofOneTable, skip: z.boolean().optional() });

/**
 * How a file is read, as `--map FILE` gives it and the window saves it. Everything is optional: what it
 * leaves out is detected. `columns` maps a canonical field (lower camel case) to the header it stands
 * under, or to a 1-based column number where there is no header.
 */
export const mappingSchema = z.strictObject({
  ...ofOneTable,
  importer: z.string().optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  /** The only sheet that is read. */
  sheet: z.string().optional(),
  /** By sheet, over what the mapping says of all. */
  sheets: z.record(z.string(), sheetMappingSchema).optional(),
  /** A named-group pattern for a text log. */
  pattern: z.string().optional(),
});
export type SheetMapping = z.infer<typeof sheetMappingSchema>;
export type Mapping = z.infer<typeof mappingSchema>;
