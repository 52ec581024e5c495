import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../database';

const maximumCharacters = 1_000_000;

/** Views that a person saved under a name; what is in one is the window's own business. */
export function listViews(db: Database): readonly { readonly name: string; readonly view: unknown }[] {
  return db
    .all<{ name: string; view: string }>('SELECT name, view FROM saved_view ORDER BY name')
    .map(({ name, view }) => ({ name, view: JSON.parse(view) as unknown }));
}

export function saveView(db: Database, name: string, view: unknown): void {
  const text = JSON.stringify(view ?? null);
  if (text.length > maximumCharacters)
    throw new ExpectedFailure('arguments', 'The view is too large to save.');
  db.transaction(() => {
    db.run(
      'INSERT INTO saved_view (name, view) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET view = excluded.view',
      name,
      text,
    );
  });
}

export function removeView(db: Database, name: string): void {
  db.transaction(() => {
    db.run('DELETE FROM saved_view WHERE name = ?', name);
  });
}
