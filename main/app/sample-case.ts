import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../shared/contract/outcome';
import type { EngineHost } from './engine-host';

export interface SampleCaseOptions {
  /** The sample's inventories and logs. */
  readonly sources: string;
  /** Where its case is kept. */
  readonly folder: string;
  readonly engine: Pick<EngineHost, 'apart'>;
}

/** The path of the sample case, which is made from the sample's files where it is not there yet. */
export async function sampleCase({ sources, folder, engine }: SampleCaseOptions): Promise<Outcome<string>> {
  const path = join(folder, 'Sample case.whereabouts');
  if (existsSync(path)) return { ok: true, value: path };
  if (!existsSync(sources)) {
    return { ok: false, error: { code: 'not-found', message: `The sample's files are missing: ${sources}` } };
  }
  const files = readdirSync(sources)
    .sort()
    .map((name) => ({ path: join(sources, name) }));
  // Made under another name first, so that one cut short is never taken for the sample.
  const unfinished = join(folder, 'unfinished.whereabouts');
  mkdirSync(folder, { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const made = await engine.apart([
    { method: 'case.create', args: { path: unfinished, title: 'Sample case' } },
    { method: 'import.run', args: { files } },
    { method: 'case.close', args: {} },
  ]);
  if (!made.ok) return made;
  renameSync(unfinished, path);
  return { ok: true, value: path };
}

/** A second caller gets the answer that the first one is already waiting for. */
export function onceAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
