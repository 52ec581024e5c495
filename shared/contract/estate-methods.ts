import { z } from 'zod';
import type { Citation } from '../model/citation';
import type { RoleCell } from '../model/estate';
import { dispositions, mapGroupings, mapLevels } from '../model/vocabulary';
import { lineChoice, mapMode } from './map-methods';
import { method } from './method';

/** One row of the owners matrix: a dataset in a system. */
export interface OwnerRow {
  readonly dataset: string;
  readonly system: string;
  /** Role of the system for the dataset ("system of record", ...), "not recorded", or "conflicting". */
  readonly role: string;
  readonly cells: readonly RoleCell[];
  /** What is said of the system as a whole: its owner or host is not the dataset's. */
  readonly ofSystem: readonly RoleCell[];
  readonly state: 'clear' | 'missing' | 'conflicting';
  readonly citations: readonly Citation[];
}

export interface SystemRow {
  readonly id: number;
  readonly name: string;
  /** The accountable owner's name; several that differ are joined by " | " and `ownerState` says conflicting. */
  readonly owner: string | null;
  readonly ownerState: 'clear' | 'missing' | 'conflicting' | 'not recorded';
  readonly supplier: string | null;
  readonly site: string | null;
  readonly datasets: readonly string[];
  readonly declared: boolean;
  readonly sources: readonly string[];
  /** What sources call it too. */
  readonly otherNames: readonly string[];
}

/** What can be written to a file: all that the window shows. `evidence` is the whole case as a pack. */
export const exportViews = [
  'map',
  'owners',
  'systems',
  'flows',
  'reconcile',
  'lost',
  'messages',
  'why',
  'findings',
  'timeline',
  'coverage',
  'journeys',
  'trace',
  'holdings',
  'impact',
  'compare',
  'sources',
  'issues',
  'log',
  'evidence',
] as const;
export type ExportView = (typeof exportViews)[number];

/** What a view is about, where it answers a question about something. */
const exportSubject = {
  /** `reconcile`, `lost`, `messages`, `why`: "A > B". */
  flow: z.string().min(1).optional(),
  /** `messages`: only those of one outcome. */
  disposition: z.enum([...dispositions, 'extra', 'stuck']).optional(),
  /** `holdings`. */
  between: z.tuple([z.string().min(1), z.string().min(1)]).optional(),
  dataset: z.string().min(1).optional(),
  /** `trace`. */
  record: z.string().min(1).optional(),
  /** `impact`: the system, site or network that fails. */
  of: z.string().min(1).optional(),
  /** `compare`: another case file. */
  other: z.string().min(1).optional(),
  /** `journeys`. */
  source: z.string().min(1).optional(),
  lifecycle: z.string().min(1).optional(),
};
export type ExportSubject = z.infer<z.ZodObject<typeof exportSubject>>;

export const estateMethods = {
  'estate.systems': method('query', z.strictObject({})).returns<readonly SystemRow[]>(),
  'estate.owners': method('query', z.strictObject({})).returns<readonly OwnerRow[]>(),
  'export.run': method(
    'job',
    z.strictObject({
      file: z.string().min(1),
      view: z.string().optional(),
      format: z.string().optional(),
      level: z.enum(mapLevels).optional(),
      groupBy: z.enum(mapGroupings).optional(),
      collapsed: z.array(z.string()).optional(),
      only: z.array(z.string()).optional(),
      /** Of a picture: which lines of a tangle it has, its main ones where nothing is said. */
      lines: lineChoice.optional(),
      /** Of a map: what it leads the eye to. */
      mode: mapMode.optional(),
      /** Dataset level: cards that list their fields. */
      open: z.array(z.string()).optional(),
      title: z.string().optional(),
      ...exportSubject,
      /** `evidence`: who packs it, by what authority, under which reference; stated, never guessed. */
      packedBy: z.string().min(1).optional(),
      authority: z.string().min(1).optional(),
      reference: z.string().min(1).optional(),
    }),
  ).returns<{
    readonly file: string;
    readonly format: string;
    readonly bytes: number;
    readonly notes: readonly string[];
  }>(),
  'export.formats': method('query', z.strictObject({})).returns<
    readonly {
      readonly id: string;
      readonly title: string;
      readonly extension: string;
      readonly views: readonly string[];
    }[]
  >(),
};
