import { z } from 'zod';
import type { Citation } from '../model/citation';
import type { SystemName } from '../model/estate';
import { method } from './method';

/** All names that lead to one system. */
export interface NameRow {
  /** The name it goes by everywhere. */
  readonly system: string;
  readonly declared: boolean;
  readonly otherNames: readonly SystemName[];
}

/** All names that lead to one dataset. */
export interface DatasetNameRow {
  readonly dataset: string;
  readonly otherNames: readonly SystemName[];
}

/** All spellings and codes of one person or organisation. */
export interface PartyNameRow {
  readonly party: string;
  readonly otherNames: readonly string[];
}

/** A name that could be given to no single system, or dataset. */
export interface NameConflictRow {
  readonly name: string;
  readonly kind: string;
  readonly of: 'system' | 'dataset';
  readonly why: string;
  /** What claims it. */
  readonly systems: readonly string[];
  readonly isUsed: boolean;
  readonly citations: readonly Citation[];
}

export interface NamesAnswer {
  readonly systems: readonly NameRow[];
  readonly datasets: readonly DatasetNameRow[];
  readonly parties: readonly PartyNameRow[];
  readonly conflicts: readonly NameConflictRow[];
}

export const nameMethods = {
  /** Every system, dataset and party with its other names, by name. */
  'names.list': method('query', z.strictObject({})).returns<NamesAnswer>(),
};
