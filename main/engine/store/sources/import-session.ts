import { ExpectedFailure } from '../../expected-failure';
import type { OpenCase } from '../case-file';
import { appendToLog } from '../case-log';
import type { Database } from '../database';
import { joinSmallRuns } from '../events/postings/keep-postings';
import { removeStagingFiles, StagedEvents } from '../events/staging/staged-events';
import { Identities } from '../names/identities';
import { keepNames } from '../names/keep-names';
import { nameRule, nextNameDigests } from '../names/name-digest';
import { rebuildSearchIndex, settleSpellings } from '../names/spellings';
import { keyFolder } from '../records/identifier-key';
import { RecordTable } from '../records/record-table';
import { type SourceIdentity, SourceWriter } from './source-writer';
import { tellSourcesApart } from './tell-sources-apart';

/**
 * One import of any number of files: a single transaction, so that a kill at any moment leaves the case as
 * it was, and readers see the old case until the commit.
 */
export class ImportSession {
  readonly #db: Database;
  #identities: Identities;
  readonly #records: RecordTable;

  private constructor(
    readonly openCase: OpenCase,
    private readonly staged: StagedEvents,
  ) {
    this.#db = openCase.db;
    this.#identities = new Identities(openCase.db);
    this.#records = new RecordTable(openCase.db, openCase.identifiers === 'pseudonymised');
  }

  /** Runs `work` in the import's transaction and publishes what it did. */
  static async run<T>(openCase: OpenCase, work: (session: ImportSession) => Promise<T>): Promise<T> {
    if (!openCase.keys) {
      throw new ExpectedFailure(
        'key-missing',
        `This case keeps record identifiers as pseudonyms, and its key is not on this machine. Import where the key is, or copy its .key file into ${keyFolder()}.`,
      );
    }
    const { db } = openCase;
    const isAlone = db.takeAlone();
    const staged = new StagedEvents(db, openCase.path);
    try {
      return await db.withSmallCache(() =>
        db.transactionAsync(async () => {
          // The write lock is held: what an import that was killed left here is nobody's.
          removeStagingFiles(openCase.path);
          const session = new ImportSession(openCase, staged);
          const done = await work(session);
          session.#publish();
          return done;
        }),
      );
    } finally {
      staged.close();
      if (isAlone) db.shareAgain();
      else db.exec('PRAGMA main.wal_checkpoint(PASSIVE)');
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
      const writer = new SourceWriter(this.#db, this.#identities, this.#records, this.staged, identity);
      const result = await work(writer);
      const summary = writer.finish();
      appendToLog(
        this.#db,
        'import',
        { ...summary, names: nextNameDigests(this.#db), rule: nameRule },
        'person',
      );
      this.#records.keep();
      this.#db.exec('RELEASE file');
      return result;
    } catch (error) {
      this.staged.discard();
      this.#db.exec('ROLLBACK TO file');
      this.#db.exec('RELEASE file');
      // Ids handed out since the savepoint are gone with it.
      this.#identities = new Identities(this.#db);
      this.#records.restore();
      throw error;
    }
  }

  logRefusal(path: string, sha256: string, reason: string): void {
    appendToLog(this.#db, 'refuse', { path, sha256, reason }, 'program');
  }

  #publish(): void {
    tellSourcesApart(this.#db);
    joinSmallRuns(this.#db);
    settleSpellings(this.#db);
    rebuildSearchIndex(this.#db, keepNames(this.#db));
    this.#db.run(
      "INSERT INTO meta (key, value) VALUES ('revision', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
    );
  }
}
