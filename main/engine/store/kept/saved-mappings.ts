import { type Mapping, mappingSchema } from '../../../../shared/model/mapping';
import type { Database } from '../database';

/** Mappings that a person saved under a name. */
export function listMappings(db: Database): readonly { readonly name: string; readonly mapping: Mapping }[] {
  return db
    .all<{ name: string; mapping: string }>('SELECT name, mapping FROM saved_mapping ORDER BY name')
    .flatMap(({ name, mapping }) => {
      const parsed = mappingSchema.safeParse(JSON.parse(mapping));
      return parsed.success ? [{ name, mapping: parsed.data }] : [];
    });
}

export function saveMapping(db: Database, name: string, mapping: Mapping): void {
  db.transaction(() => {
    db.run(
      'INSERT INTO saved_mapping (name, mapping) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET mapping = excluded.mapping',
      name,
      JSON.stringify(mapping),
    );
  });
}

export function removeMapping(db: Database, name: string): void {
  db.transaction(() => {
    db.run('DELETE FROM saved_mapping WHERE name = ?', name);
  });
}
