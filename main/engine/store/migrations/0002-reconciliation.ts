/**
 * The last reconciliation of the case, kept so that its answers come at once: derived, never evidence. It
 * holds for one state of the case (`version`); at any other it is made again. Outcomes stand in parts of
 * 65,536 event ids, one byte each, with the matched line's id in four: a row an event would be half as large
 * as the log.
 */
export const migration0002 = `
CREATE TABLE reconciliation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version TEXT NOT NULL,
  flows TEXT NOT NULL
);
CREATE TABLE reconciliation_part (
  first_event INTEGER PRIMARY KEY,
  outcomes BLOB NOT NULL,
  partners BLOB
);
CREATE TABLE reconciliation_list (
  from_system_id INTEGER NOT NULL,
  to_system_id INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  events BLOB NOT NULL,
  PRIMARY KEY (from_system_id, to_system_id, outcome)
) WITHOUT ROWID;
CREATE TABLE reconciliation_day (
  from_system_id INTEGER NOT NULL,
  to_system_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (from_system_id, to_system_id, day, outcome)
) WITHOUT ROWID;
`;
