import { createReadStream, promises as fs } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Mapping } from '../../../../shared/model/mapping';
import { type FileProbe, FileRefused, type ImportInput } from '../importer';
import { decodeText, detectEncoding, looksBinary } from './encoding';
import { capped } from './expansion-cap';
import { fileBlocks } from './file-blocks';
import { gunzipped } from './gunzip';
import { openZipEntry } from './zip-entries';

/** A file on disk, or one member of a ZIP archive. */
export interface FileLocation {
  readonly path: string;
  readonly member?: string;
  /** Of a member, unpacked, as the archive gives it. */
  readonly bytes?: number;
}

const headBytes = 256 * 1024;
/** Small enough to stay in the processor's cache while it is read, large enough that a read costs nothing. */
const bytesPerRead = 256 * 1024;
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
  if (compression === 'none') return createReadStream(location.path, { highWaterMark: bytesPerRead });
  const packed =
    compression === 'gzip'
      ? gunzipped(createReadStream(location.path, { highWaterMark: 1024 * 1024 }))
      : memberBytes(location);
  return Readable.from(withReasons(capped(packed, nameOf(location), bytes), location));
}

/** The bytes of an archive's member, decompressed once more where the member is a .gz. */
async function* memberBytes({ path, member }: FileLocation): AsyncGenerator<Buffer> {
  const stream = (await openZipEntry(path, member ?? '')) as AsyncIterable<Buffer>;
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const { value } = first;
  const all = (async function* () {
    yield value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
  yield* isGzip(value) ? gunzipped(all) : all;
}

const isGzip = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b;

async function* withReasons(source: AsyncIterable<Buffer>, location: FileLocation): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    throw refusalOf(error, location);
  }
}

function refusalOf(error: unknown, location: FileLocation): unknown {
  if (error instanceof FileRefused || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isOfArchive = code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' || location.member;
  if (!isOfArchive) return error;
  return new FileRefused(
    'damaged-archive',
    `${nameOf(location)} is cut short or damaged (${error.message}). Fetch it again from where it came.`,
  );
}

async function readHead(stream: Readable): Promise<{ head: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  let isBroken = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > headBytes) break;
    }
  } catch (error) {
    // A break after some text is met again, and said, when the file is read.
    if (length === 0 || !(error instanceof FileRefused) || error.code !== 'damaged-archive') throw error;
    isBroken = true;
  }
  const all = Buffer.concat(chunks);
  return { head: all.subarray(0, headBytes), isWhole: length <= headBytes && !isBroken };
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  EACCES: 'you may not read it. Ask for permission, or copy it where you may.',
  EPERM: 'you may not read it. Ask for permission, or copy it where you may.',
  ELOOP: 'its links lead in a circle. Remove the link.',
  ENOTDIR: 'a part of its path is a file, not a folder. Check the path.',
  ENAMETOOLONG: 'its path is too long for this system. Move it nearer to the top.',
};

/** Opening a pipe or a device would wait without end. */
async function requireFile(path: string): Promise<void> {
  const stat = await fs.stat(path);
  // Folders are walked before; this one could not be.
  if (stat.isDirectory())
    throw new FileRefused('folder', `${path} is a folder whose files may not be listed. Ask for permission.`);
  if (!stat.isFile())
    throw new FileRefused('no-file', `${path} is a pipe or a device. Save what it gives in a file.`);
}

/** Looks at a file's start. Throws `FileRefused` with a reason for what cannot be opened at all. */
export async function probeFile(location: FileLocation): Promise<FileProbe> {
  const { path } = location;
  let bytes: number;
  let magic: Buffer;
  try {
    await requireFile(path);
    const handle = await fs.open(path, 'r');
    try {
      bytes = (await handle.stat()).size;
      const start = Buffer.alloc(4);
      const { bytesRead } = await handle.read(start, 0, 4, 0);
      magic = start.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason = systemReasons[code] ?? `${String(error)}.`;
    throw new FileRefused('unreadable', `${path} cannot be opened: ${reason}`);
  }
  const compression = location.member ? 'zip' : isGzip(magic) ? 'gzip' : 'none';
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
    blocks: () =>
      probe.compression === 'none' ? fileBlocks(location.path) : (open() as AsyncIterable<Buffer>),
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
