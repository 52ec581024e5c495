import { constants, createGunzip } from 'node:zlib';

/** Compressed bytes handed over at once: even at the greatest ratio of deflate they are 17 MB of text. */
const sliceBytes = 16 * 1024;

/**
 * Decompresses gzip, several members one after another included. What stands before a break is given in
 * full before the break is thrown, so that a file cut short is read as far as it goes.
 */
export async function* gunzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let ready: Buffer[] = [];
  let broken: Error | null = null;
  let isOver = false;
  let wake: (() => void) | null = null;
  const stop = (error?: Error): void => {
    if (error) broken ??= error;
    isOver = true;
    wake?.();
  };
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  gunzip.on('error', stop);
  // Also without `end()`: the padding that tapes leave after the last member ends the stream.
  gunzip.on('end', () => stop());
  // A stream that is over never calls back: its end wakes the waiting loop instead.
  const done = (begin: (callback: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (isOver) resolve();
      else begin(() => setImmediate(resolve));
    });
  const taken = (): Buffer[] => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && !isOver; at += sliceBytes) {
        const slice = chunk.subarray(at, at + sliceBytes);
        await done((callback) => void gunzip.write(slice, callback));
        yield* taken();
      }
      if (isOver) break;
    }
    await done((callback) => gunzip.flush(constants.Z_SYNC_FLUSH, callback));
    yield* taken();
    await done(() => gunzip.end());
    yield* taken();
    if (broken) throw broken;
  } finally {
    gunzip.destroy();
  }
}
