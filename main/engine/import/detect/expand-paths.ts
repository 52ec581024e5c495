import { promises as fs } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileLocation } from '../file/open-file';
import { listZip, type ZipEntry } from '../file/zip-entries';

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
    // A member of an archive is no file of the system's; what cannot be looked at is reported when it is opened.
    found.push(await locateFile(path));
    return;
  }
  if (isFolder) {
    await expandFolder(path, walk);
    return;
  }
  const members = isFile ? await archiveMembers(path) : null;
  if (members) for (const { name, bytes } of members) found.push({ path, member: name, bytes });
  else found.push({ path });
}

/**
 * The file behind one path as a preview or a report writes it: a file on disk, or `archive.zip/folder/member`. What
 * is neither is given back as it is, to be refused with the system's reason when it is opened.
 */
export async function locateFile(path: string): Promise<FileLocation> {
  const whole = resolve(path);
  for (let archive = dirname(whole); archive !== dirname(archive); archive = dirname(archive)) {
    if (!(await isFileAt(archive))) continue;
    const members = await archiveMembers(archive);
    const member = members?.find(({ name }) => join(archive, name) === whole);
    return member === undefined
      ? { path: whole }
      : { path: archive, member: member.name, bytes: member.bytes };
  }
  return { path: whole };
}

const isFileAt = async (path: string): Promise<boolean> =>
  fs.stat(path).then(
    (stat) => stat.isFile(),
    () => false,
  );

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

async function archiveMembers(path: string): Promise<readonly ZipEntry[] | null> {
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
    const entries = await listZip(path);
    const isDocument = entries.some(
      ({ name: n }) => n === '[Content_Types].xml' || n === 'mimetype' || n === 'model.xml',
    );
    return isDocument
      ? null
      : entries
          .filter(({ name }) => !isClutter(basename(name)) && !name.startsWith('__MACOSX/'))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}
