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
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new FileRefused('damaged-archive', `The archive cannot be read: ${error.message}`));
      else resolve(zip);
    });
  });
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
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: yauzl.Entry) => {
        if (!entry.fileName.endsWith('/')) {
          entries.push({
            name: entry.fileName,
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
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== name) {
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
