import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyCase } from '../evidence/verify';
import { ExpectedFailure } from '../expected-failure';
import { type TemporaryCase, temporaryCase } from '../testing/temporary-case';
import { createCase, openCase } from './case-file';
import { openDatabase } from './database';

let test: TemporaryCase;
beforeEach(() => {
  test = temporaryCase();
});
afterEach(() => test.dispose());

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'opened';
  } catch (error) {
    return error instanceof ExpectedFailure ? error.code : String(error);
  }
};

/** A closed copy of the test's case, changed by SQL that this program would not run. */
function tamperedCopy(sql: string): string {
  const path = join(test.folder, `copy-${Math.abs(hash(sql))}.whereabouts`);
  test.openCase.db.exec('PRAGMA main.wal_checkpoint(TRUNCATE)');
  copyFileSync(test.openCase.path, path);
  const db = openDatabase(path);
  db.exec(sql);
  db.close();
  return path;
}
const hash = (text: string): number =>
  [...text].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16_777_619), 7);

describe('a case file', () => {
  it('is refused with its own code for each way in which it is not ours to open', () => {
    const text = test.file('notes.whereabouts', 'not a database, but longer than a header');
    const foreign = join(test.folder, 'foreign.db');
    const other = openDatabase(foreign);
    other.exec('CREATE TABLE t (x)');
    other.close();
    expect({
      absent: codeOf(() => openCase(join(test.folder, 'absent'))),
      folder: codeOf(() => openCase(test.folder)),
      text: codeOf(() => openCase(text)),
      foreign: codeOf(() => openCase(foreign)),
      newer: codeOf(() => openCase(tamperedCopy('PRAGMA user_version = 999'))),
      trigger: codeOf(() =>
        openCase(tamperedCopy('CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM issue; END')),
      ),
      view: codeOf(() => openCase(tamperedCopy('CREATE VIEW v AS SELECT 1'))),
      dropped: codeOf(() => openCase(tamperedCopy('DROP TABLE issue'))),
      existing: codeOf(() => createCase(test.openCase.path, {})),
    }).toEqual({
      absent: 'unreadable',
      folder: 'not-a-case',
      text: 'not-a-case',
      foreign: 'not-a-case',
      newer: 'newer-version',
      trigger: 'damaged',
      view: 'damaged',
      dropped: 'damaged',
      existing: 'exists',
    });
  });

  it('verifies as long as nothing was changed behind its back, and says what was', async () => {
    const source = test.file(
      'log.csv',
      'Timestamp,Logged by,Event,Peer,Message id\n2023-01-01T00:00:00Z,A,sent,B,m1\n',
    );
    await test.importText('log.csv', readFileSync(source));
    await test.importText('systems.csv', 'System,Owner,Site\nA,Trust,North\n');
    const wrong = async (sql: string): Promise<string[]> => {
      const copy = openCase(tamperedCopy(sql));
      const report = await verifyCase(copy);
      copy.db.close();
      return report.checks.filter((check) => !check.ok).map((check) => check.name);
    };
    const untouched = await wrong('SELECT 1');
    const event = await wrong("UPDATE event SET message = 'm2'");
    const removed = await wrong('DELETE FROM event');
    const posting = await wrong('DELETE FROM message_page');
    const fact = await wrong("UPDATE assertion SET value = 'Other' WHERE predicate = 'site'");
    const log = await wrong(
      'UPDATE case_log SET detail = replace(detail, \'"accepted":1\', \'"accepted":2\')',
    );
    writeFileSync(source, 'changed');
    const file = await wrong('SELECT 2');
    expect({ untouched, event, removed, posting, fact, log, file }).toEqual({
      untouched: [],
      event: ['contents of log.csv', 'postings'],
      removed: ['contents of log.csv', 'postings'],
      posting: ['postings'],
      fact: ['contents of systems.csv'],
      log: ['case log', 'contents of log.csv', 'contents of systems.csv'],
      file: ['source log.csv'],
    });
  });
});
