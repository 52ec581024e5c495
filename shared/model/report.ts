import { z } from 'zod';
import { mapGroupings, mapLevels } from './vocabulary';

/** What a report is for; each fills a definition from the case. */
export const reportTemplates = ['investigation', 'ownership', 'outage'] as const;
export type ReportTemplate = (typeof reportTemplates)[number];

export const reportPapers = ['A4', 'Letter'] as const;
export type ReportPaper = (typeof reportPapers)[number];

/** What is drawn with a band on a map, so that the finding in its title can be seen. */
export const mapHighlights = ['none', 'losses', 'owners', 'impact'] as const;
export type MapHighlight = (typeof mapHighlights)[number];

const words = z.string().max(500);

/** One part of a report, in the order in which it is read. */
export const reportSectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('summary') }),
  z.strictObject({
    kind: z.literal('map'),
    level: z.enum(mapLevels),
    groupBy: z.enum(mapGroupings),
    collapsed: z.array(z.string()).max(10_000),
    only: z.array(z.string()).max(100_000).optional(),
    /** The finding that the map shows, in at most {@link mostTitleWords} words. */
    title: words,
    highlight: z.enum(mapHighlights),
    /** With the highlight `impact`: the system, site or network that fails. */
    name: words.optional(),
  }),
  z.strictObject({ kind: z.literal('findings'), ids: z.array(z.string()).max(10_000) }),
  z.strictObject({ kind: z.literal('losses'), flow: words }),
  z.strictObject({ kind: z.literal('impact'), name: words }),
  z.strictObject({ kind: z.literal('timeline') }),
  z.strictObject({ kind: z.literal('owners'), rows: z.enum(['all', 'gaps']) }),
  z.strictObject({ kind: z.literal('coverage') }),
  z.strictObject({ kind: z.literal('sources') }),
  z.strictObject({ kind: z.literal('annex') }),
]);
export type ReportSection = z.infer<typeof reportSectionSchema>;
export type ReportSectionKind = ReportSection['kind'];
export type MapSection = Extract<ReportSection, { readonly kind: 'map' }>;

/** The order in which sections are offered and templates use them. */
export const reportSectionKinds = [
  'summary',
  'map',
  'findings',
  'losses',
  'impact',
  'timeline',
  'owners',
  'coverage',
  'sources',
  'annex',
] as const satisfies readonly ReportSectionKind[];

/** Which names a rule takes out. `text` is any wording, for what no list of the case holds. */
export const redactedKinds = ['person', 'organisation', 'system', 'dataset', 'site', 'text'] as const;
export type RedactedKind = (typeof redactedKinds)[number];

export const redactionRuleSchema = z.strictObject({
  of: z.enum(redactedKinds),
  /** A name, or a pattern in which `*` stands for anything; case, spaces and punctuation are ignored. */
  pattern: z.string().trim().min(1).max(500),
});
export type RedactionRule = z.infer<typeof redactionRuleSchema>;

export const reportDefinitionSchema = z.strictObject({
  template: z.enum(reportTemplates),
  title: z.string().trim().min(1).max(300),
  /** A protective marking for the head of every page; empty for none. */
  marking: z.string().max(80),
  paper: z.enum(reportPapers),
  sections: z.array(reportSectionSchema).max(200),
  redactions: z.array(redactionRuleSchema).max(500),
  /** Source files often have the names of systems: where anything is redacted they become "Source 1", unless this is set. */
  keepsFileNames: z.boolean(),
});
export type ReportDefinition = z.infer<typeof reportDefinitionSchema>;

/** A board reads a title at one glance. */
export const mostTitleWords = 10;

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** Saved reports stand among a case's saved views, under names that begin so. */
export const savedReportPrefix = 'Report: ';

export const savedReportSchema = z.strictObject({
  kind: z.literal('report'),
  definition: reportDefinitionSchema,
});
