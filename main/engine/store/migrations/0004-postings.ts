import type { Database } from '../database';
import { rebuildPostings } from '../events/postings/keep-postings';

/**
 * Which events name a message or a record, in place of two indexes, which took half the time of an import.
 * Events one after another make a run; a run's messages and records stand sorted in pages of a few
 * kilobytes, each with the ids of its events (postings/message-pages.ts, postings/record-pages.ts).
 */
export const migration0004 = {
  sql: `
DROP INDEX event_by_message;
DROP INDEX event_by_record;
CREATE TABLE event_run (first_event INTEGER PRIMARY KEY, last_event INTEGER NOT NULL);
CREATE TABLE message_page (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES event_run,
  first_key BLOB NOT NULL,
  groups BLOB NOT NULL,
  UNIQUE (run, first_key)
);
CREATE TABLE record_page (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES event_run,
  first_key INTEGER NOT NULL,
  groups BLOB NOT NULL,
  UNIQUE (run, first_key)
);
`,
  fill(db: Database): void {
    rebuildPostings(db, 1, Number.MAX_SAFE_INTEGER);
  },
};
