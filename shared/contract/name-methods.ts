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

/** A name that could be given to no single system. */
export interface NameConflictRow {
  readonly name: string;
  readonly kind: string;
  readonly why: string;
  readonly systems: readonly string[];
  readonly isUsed: boolean;
  readonly citations: readonly Citation[];
}

export interface NamesAnswer {
  readonly systems: readonly NameRow[];
  readonly conflicts: readonly NameConflictRow[];
}

export const nameMethods = {
  /** Every system with its other names, by name. */
  'names.list': method('query', z.strictObject({})).returns<NamesAnswer>(),
};
