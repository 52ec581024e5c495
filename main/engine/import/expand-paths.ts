import { promises as fs } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { FileLocation } from './file/open-file';
import { listZip } from './file/zip-entries';

/** Files that systems leave in folders and nobody means to import; cases and what SQLite keeps beside them. */
const isClutter = (name: string): boolean =>
  name.startsWith('.') ||
  name === 'Thumbs.db' ||
  name === 'desktop.ini' ||
  /\.whereabouts(-wal|-shm|-journal|\.before-format-\d+)?$/i.test(name);

/**
 * Files behind the paths a person gave: folders are walked in order of name, and a ZIP archive stands for
 * its members unless it is itself a document (XLSX, .archimate). A folder that is reached twice, as by a link
 * to one above it, is walked once. `except` and what SQLite keeps beside it are left out of folders: the case.
 */
export async function expandPaths(
  paths: readonly string[],
  except: string | null = null,
): Promise<readonly FileLocation[]> {
  const found: FileLocation[] = [];
  const walk: Walk = { found, walked: new Set(), except: except === null ? null : resolve(except) };
  for (const path of paths) await expand(resolve(path), walk);
  return found;
}

interface Walk {
  readonly found: FileLocation[];
  readonly walked: Set<string>;
  readonly except: string | null;
}

async function expand(path: string, walk: Walk): Promise<void> {
  const { found } = walk;
  let isFolder = false;
  let isFile = false;
  try {
    const stat = await fs.stat(path);
    isFolder = stat.isDirectory();
    isFile = stat.isFile();
  } catch {
    // What cannot be looked at is reported when it is opened.
  }
  if (isFolder) {
    await expandFolder(path, walk);
    return;
  }
  const members = isFile ? await archiveMembers(path) : null;
  if (members) for (const member of members) found.push({ path, member });
  else found.push({ path });
}

async function expandFolder(path: string, walk: Walk): Promise<void> {
  const real = await fs.realpath(path).catch(() => path);
  if (walk.walked.has(real)) return;
  walk.walked.add(real);
  let names: readonly string[];
  try {
    names = await fs.readdir(path);
  } catch {
    // Reported as a file that cannot be opened, with the system's reason.
    walk.found.push({ path });
    return;
  }
  for (const name of names.filter((each) => !isClutter(each)).sort()) {
    const inside = join(path, name);
    const isCase = walk.except !== null && inside.replace(/-(wal|shm|journal)$/, '') === walk.except;
    if (!isCase) await expand(inside, walk);
  }
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
