import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ExpectedFailure } from '../../expected-failure';

/**
 * Where the record-identifier keys of cases are kept, one file a case, apart from every case file:
 * WHEREABOUTS_KEYS if set, else the user's own data folder by the platform's custom (XDG Base Directory,
 * Known Folders, Application Support).
 */
export function keyFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.WHEREABOUTS_KEYS) return environment.WHEREABOUTS_KEYS;
  const home = homedir();
  if (process.platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Whereabouts', 'keys');
  }
  if (process.platform === 'darwin')
    return join(home, 'Library', 'Application Support', 'Whereabouts', 'keys');
  return join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'whereabouts', 'keys');
}

const keyPath = (caseId: string): string => join(keyFolder(), `${caseId}.key`);

/** Makes and keeps a new random 256-bit key. */
export function createKey(caseId: string): Buffer {
  const folder = keyFolder();
  const key = randomBytes(32);
  const path = keyPath(caseId);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
  } catch (error) {
    throw new ExpectedFailure(
      'unreadable',
      `The key of the case cannot be kept in ${folder} (${(error as Error).message}). Make that folder writable, or set WHEREABOUTS_KEYS to another.`,
    );
  }
  return key;
}

/** The key of a case on this machine, or null where it is not (the case came from elsewhere). */
export function readKey(caseId: string): Buffer | null {
  if (!/^[0-9a-f-]{36}$/.test(caseId)) return null;
  const path = keyPath(caseId);
  if (!existsSync(path)) return null;
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  return key.length === 32 ? key : null;
}
