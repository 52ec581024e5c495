import type { TableKind } from '../../../../../shared/model/mapping';

/** Headers seen in the wild for each canonical field, surest first. `kinds` null: in any kind of table. */
export interface HeaderWords {
  readonly field: string;
  readonly kinds: readonly TableKind[] | null;
  readonly headers: readonly string[];
  /** Weight of the surest of them, where that is less than the 3 of a plain name. */
  readonly surest?: number;
  /** Other words that come near do not count. */
  readonly isExact?: boolean;
}
