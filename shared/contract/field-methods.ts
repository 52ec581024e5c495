import { z } from 'zod';
import type { Citation } from '../model/citation';
import { method } from './method';

export interface FollowedField {
  readonly id: string;
  /** The card of its dataset on the dataset level: what to open to see it. */
  readonly nodeId: string;
  readonly field: string;
  readonly dataset: string;
  readonly system: string | null;
  /** Below zero upstream, above zero downstream, 0 for the field itself. */
  readonly hops: number;
}

export interface FieldHop {
  /** Ids of fields. */
  readonly from: string;
  readonly to: string;
  /** In the words of the sources. */
  readonly transformation: string | null;
  readonly citations: readonly Citation[];
}

export interface FieldLineage {
  /** Ids of what was asked for: several where a dataset is held in several systems. */
  readonly starts: readonly string[];
  /** Nearest first. */
  readonly fields: readonly FollowedField[];
  readonly edges: readonly FieldHop[];
}

export const fieldMethods = {
  /** `field`: an id of the map, or "dataset.field", with " @ system" where several hold the dataset. */
  'fields.follow': method(
    'query',
    z.strictObject({
      field: z.string(),
      direction: z.enum(['upstream', 'downstream', 'both']),
      hops: z.int().min(1).optional(),
    }),
  ).returns<FieldLineage>(),
};
