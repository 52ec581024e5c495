import type { EventKind } from '../../../../shared/model/vocabulary';

/** HL7 table 0008: accept, error and reject, in original and enhanced mode. */
const kinds: Readonly<Record<string, EventKind>> = {
  AA: 'acknowledged',
  CA: 'acknowledged',
  AE: 'rejected',
  AR: 'rejected',
  CE: 'rejected',
  CR: 'rejected',
};

/** What MSA-1 says; undefined for a code of nobody's table. */
export function acknowledgementKind(code: string | null): EventKind | undefined {
  const key = code?.trim().toUpperCase() ?? '';
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}
