import { BatchingSink } from './batch/batching-sink';
import type { EventBatch } from './batch/event-batch';
import { guardOf, keyFunction } from './batch/record-secret';
import { importerById } from './detect/detect-importer';
import { openInput, probeFile } from './file/open-file';
import { FileRefused } from './importer';
import { openReaderThread, type ReadRequest, type SourceReader } from './reader-thread';

/**
 * Reads a source in this thread. A refusal is thrown after the batches that came before it. A batch holds
 * until `underWay` more have been handed over.
 */
export async function readHere(
  request: ReadRequest,
  onBatch: (batch: EventBatch) => void,
  underWay = 0,
): Promise<void> {
  const importer = importerById(request.importer);
  if (!importer) throw new FileRefused('unknown-importer', `There is no importer "${request.importer}".`);
  const sink = new BatchingSink(keyFunction(request.secret), onBatch, guardOf(request.secret), underWay);
  const probe = await probeFile(request.location);
  try {
    await importer.read(openInput(request.location, probe, request.mapping), sink);
  } finally {
    sink.finish();
  }
}

/** Who reads a source of this size: a large one is read in a thread, so that one core parses while the other writes. */
export const openReader = (bytes: number): SourceReader => openReaderThread(bytes) ?? readerHere();

function readerHere(): SourceReader {
  let request: ReadRequest | null = null;
  return {
    begin(what) {
      request = what;
    },
    async batches(onBatch) {
      if (!request) throw new Error('Nothing was said to be read.');
      await readHere(request, onBatch);
    },
    close: async () => {},
  };
}
