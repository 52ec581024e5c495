import { createReadStream, promises as fs } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Mapping } from '../../../../shared/model/mapping';
import { type FileProbe, FileRefused, type ImportInput } from '../importer';
import { decodeText, detectEncoding, looksBinary } from './encoding';
import { expansionCap } from './expansion-cap';
import { openZipEntry } from './zip-entries';

/** A file on disk, or one member of a ZIP archive. */
export interface FileLocation {
  readonly path: string;
  readonly member?: string;
}

const headBytes = 256 * 1024;
const defaultTextLimit = 256 * 1024 * 1024;

export function nameOf(location: FileLocation): string {
  return location.member ? `${basename(location.path)}/${location.member}` : basename(location.path);
}

/** Opens a location's decompressed bytes. Errors arrive on the stream as `FileRefused` or the system's own. */
export function openBytes(
  location: FileLocation,
  bytes: number,
  compression: FileProbe['compression'],
): Readable {
  if (compression === 'none') return createReadStream(location.path, { highWaterMark: 4 * 1024 * 1024 });
  const cap = expansionCap(nameOf(location), bytes);
  const fail = (error: Error): void => void cap.destroy(refusalOf(error, location));
  if (compression === 'gzip') {
    const file = createReadStream(location.path, { highWaterMark: 1024 * 1024 });
    const gunzip = createGunzip({ chunkSize: 1024 * 1024 });
    file.on('error', fail);
    gunzip.on('error', fail);
    return file.pipe(gunzip).pipe(cap);
  }
  openZipEntry(location.path, location.member ?? '').then((stream) => {
    stream.on('error', fail);
    stream.pipe(cap);
  }, fail);
  return cap;
}

function refusalOf(error: Error, location: FileLocation): Error {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new FileRefused(
      'damaged-archive',
      `${nameOf(location)} is cut short or damaged (${error.message}). Fetch it again from where it came.`,
    );
  }
  return error;
}

async function readHead(stream: Readable): Promise<{ head: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > headBytes) break;
  }
  const all = Buffer.concat(chunks);
  return { head: all.subarray(0, headBytes), isWhole: length <= headBytes };
}

/** Looks at a file's start. Throws `FileRefused` with a reason for what cannot be opened at all. */
export async function probeFile(location: FileLocation): Promise<FileProbe> {
  const { path } = location;
  let bytes: number;
  let magic: Buffer;
  try {
    const handle = await fs.open(path, 'r');
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) throw new FileRefused('folder', `${path} is a folder.`);
      bytes = stat.size;
      const start = Buffer.alloc(4);
      const { bytesRead } = await handle.read(start, 0, 4, 0);
      magic = start.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason =
      code === 'ENOENT' ? 'There is no such file' : code === 'EACCES' ? 'You may not read it' : String(error);
    throw new FileRefused('unreadable', `${path} cannot be opened: ${reason}.`);
  }
  const compression = location.member ? 'zip' : magic[0] === 0x1f && magic[1] === 0x8b ? 'gzip' : 'none';
  const { head, isWhole } = await readHead(openBytes(location, bytes, compression));
  const { encoding, bomBytes } = detectEncoding(head);
  const isBinary = looksBinary(head, encoding);
  return {
    path,
    name: compression === 'gzip' ? nameOf(location).replace(/\.gz$/i, '') : nameOf(location),
    bytes,
    head,
    isWhole,
    text: isBinary ? '' : decodeText(head.subarray(bomBytes), encoding),
    encoding,
    isBinary,
    compression,
  };
}

/** What an importer reads from, for a probed location. */
export function openInput(location: FileLocation, probe: FileProbe, mapping: Mapping = {}): ImportInput {
  const open = (): Readable => openBytes(location, probe.bytes, probe.compression);
  return {
    probe,
    path: location.path,
    name: probe.name,
    mapping,
    open,
    async readText(maximumBytes = defaultTextLimit) {
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of open() as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > maximumBytes) {
          throw new FileRefused(
            'too-large',
            `${probe.name} is larger than ${Math.round(maximumBytes / 1024 / 1024)} MiB, the most this format is read at once.`,
          );
        }
        chunks.push(chunk);
      }
      const all = Buffer.concat(chunks);
      const { encoding, bomBytes } = detectEncoding(all);
      return decodeText(all.subarray(bomBytes), encoding);
    },
  };
}
