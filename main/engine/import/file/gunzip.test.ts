import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gunzipped } from './gunzip';

/** Text that does not compress to nothing, so that a cut falls inside it. */
const text = Buffer.from(randomBytes(300_000).toString('hex'));
const packed = gzipSync(text);

async function read(bytes: Buffer): Promise<{ length: number; isPrefix: boolean; error: string | null }> {
  const chunks: Buffer[] = [];
  let error: string | null = null;
  try {
    for await (const chunk of gunzipped(Readable.from([bytes]))) chunks.push(chunk);
  } catch (caught) {
    error = (caught as NodeJS.ErrnoException).code ?? String(caught);
  }
  const all = Buffer.concat(chunks);
  return { length: all.length, isPrefix: text.subarray(0, all.length).equals(all), error };
}

it('reads members one after another and ignores the zeros that tapes leave behind', async () => {
  const half = text.length / 2;
  expect([
    await read(packed),
    await read(Buffer.concat([gzipSync(text.subarray(0, half)), gzipSync(text.subarray(half))])),
    await read(Buffer.concat([packed, Buffer.alloc(512)])),
  ]).toEqual(Array(3).fill({ length: text.length, isPrefix: true, error: null }));
});

it('gives what stands before a break, and then the break', async () => {
  const cut = await read(packed.subarray(0, packed.length / 2));
  const garbage = await read(Buffer.from('no gzip at all'));
  expect([cut.length > text.length * 0.4, cut.isPrefix, cut.error, garbage]).toEqual([
    true,
    true,
    'Z_BUF_ERROR',
    { length: 0, isPrefix: true, error: 'Z_DATA_ERROR' },
  ]);
});
