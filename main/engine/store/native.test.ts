import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { nativeAddonPath } from './native';

test('the database opens on this runtime, with full-text search', () => {
  const nativeBinding = nativeAddonPath();
  const database = new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding });
  database.exec("CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words VALUES ('custodian')");
  expect(database.prepare("SELECT word FROM words WHERE words MATCH 'cust*'").all()).toEqual([
    { word: 'custodian' },
  ]);
  database.close();
});
