import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFiles } from '../../import/import-files';
import { createCase, type OpenCase } from '../../store/case-file';

/** Real files of others and estates with known answers; not part of the project, so often absent. */
export const dataFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../../shared/data');

/** True where the data is; else says aloud what is skipped. */
export function hasData(what: string): boolean {
  const found = existsSync(join(dataFolder, what));
  if (!found) console.warn(`skipped: ${join('../shared/data', what)} is not here`);
  return found;
}

export interface TemporaryCase {
  readonly openCase: OpenCase;
  /** The rejected rows and unread files of the import, to be looked at where none is expected. */
  readonly problems: readonly string[];
  remove(): void;
}

/** A case in a folder of its own, with files imported: paths, or file names with their text. */
export async function importedCase(
  files: readonly string[] | Readonly<Record<string, string | Buffer>>,
  options: { readonly keepIdentifiers?: boolean } = {},
): Promise<TemporaryCase> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-analyse-'));
  process.env.WHEREABOUTS_KEYS ??= join(folder, 'keys');
  const paths = Array.isArray(files)
    ? (files as readonly string[])
    : Object.entries(files as Readonly<Record<string, string | Buffer>>).map(([name, content]) => {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      });
  const openCase = createCase(join(folder, 'test.whereabouts'), {
    title: 'Test',
    keepIdentifiers: options.keepIdentifiers ?? true,
  });
  const report = await importFiles(
    openCase,
    paths.map((path) => ({ path })),
  );
  return {
    openCase,
    problems: report.files.flatMap((file) =>
      file.issues.map((issue) => `${file.path}:${issue.line} ${issue.message}`),
    ),
    remove() {
      openCase.db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
