import { promises as fs } from 'node:fs';
import { dirname } from 'node:path';
import { ExpectedFailure } from '../expected-failure';

/** Writes a file that a person named; says what to do where it cannot be written. */
export async function writeOutput(file: string, content: Uint8Array | string): Promise<void> {
  const isNew = await fs.access(file).then(
    () => false,
    () => true,
  );
  try {
    await fs.writeFile(file, content);
  } catch (error) {
    // Half a file that was not there before is worse than none.
    if (isNew) await fs.rm(file, { force: true });
    throw failureOf(error, file);
  }
}

function failureOf(error: unknown, file: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ExpectedFailure(
        'not-found',
        `${file} cannot be written: the folder ${dirname(file)} does not exist. Make it, or choose another.`,
      );
    case 'EISDIR':
      return new ExpectedFailure('exists', `${file} is a folder. Name a file in it.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new ExpectedFailure(
        'not-found',
        `${file} cannot be written: you may not write there. Choose another folder.`,
      );
    case 'ENOSPC':
      return new ExpectedFailure('disk-full', `The disk is full: ${file} was not written. Free some space.`);
    default:
      return error;
  }
}
