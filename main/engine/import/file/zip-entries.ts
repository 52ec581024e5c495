import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileRefused } from '../importer';

export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly bytes: number;
}

/** Above this many entries an archive is refused: no inventory has them, and listing them is an attack. */
const maximumEntries = 10_000;

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here: the library refuses a whole archive for one name such as "../log.csv", which
    // is harmless where nothing is written to disk.
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false };
    yauzl.open(path, options, (error, zip) => {
      if (error) reject(new FileRefused('damaged-archive', `The archive cannot be read: ${error.message}`));
      else resolve(zip);
    });
  });
}

/**
 * A member's name as a place inside its archive: "../log.csv", "/log.csv" and "C:\\log.csv" are "log.csv". Nothing is
 * written to disk, but a path that leads out of the archive would be another file's.
 */
function placeInside(name: string): string {
  const parts = name
    .replace(/\\/g, '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/');
  const kept = parts.filter((part) => part !== '' && part !== '.' && part !== '..');
  return kept.join('/') + (name.endsWith('/') || name.endsWith('\\') ? '/' : '');
}

/** Gives the entries of one archive their names: the second of one name is "name (2)". */
function entryNames(): (entry: yauzl.Entry) => string {
  const seen = new Map<string, number>();
  return (entry) => {
    const raw = entry.fileName as unknown as Buffer;
    const name = placeInside(
      yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false),
    );
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

/** The files inside a ZIP archive, in its own order; folders are left out. */
export async function listZip(path: string): Promise<readonly ZipEntry[]> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > maximumEntries) {
      throw new FileRefused(
        'too-many-entries',
        `The archive holds ${zip.entryCount} files; at most ${maximumEntries} are read.`,
      );
    }
    const entries: ZipEntry[] = [];
    const nameOf = entryNames();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: yauzl.Entry) => {
        const name = nameOf(entry);
        if (!name.endsWith('/')) {
          entries.push({
            name,
            compressedBytes: entry.compressedSize,
            bytes: entry.uncompressedSize,
          });
        }
        zip.readEntry();
      });
      zip.on('end', () => resolve());
      zip.on('error', (error: Error) =>
        reject(new FileRefused('damaged-archive', `The archive cannot be read: ${error.message}`)),
      );
      zip.readEntry();
    });
    return entries;
  } finally {
    zip.close();
  }
}

/** A stream of one member's decompressed bytes. The archive is closed when the stream ends. */
export async function openZipEntry(path: string, name: string): Promise<Readable> {
  const zip = await openZip(path);
  const nameOf = entryNames();
  // Cases of earlier versions keep names as the archive has them.
  const wanted = placeInside(name);
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (nameOf(entry) !== wanted) {
        zip.readEntry();
        return;
      }
      if (entry.isEncrypted()) {
        zip.close();
        reject(
          new FileRefused('encrypted', `${name} is encrypted. Decrypt the archive and import it again.`),
        );
        return;
      }
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          zip.close();
          reject(new FileRefused('damaged-archive', `${name} cannot be read: ${error.message}`));
          return;
        }
        stream.on('close', () => zip.close());
        resolve(stream);
      });
    });
    zip.on('end', () => {
      zip.close();
      reject(new FileRefused('not-in-archive', `${name} is no longer in the archive.`));
    });
    zip.on('error', (error: Error) =>
      reject(new FileRefused('damaged-archive', `The archive cannot be read: ${error.message}`)),
    );
    zip.readEntry();
  });
}
