import { join } from 'node:path';
import type { Progress } from '../../../shared/contract/outcome';
import { mappingSchema } from '../../../shared/model/mapping';
import { ExpectedFailure } from '../expected-failure';
import type { OpenCase } from '../store/case-file';
import { findRemoved } from '../store/sources/remove-source';
import { locateFile } from './detect/expand-paths';
import { probeFile } from './file/open-file';
import { hashOf, type ImportRequest, importFiles } from './import-files';

/**
 * Takes the removal of sources back: their files are imported again, by the same importers with the same mappings.
 * A file that is gone or has other bytes now is refused before anything is imported: it would be another source.
 */
export async function restoreSources(
  openCase: OpenCase,
  hashes: readonly string[],
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  const requests: ImportRequest[] = [];
  for (const sha256 of hashes) requests.push(await requestFor(openCase, sha256));
  const { files } = await importFiles(openCase, requests, onProgress);
  const refused = files.find(({ importer }) => importer === 'none');
  if (refused !== undefined)
    throw new ExpectedFailure('not-found', refused.issues[0]?.message ?? `${refused.path} was not read.`);
}

async function requestFor(openCase: OpenCase, sha256: string): Promise<ImportRequest> {
  const removed = findRemoved(openCase.db, sha256);
  if (removed?.path === undefined) {
    throw new ExpectedFailure(
      'not-found',
      'The case does not know how to read this source again: import its file.',
    );
  }
  const path = removed.member ? join(removed.path, removed.member) : removed.path;
  const location = await locateFile(path);
  const isSame = await probeFile(location)
    .then((probe) => hashOf(location, probe))
    .then(
      (hash) => hash === sha256,
      () => false,
    );
  if (!isSame) {
    throw new ExpectedFailure(
      'not-found',
      `${path} is not there with the bytes that were imported. Import the file from where it is now.`,
    );
  }
  const mapping = mappingSchema.safeParse(removed.mapping);
  return { path, importer: removed.importer, ...(mapping.success ? { mapping: mapping.data } : {}) };
}
