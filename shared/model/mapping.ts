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

/**
 * How a file is read, as `--map FILE` gives it and the window saves it. Everything is optional: what it
 * leaves out is detected. `columns` maps a canonical field (lower camel case) to the header it stands
 * under, or to a 1-based column number where there is no header.
 */
export const mappingSchema = z.strictObject({
  kind: z.enum(tableKinds).optional(),
  importer: z.string().optional(),
  /** 1-based line of the header; 0 for a file without one. */
  headerRow: z.int().min(0).optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  sheet: z.string().optional(),
  columns: z.record(z.string(), z.union([z.string(), z.int().min(1)])).optional(),
  time: z.strictObject({ format: z.string().optional(), zone: z.string().optional() }).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  /** A named-group pattern for a text log. */
  pattern: z.string().optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;
