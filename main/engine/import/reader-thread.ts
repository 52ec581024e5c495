import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Mapping } from '../../../shared/model/mapping';
import type { EventBatch } from './batch/event-batch';
import type { RecordSecret } from './batch/record-secret';
import type { FileLocation } from './file/open-file';
import { FileRefused } from './importer';

/** Smaller files are read sooner than a thread has started. */
const worthAThread = 8 * 1024 * 1024;

/** What is read of a line is done with at once: more room for it is only more memory, and no faster (measured). */
const youngMegabytes = 12;

/** What is read, by whom. */
export interface ReadRequest {
  readonly location: FileLocation;
  readonly importer: string;
  readonly mapping: Mapping;
  readonly secret: RecordSecret;
}

/** What the reading thread says: batches, then its end. */
export type ReadMessage =
  | { readonly kind: 'batch'; readonly batch: EventBatch }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly line: number }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined };

/** Reads one source; made before it is known what is to be read, so that a thread can start meanwhile. */
export interface SourceReader {
  /** Says what is to be read. A thread begins at once, and waits after a few batches that nobody took. */
  begin(request: ReadRequest): void;
  /** Hands over all that was read, from the first batch on. Call once, after `begin`. */
  batches(onBatch: (batch: EventBatch) => void): Promise<void>;
  /** Ends the thread, whatever it is doing. */
  close(): Promise<void>;
}

/** A thread that was started for whatever large file is read first. */
let spare: SourceReader | null = null;

/**
 * Starts a thread where one of these paths is a large file, so that it has loaded when the file is asked for.
 * This module loads nothing: a program calls it before it loads the rest of itself.
 */
export function prepareReader(paths: readonly string[]): void {
  const isLarge = (path: string): boolean => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size >= worthAThread;
  };
  const file = workerFile();
  if (file !== null && paths.some(isLarge)) spare ??= readerThread(file);
}

/** A thread to read a source of this size; null where it is read sooner without. */
export function openReaderThread(bytes: number): SourceReader | null {
  const file = workerFile();
  if (bytes < worthAThread || file === null) return null;
  const reader = spare ?? readerThread(file);
  spare = null;
  return reader;
}

/** Ends a thread that was started for nothing. */
export async function closeSpareReader(): Promise<void> {
  await spare?.close();
  spare = null;
}

/** Not more than a few batches are under way at once: memory stays flat however slow the disk. */
function readerThread(file: string): SourceReader {
  const credit = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(file, {
    workerData: { credit },
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  // What comes before anybody takes it waits here: a few batches, or an error.
  const waiting: ReadMessage[] = [];
  const wait = (message: ReadMessage): void => {
    waiting.push(message);
  };
  worker.on('message', wait);
  let failed: unknown = null;
  worker.on('error', (error) => {
    failed = error;
  });
  worker.on('exit', () => {
    failed ??= new Error('The reading thread ended before its file.');
  });
  return {
    begin(request) {
      worker.postMessage(request);
    },
    async batches(onBatch) {
      await new Promise<void>((resolve, reject) => {
        const take = (message: ReadMessage): void => {
          if (message.kind === 'batch') {
            try {
              onBatch(message.batch);
            } catch (error) {
              reject(error);
            }
            Atomics.add(credit, 0, -1);
            Atomics.notify(credit, 0);
          } else if (message.kind === 'done') resolve();
          else if (message.kind === 'refused')
            reject(new FileRefused(message.code, message.message, message.line));
          else reject(Object.assign(new Error(message.message), { stack: message.stack }));
        };
        worker.off('message', wait);
        worker.on('message', take);
        worker.on('error', reject);
        worker.on('exit', () => reject(failed));
        for (const message of waiting.splice(0)) take(message);
        if (failed !== null) reject(failed);
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The bundle `workers/read-source.js` beside this one's folder; null where the sources run unbundled. */
function workerFile(): string | null {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'workers', 'read-source.js');
  return existsSync(file) ? file : null;
}
