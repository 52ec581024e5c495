import { migration0001 } from './0001-case';
import { migration0002 } from './0002-reconciliation';
import { migration0003 } from './0003-held-fields';

/**
 * Numbered from 1; `user_version` of a case is how many it has had. Each runs in one transaction on a case
 * whose file was copied first. A released migration is never edited: add the next one.
 */
export const migrations: readonly string[] = [migration0001, migration0002, migration0003];
