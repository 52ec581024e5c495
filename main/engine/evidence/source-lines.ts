import { createReadStream, promises as fs } from 'node:fs';
import type { SourceLines } from '../../../shared/contract/case-methods';
import { ExpectedFailure } from '../expected-failure';
import { csvHeader } from '../import/csv/csv-header';
import { cellDecoder, transcodeToUtf8 } from '../import/file/decode';
import { openBytes } from '../import/file/open-file';
import { hashOf } from '../import/import-files';
import type { Encoding, FileProbe } from '../import/importer';
import { readSheet } from '../import/xlsx/read-sheet';
import { openWorkbook } from '../import/xlsx/workbook';
import type { Database } from '../store/database';
import { locateSource, type SourceLocation } from '../store/sources/sources';

/** Longer lines are shown cut: a person reads no 5,000 characters, and a window should not hold megabytes. */
const shownCharacters = 5000;
/** Larger files are compared by size only when a line is opened; `verify` hashes them all. */
const hashedBytes = 64 * 1024 * 1024;

interface WantedLines {
  readonly sourceId: number;
  readonly line: number;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** The sheet, where a workbook has several. */
  readonly pointer?: string | undefined;
}

/** The lines around a cited line, read from the source as it is on disk now. */
export async function readSourceLines(db: Database, wanted: WantedLines): Promise<SourceLines> {
  const from = Math.max(1, wanted.line - (wanted.before ?? 10));
  const to = wanted.line + (wanted.after ?? 10);
  const source = locateSource(db, wanted.sourceId, from);
  if (!source) throw new ExpectedFailure('not-found', `The case has no source ${wanted.sourceId}.`);
  const probe = await probeOf(source);
  const lines = await linesOf(source, probe, { from, to, has: () => true }, wanted.pointer);
  return {
    file: source.name,
    path: source.path,
    sha256: source.sha256,
    isUnchanged: await isUnchanged(source, probe),
    lines: lines.map(({ line, text }) => ({ line, text, isCited: line === wanted.line })),
    header: await csvHeader(source),
  };
}

/** Which lines are wanted: those of a range that `has` picks. */
interface LineRange {
  readonly from: number;
  readonly to: number;
  has(line: number): boolean;
}

function linesOf(
  source: SourceLocation,
  probe: SourceProbe,
  range: LineRange,
  pointer?: string,
): Promise<readonly { line: number; text: string }[]> {
  if (isBook(source)) return readBookRows(source, pointer, range);
  const encoding = source.encoding as Encoding;
  const firstLine = probe.isSeekable ? source.start.line : 1;
  return collectLines(streamFrom(source, probe, encoding), encoding, firstLine, range);
}

/**
 * Some lines of a source by their numbers, read in one pass from the file as it is on disk now; nothing for
 * lines that are no longer there. Throws where the file cannot be opened.
 */
export async function readLinesOf(
  db: Database,
  sourceId: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(numbers);
  const from = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const to = numbers.reduce((a, b) => Math.max(a, b), 0);
  const source = locateSource(db, sourceId, from);
  if (!source || wanted.size === 0) return new Map();
  const probe = await probeOf(source);
  const lines = await linesOf(source, probe, { from, to, has: (line) => wanted.has(line) });
  return new Map(lines.map(({ line, text }) => [line, text]));
}

const isBook = (source: SourceLocation): boolean => /\.xls[xm]$/i.test(source.name);

/** Rows of a workbook's sheet as lines, their cells parted by bars. */
async function readBookRows(
  source: SourceLocation,
  sheetName: string | undefined,
  range: LineRange,
): Promise<readonly { line: number; text: string }[]> {
  const workbook = await openWorkbook(source.path);
  const wanted = sheetName ?? source.mapping.sheet;
  const sheet = workbook.sheets.find((s) => s.name === wanted) ?? workbook.sheets[0];
  const lines: { line: number; text: string }[] = [];
  if (sheet) {
    await readSheet(workbook, sheet, (cells, line) => {
      if (line >= range.from && line <= range.to && range.has(line))
        lines.push({ line, text: cells.join(' | ') });
    });
  }
  return lines;
}

interface SourceProbe extends Pick<FileProbe, 'bytes' | 'compression'> {
  /** True when byte offsets of the case are offsets of the file on disk. */
  readonly isSeekable: boolean;
}

async function probeOf(source: SourceLocation): Promise<SourceProbe> {
  try {
    const handle = await fs.open(source.path, 'r');
    try {
      const magic = Buffer.alloc(2);
      await handle.read(magic, 0, 2, 0);
      const { size } = await handle.stat();
      const compression = source.member ? 'zip' : magic[0] === 0x1f && magic[1] === 0x8b ? 'gzip' : 'none';
      return {
        bytes: size,
        compression,
        isSeekable: compression === 'none' && !source.encoding.startsWith('utf-16'),
      };
    } finally {
      await handle.close();
    }
  } catch {
    throw new ExpectedFailure(
      'unreadable',
      `${source.path} cannot be opened: it was moved, deleted or is on a drive that is not connected. The case still holds what was read from it.`,
    );
  }
}

async function isUnchanged(source: SourceLocation, probe: SourceProbe): Promise<boolean> {
  if (!source.member && probe.bytes !== source.bytes) return false;
  if (probe.bytes > hashedBytes) return true;
  const location = source.member ? { path: source.path, member: source.member } : { path: source.path };
  return (await hashOf(location, probe)) === source.sha256;
}

function streamFrom(source: SourceLocation, probe: SourceProbe, encoding: Encoding): AsyncIterable<Buffer> {
  if (probe.isSeekable)
    return createReadStream(source.path, { start: source.start.byteOffset, highWaterMark: 256 * 1024 });
  const location = source.member ? { path: source.path, member: source.member } : { path: source.path };
  return transcodeToUtf8(openBytes(location, probe.bytes, probe.compression), encoding);
}

/** Physical lines, ended by LF, CRLF or a lone CR, as importers count them. */
async function collectLines(
  stream: AsyncIterable<Buffer>,
  encoding: Encoding,
  firstLine: number,
  { from, to, has }: LineRange,
): Promise<readonly { line: number; text: string }[]> {
  const decode = cellDecoder(encoding === 'windows-1252' ? encoding : 'utf-8', () => {});
  const lines: { line: number; text: string }[] = [];
  let line = firstLine;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let endedWithCr = false;
  const keep = (part: Buffer): void => {
    if (line < from || !has(line) || pendingBytes > shownCharacters * 4) return;
    pending.push(part);
    pendingBytes += part.length;
  };
  const finish = (): void => {
    if (line >= from && has(line)) {
      const bytes = Buffer.concat(pending);
      const text = decode(bytes, 0, bytes.length).replace(/^\ufeff/, '');
      lines.push({
        line,
        text: text.length > shownCharacters ? `${text.slice(0, shownCharacters)} …` : text,
      });
    }
    pending = [];
    pendingBytes = 0;
    line++;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i];
      if (byte === 10 && endedWithCr && i === start) {
        start = i + 1;
        endedWithCr = false;
        continue;
      }
      endedWithCr = false;
      if (byte !== 10 && byte !== 13) continue;
      keep(chunk.subarray(start, i));
      finish();
      endedWithCr = byte === 13;
      start = i + 1;
      if (line > to) return lines;
    }
    if (start < chunk.length) {
      keep(chunk.subarray(start));
      endedWithCr = false;
    }
  }
  if (pending.length > 0) finish();
  return lines;
}
