import { z } from 'zod';
import type { Citation } from '../model/citation';
import type { RoleCell } from '../model/estate';
import { mapLevels } from '../model/vocabulary';
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
}

export const exportViews = [
  'map',
  'owners',
  'systems',
  'flows',
  'findings',
  'issues',
  'reconcile',
  'lost',
] as const;
export type ExportView = (typeof exportViews)[number];

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
      groupBy: z.enum(['organisation', 'site', 'none']).optional(),
      collapsed: z.array(z.string()).optional(),
      only: z.array(z.string()).optional(),
      title: z.string().optional(),
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
