import { Transform, type TransformCallback } from 'node:stream';
import { FileRefused } from '../importer';

/** Deflate cannot exceed about 1,032:1; real logs stay under 100:1. */
const maximumRatio = 250;
/** Small files may compress extremely well without being an attack. */
const ratioAppliesAboveBytes = 64 * 1024 * 1024;

/** Passes decompressed bytes through and refuses a decompression bomb as soon as it shows itself. */
export function expansionCap(name: string, compressedBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      bytes += chunk.length;
      if (bytes > ratioAppliesAboveBytes && bytes > compressedBytes * maximumRatio) {
        done(
          new FileRefused(
            'expansion',
            `${name} grows to more than ${maximumRatio} times its size when decompressed and was not read. Decompress it yourself if you trust it.`,
          ),
        );
        return;
      }
      done(null, chunk);
    },
  });
}
