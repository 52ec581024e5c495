import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportReport } from '../../../shared/contract/import-methods';
import type { Mapping } from '../../../shared/model/mapping';
import { importFiles } from '../import/import-files';
import { createCase, type OpenCase } from '../store/case-file';

/** A folder for one test, with a case in it and files written at need. Keys go there too. */
export interface TemporaryCase {
  readonly folder: string;
  /** Replaced by a test that closes the case and opens it again. */
  openCase: OpenCase;
  /** Writes a file and returns its path. */
  file(name: string, content: string | Buffer): string;
  /** Writes a file and imports it. */
  importText(name: string, content: string | Buffer, mapping?: Mapping): Promise<ImportReport>;
  all<R>(sql: string): R[];
  dispose(): void;
}

export function temporaryCase(
  options: { keepIdentifiers?: boolean } = { keepIdentifiers: true },
): TemporaryCase {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-'));
  process.env.WHEREABOUTS_KEYS = join(folder, 'keys');
  const openCase = createCase(join(folder, 'test.whereabouts'), options);
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const test: TemporaryCase = {
    folder,
    openCase,
    file,
    importText: (name, content, mapping) =>
      importFiles(test.openCase, [{ path: file(name, content), mapping }]),
    all: (sql) => test.openCase.db.all(sql),
    dispose() {
      test.openCase.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}
