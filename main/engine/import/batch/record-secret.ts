import { keptKeys, pseudonymisingKeys, type RecordKeys } from '../../store/records/record-identifier';
import { IdentifierGuard } from './identifier-guard';

/** What a reading thread needs to turn raw identifiers into keys. */
export type RecordSecret =
  | { readonly kind: 'kept' }
  | { readonly kind: 'pseudonymised'; readonly key: Uint8Array };

/** The key of a raw identifier as text: the identifier itself, or the pseudonym's 16 bytes as Latin-1. */
export function keyFunction(secret: RecordSecret): (raw: string) => string {
  const keys: RecordKeys = secret.kind === 'kept' ? keptKeys : pseudonymisingKeys(Buffer.from(secret.key));
  return (raw) => {
    const key = keys.keyOf(raw);
    return typeof key === 'string' ? key : key.toString('latin1');
  };
}

/** What keeps other identifiers out of a pseudonymised case; null where they are kept. */
export function guardOf(secret: RecordSecret): IdentifierGuard | null {
  return secret.kind === 'kept' ? null : new IdentifierGuard(keyFunction(secret));
}
