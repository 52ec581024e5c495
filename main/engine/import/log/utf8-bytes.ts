import { TextDecoder } from 'node:util';
import type { Encoding } from '../importer';

/** UTF-16 as UTF-8; everything else as it is, for the reader to decide piece by piece. */
export async function* utf8Bytes(source: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    yield* source;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}
