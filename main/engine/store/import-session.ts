import { ExpectedFailure } from '../expected-failure';
import type { OpenCase } from './case-file';
import { appendToLog } from './case-log';
import type { Database } from './database';
import { Identities } from './identities';
import { RecordTable } from './record-table';
import { type SourceIdentity, SourceWriter } from './source-writer';
import { rebuildSearchIndex, settleSpellings } from './spellings';

const eventIndexes = ['event_by_message', 'event_by_record'] as const;

/**
 * One import of any number of files: a single transaction, so that a kill at any moment leaves the case as
 * it was, and readers see the old case until the commit.
 */
export class ImportSession {
  readonly #db: Database;
  #identities: Identities;
  readonly #records: RecordTable;
  #dropped: { name: string; sql: string }[] = [];

  private constructor(readonly openCase: OpenCase) {
    this.#db = openCase.db;
    this.#identities = new Identities(openCase.db);
    this.#records = new RecordTable(openCase.db, openCase.identifiers === 'pseudonymised');
  }

  /** Runs `work` in the import's transaction and publishes what it did. */
  static async run<T>(openCase: OpenCase, work: (session: ImportSession) => Promise<T>): Promise<T> {
    if (!openCase.keys) {
      throw new ExpectedFailure(
        'key-missing',
        'This case keeps record identifiers as pseudonyms, and its key is not on this machine. Import where the key is, or copy the key file here.',
      );
    }
    const { db } = openCase;
    const isAlone = db.takeAlone();
    try {
      return await db.transactionAsync(async () => {
        const session = new ImportSession(openCase);
        const done = await work(session);
        session.#publish();
        return done;
      });
    } finally {
      if (isAlone) db.shareAgain();
      else db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    }
  }

  findByHash(sha256: string): { readonly name: string } | null {
    return this.#db.get<{ name: string }>('SELECT name FROM source WHERE sha256 = ?', sha256) ?? null;
  }

  /**
   * Writes one file's facts under a savepoint. When `work` throws, nothing of the file is left and the
   * error goes on.
   */
  async writeSource<T>(identity: SourceIdentity, work: (writer: SourceWriter) => Promise<T>): Promise<T> {
    this.#db.exec('SAVEPOINT file');
    try {
      this.#makeRoom(identity.bytes);
      const writer = new SourceWriter(this.#db, this.#identities, this.#records, identity);
      const result = await work(writer);
      const summary = writer.finish();
      this.#db.exec('RELEASE file');
      this.#records.keep();
      appendToLog(this.#db, 'import', summary, 'person');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK TO file');
      this.#db.exec('RELEASE file');
      // Ids handed out since the savepoint are gone with it.
      this.#identities = new Identities(this.#db);
      this.#records.restore();
      this.#dropped = this.#dropped.filter(({ name }) => !this.#hasIndex(name));
      throw error;
    }
  }

  logRefusal(path: string, sha256: string, reason: string): void {
    appendToLog(this.#db, 'refuse', { path, sha256, reason }, 'program');
  }

  /**
   * Indexes made while rows arrive cost three times as much as indexes made afterwards (measured), so they
   * are dropped when the rows to come are many beside those that are there.
   */
  #makeRoom(bytes: number): void {
    if (this.#dropped.length > 0) return;
    const events = this.#db.get<{ n: number | null }>('SELECT max(id) AS n FROM event')?.n ?? 0;
    const expected = bytes / 80;
    if (events > 0 && (expected < 20_000 || expected < events / 2)) return;
    for (const name of eventIndexes) {
      const sql = this.#db.get<{ sql: string }>(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?",
        name,
      )?.sql;
      if (sql === undefined) continue;
      this.#db.exec(`DROP INDEX ${name}`);
      this.#dropped.push({ name, sql });
    }
  }

  #hasIndex(name: string): boolean {
    return this.#db.get("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?", name) !== undefined;
  }

  #publish(): void {
    this.#records.flush();
    for (const { sql } of this.#dropped) this.#db.exec(sql);
    settleSpellings(this.#db);
    rebuildSearchIndex(this.#db);
    this.#db.run(
      "INSERT INTO meta (key, value) VALUES ('revision', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    );
  }
}
