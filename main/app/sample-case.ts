import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../shared/contract/outcome';

/** Makes the sample case where it is not there yet: a later step puts the sample's files into the app. */
export async function sampleCase(folder: string): Promise<Outcome<string>> {
  const found = existsSync(folder)
    ? readdirSync(folder).find((name) => name.endsWith('.whereabouts'))
    : undefined;
  if (found !== undefined) return { ok: true, value: join(folder, found) };
  return {
    ok: false,
    error: { code: 'not-found', message: 'The sample case is not part of this build.' },
  };
}
