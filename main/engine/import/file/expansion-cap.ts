import { Transform, type TransformCallback } from 'node:stream';
import { FileRefused } from '../importer';

/** Deflate cannot exceed about 1,032:1; real logs stay under 100:1. */
const maximumRatio = 250;
/** Small files may compress extremely well without being an attack. */
const ratioAppliesAboveBytes = 64 * 1024 * 1024;

/** Counts decompressed bytes and throws as soon as a decompression bomb shows itself. */
function expansionMeter(name: string, compressedBytes: number): (chunk: Buffer) => void {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.length;
    if (bytes > ratioAppliesAboveBytes && bytes > compressedBytes * maximumRatio) {
      throw new FileRefused(
        'expansion',
        `${name} grows to more than ${maximumRatio} times its size when decompressed and was not read. Decompress it yourself if you trust it.`,
      );
    }
  };
}

/** Passes decompressed bytes through and refuses a decompression bomb. */
export function expansionCap(name: string, compressedBytes: number): Transform {
  const measure = expansionMeter(name, compressedBytes);
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      try {
        measure(chunk);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** The same for bytes that come from a generator. */
export async function* capped(
  source: AsyncIterable<Buffer>,
  name: string,
  compressedBytes: number,
): AsyncGenerator<Buffer> {
  const measure = expansionMeter(name, compressedBytes);
  for await (const chunk of source) {
    measure(chunk);
    yield chunk;
  }
}
