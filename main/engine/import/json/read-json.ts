import type { Readable } from 'node:stream';
import { decodeWestern } from '../file/western';
import type { Encoding } from '../importer';
import { type JsonElement, jsonPointer } from './element';
import type { JsonLayout } from './layout';
import { JsonLineSplitter } from './lines';
import { JsonScanner } from './scan';
import { parsePattern, selectValues } from './select';

export interface ReadJsonOptions {
  readonly layout: JsonLayout;
  /**
   * Which values to give, as pointers in which a lone star stands for any key or index: `''` the root value
   * (of a document or a line), `/*` each element of an array, `/events/*`. The first pattern that matches
   * takes the value whole. Default: what follows from the layout (`/*` for an array, else `''`).
   */
  readonly select?: readonly string[];
  readonly encoding?: Encoding;
  /** A value above this is a problem, never read into memory. Default 64 MiB. */
  readonly maximumElementBytes?: number;
  /** Bytes read so far, once a chunk. */
  readonly progress?: (bytes: number) => void;
}

/**
 * Streams the selected values of a JSON file of any size in flat memory: one value at a time is held. What
 * cannot be read comes as a problem with its line, in its turn; a file that is cut short gives everything
 * before the cut. `onElement` may throw to stop.
 */
export async function readJson(
  stream: Readable,
  options: ReadJsonOptions,
  onElement: (element: JsonElement) => void,
): Promise<void> {
  const { layout, encoding = 'utf-8', maximumElementBytes = 64 * 1024 * 1024 } = options;
  const select = (options.select ?? [layout === 'array' ? '/*' : '']).map(parsePattern);
  const isWholeLine = select.length === 1 && select[0]?.length === 0;
  const onLine = isWholeLine
    ? onElement
    : (line: JsonElement): void => {
        if (!line.ok) {
          onElement(line);
          return;
        }
        for (const { value, path, selected } of selectValues(line.value, select)) {
          onElement({ ...line, value, path, selected, place: { ...line.place, pointer: jsonPointer(path) } });
        }
      };
  const decoder = encoding === 'utf-8' ? null : streamDecoder(encoding);
  let reader: JsonLineSplitter | JsonScanner | null = null;
  let bytes = 0;
  for await (const piece of stream) {
    const raw: Buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    bytes += raw.length;
    let chunk = decoder === null ? raw : Buffer.from(decoder(raw));
    if (reader === null && chunk.length > 0) {
      const hasBom = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      if (hasBom) chunk = chunk.subarray(3);
      const limits = { maximumElementBytes, byteOffset: decoder === null ? (hasBom ? 3 : 0) : null };
      reader =
        layout === 'lines'
          ? new JsonLineSplitter(limits, onLine)
          : new JsonScanner({ ...limits, select }, onElement);
    }
    reader?.write(chunk);
    options.progress?.(bytes);
    if (reader instanceof JsonScanner && reader.isStopped) {
      stream.destroy();
      return;
    }
  }
  reader?.end();
}

function streamDecoder(encoding: Encoding): (bytes: Buffer) => string {
  if (encoding === 'windows-1252') return decodeWestern;
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes, { stream: true });
}
