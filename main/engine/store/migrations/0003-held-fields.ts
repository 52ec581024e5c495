/**
 * Which system holds the dataset of each end of a column's edge: a table of one name in two databases has
 * columns of one name too, and a copy between them is no loop. A table of another name, because to rename one
 * leaves the search index's statements open and the write-ahead log cannot be merged until they close.
 */
export const migration0003 = `
CREATE TABLE field_edge (
  id INTEGER PRIMARY KEY,
  from_field_id INTEGER NOT NULL REFERENCES field,
  from_system_id INTEGER REFERENCES system,
  to_field_id INTEGER NOT NULL REFERENCES field,
  to_system_id INTEGER REFERENCES system
);
INSERT INTO field_edge (id, from_field_id, to_field_id) SELECT id, from_field_id, to_field_id FROM field_flow;
DROP TABLE field_flow;
CREATE UNIQUE INDEX field_edge_by_ends ON field_edge (
  from_field_id, coalesce(from_system_id, 0), to_field_id, coalesce(to_system_id, 0)
);
`;
