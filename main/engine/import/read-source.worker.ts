import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { refuseNetwork } from '../refuse-network';
import { FileRefused } from './importer';
import { readHere } from './read-source';
import type { ReadMessage, ReadRequest } from './reader-thread';

/** Batches on their way to the writing thread at once. */
const mostUnderWay = 10;

refuseNetwork();

// The reading thread: parses one source and hands over batches; waits when the writer is behind.
const { credit } = workerData as { readonly credit: Int32Array };
const port = parentPort;
if (!port) throw new Error('read-source is a thread.');

const post = (message: ReadMessage): void => port.postMessage(message);
const [request] = (await once(port, 'message')) as [ReadRequest];

try {
  await readHere(
    request,
    (batch) => {
      let underWay = Atomics.add(credit, 0, 1) + 1;
      for (; underWay > mostUnderWay; underWay = Atomics.load(credit, 0))
        Atomics.wait(credit, 0, underWay, 5000);
      post({ kind: 'batch', batch });
    },
    mostUnderWay,
  );
  post({ kind: 'done' });
} catch (error) {
  if (error instanceof FileRefused)
    post({ kind: 'refused', code: error.code, message: error.message, line: error.line });
  else
    post({ kind: 'failed', message: String(error), stack: error instanceof Error ? error.stack : undefined });
}
