import type { Database } from '../database';
import { migration0001 } from './0001-case';
import { migration0002 } from './0002-reconciliation';
import { migration0003 } from './0003-held-fields';
import { migration0004 } from './0004-postings';
import { migration0005 } from './0005-names';

export interface Migration {
  readonly sql: string;
  /** What SQL cannot make of an older case's contents; in the same transaction. */
  fill?(db: Database): void;
}

/**
 * Numbered from 1; `user_version` of a case is how many it has had. Each runs in one transaction on a case
 * whose file was copied first. A released migration is never edited: add the next one.
 */
export const migrations: readonly Migration[] = [
  { sql: migration0001 },
  { sql: migration0002 },
  { sql: migration0003 },
  migration0004,
  migration0005,
];
