import { promises as fs } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileLocation } from './file/open-file';
import { listZip } from './file/zip-entries';

/** Files that systems leave in folders and nobody means to import. */
const isClutter = (name: string): boolean =>
  name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';

/**
 * Files behind the paths a person gave: folders are walked in order of name, and a ZIP archive stands for
 * its members unless it is itself a document (XLSX, .archimate).
 */
export async function expandPaths(paths: readonly string[]): Promise<readonly FileLocation[]> {
  const found: FileLocation[] = [];
  for (const path of paths) await expand(resolve(path), found);
  return found;
}

async function expand(path: string, found: FileLocation[]): Promise<void> {
  let isFolder = false;
  try {
    isFolder = (await fs.stat(path)).isDirectory();
  } catch {
    // What cannot be looked at is reported when it is opened.
  }
  if (isFolder) {
    const names = (await fs.readdir(path)).filter((name) => !isClutter(name)).sort();
    for (const name of names) await expand(join(path, name), found);
    return;
  }
  const members = await archiveMembers(path);
  if (members) for (const member of members) found.push({ path, member });
  else found.push({ path });
}

async function archiveMembers(path: string): Promise<readonly string[] | null> {
  let magic: Buffer;
  try {
    const handle = await fs.open(path, 'r');
    try {
      const start = Buffer.alloc(4);
      await handle.read(start, 0, 4, 0);
      magic = start;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
  if (magic.toString('latin1') !== 'PK\u0003\u0004') return null;
  try {
    const names = (await listZip(path)).map((entry) => entry.name);
    const isDocument = names.some(
      (n) => n === '[Content_Types].xml' || n === 'mimetype' || n === 'model.xml',
    );
    return isDocument
      ? null
      : names.filter((name) => !isClutter(basename(name)) && !name.startsWith('__MACOSX/')).sort();
  } catch {
    return null;
  }
}
