/**
 * The case file. Each word of the model is a table of identities (name and key, nothing else); what is
 * known of them stands in `assertion`, one row for each source that says so. Log lines are `event`, with
 * every repeated text interned. No views, no triggers: a case from a stranger is compared with this text.
 */
export const migration0001 = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  member TEXT,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  importer TEXT NOT NULL,
  importer_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  encoding TEXT NOT NULL,
  mapping TEXT NOT NULL,
  notes TEXT NOT NULL,
  rows INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  issues INTEGER NOT NULL,
  first_event INTEGER,
  last_event INTEGER,
  event_digest TEXT NOT NULL,
  fact_digest TEXT NOT NULL,
  line_index BLOB,
  imported_at TEXT NOT NULL
);
CREATE UNIQUE INDEX source_by_hash ON source (sha256);

CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  line INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT
);
CREATE INDEX issue_by_source ON issue (source_id, line);

CREATE TABLE party (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE);
CREATE TABLE system (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE);
CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE);
CREATE TABLE dataset (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE);
CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  UNIQUE (dataset_id, name_key)
);
CREATE TABLE holding (
  id INTEGER PRIMARY KEY,
  dataset_id INTEGER NOT NULL REFERENCES dataset,
  system_id INTEGER NOT NULL REFERENCES system,
  UNIQUE (dataset_id, system_id)
);
CREATE TABLE flow (
  id INTEGER PRIMARY KEY,
  from_system_id INTEGER NOT NULL REFERENCES system,
  to_system_id INTEGER NOT NULL REFERENCES system,
  dataset_id INTEGER REFERENCES dataset
);
CREATE UNIQUE INDEX flow_by_ends ON flow (from_system_id, to_system_id, coalesce(dataset_id, 0));
CREATE TABLE field_flow (
  id INTEGER PRIMARY KEY,
  from_field_id INTEGER NOT NULL REFERENCES field,
  to_field_id INTEGER NOT NULL REFERENCES field,
  UNIQUE (from_field_id, to_field_id)
);
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  namespace TEXT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL
);
CREATE UNIQUE INDEX job_by_name ON job (coalesce(namespace, ''), name_key);
CREATE TABLE derivation (
  id INTEGER PRIMARY KEY,
  from_dataset_id INTEGER REFERENCES dataset,
  from_system_id INTEGER REFERENCES system,
  to_dataset_id INTEGER REFERENCES dataset,
  to_system_id INTEGER REFERENCES system,
  job_id INTEGER REFERENCES job
);
CREATE UNIQUE INDEX derivation_by_ends ON derivation (
  coalesce(from_dataset_id, 0), coalesce(from_system_id, 0),
  coalesce(to_dataset_id, 0), coalesce(to_system_id, 0), coalesce(job_id, 0)
);
CREATE TABLE responsibility (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  party_id INTEGER REFERENCES party
);
CREATE UNIQUE INDEX responsibility_by_subject
  ON responsibility (subject_kind, subject_id, role, coalesce(party_id, 0));
CREATE TABLE control (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (subject_kind, subject_id, kind)
);
CREATE TABLE dependency (
  id INTEGER PRIMARY KEY,
  from_kind TEXT NOT NULL,
  from_id INTEGER NOT NULL,
  to_kind TEXT NOT NULL,
  to_id INTEGER NOT NULL,
  UNIQUE (from_kind, from_id, to_kind, to_id)
);
CREATE TABLE warning (
  id INTEGER PRIMARY KEY,
  at INTEGER,
  text TEXT NOT NULL,
  subject TEXT,
  from_party TEXT,
  to_party TEXT
);

CREATE TABLE assertion (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  predicate TEXT NOT NULL,
  value TEXT,
  detail TEXT,
  source_id INTEGER REFERENCES source,
  line INTEGER NOT NULL,
  byte_from INTEGER,
  byte_to INTEGER,
  pointer TEXT,
  author TEXT,
  at TEXT,
  reason TEXT,
  retracted_by INTEGER REFERENCES assertion
);
CREATE INDEX assertion_by_subject ON assertion (subject_kind, subject_id);
CREATE INDEX assertion_by_source ON assertion (source_id);

CREATE TABLE record (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE);
CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  a_record_id INTEGER NOT NULL REFERENCES record,
  b_record_id INTEGER NOT NULL REFERENCES record,
  kind TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source,
  line INTEGER NOT NULL
);
CREATE INDEX alias_by_a ON alias (a_record_id);
CREATE INDEX alias_by_b ON alias (b_record_id);
CREATE TABLE extract (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  system_id INTEGER NOT NULL REFERENCES system,
  dataset_id INTEGER REFERENCES dataset,
  taken_at INTEGER
);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (name, kind)
);
CREATE TABLE attribute_set (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  time INTEGER,
  system_id INTEGER,
  activity_id INTEGER NOT NULL,
  peer_id INTEGER,
  message TEXT,
  record_id INTEGER,
  attributes_id INTEGER
);
CREATE INDEX event_by_message ON event (message) WHERE message IS NOT NULL;
CREATE INDEX event_by_record ON event (record_id, time) WHERE record_id IS NOT NULL;

-- What the map and coverage ask of every log, counted while it is read: events a day, and for each quarter
-- of an hour in which a system wrote anything, the first and last moment.
CREATE TABLE event_day (
  source_id INTEGER NOT NULL,
  system_id INTEGER NOT NULL,
  peer_id INTEGER NOT NULL,
  activity_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (source_id, system_id, peer_id, activity_id, day)
) WITHOUT ROWID;
CREATE TABLE presence (
  source_id INTEGER NOT NULL,
  system_id INTEGER NOT NULL,
  quarter INTEGER NOT NULL,
  events INTEGER NOT NULL,
  first_time INTEGER NOT NULL,
  last_time INTEGER NOT NULL,
  PRIMARY KEY (source_id, system_id, quarter)
) WITHOUT ROWID;

CREATE TABLE position (
  level TEXT NOT NULL,
  grouping TEXT NOT NULL,
  node_id TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  is_pinned INTEGER NOT NULL,
  PRIMARY KEY (level, grouping, node_id)
) WITHOUT ROWID;
CREATE TABLE saved_mapping (name TEXT PRIMARY KEY, mapping TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_view (name TEXT PRIMARY KEY, view TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE case_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE VIRTUAL TABLE search_index USING fts5 (
  name, context, kind UNINDEXED, subject_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
`;
