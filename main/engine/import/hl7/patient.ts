import type { Segment } from './segment';

export interface PatientIdentifiers {
  /** The NHS number where one is given, else the hospital's own number. */
  readonly record: string | null;
  /** The hospital's own number where there is an NHS number too: the same person. */
  readonly alsoKnownAs: string | null;
  /** Who issued the hospital's number. */
  readonly authority: string | null;
}

/** OID of the NHS number (NHS Data Dictionary), which some senders put in CX.4.2. */
const nhsNumberOid = '2.16.840.1.113883.2.1.4.1';

/**
 * The identifiers of one CX list (PID-3, MRG-1): the NHS number stands in the repetition whose CX.4 is NHS
 * or whose CX.5 is NH; of the others a CX.5 of MR is preferred.
 */
export function patientIdentifiers(segment: Segment | undefined, field: number): PatientIdentifiers {
  let nhs: string | null = null;
  let local: { id: string; authority: string | null; isMedicalRecord: boolean } | null = null;
  for (const repetition of segment?.repetitions(field) ?? []) {
    const id = repetition[0]?.[0]?.trim() ?? '';
    if (id === '' || id === '""') continue;
    const authority = repetition[3]?.[0]?.trim() ?? '';
    const type = repetition[4]?.[0]?.trim().toUpperCase() ?? '';
    const isNhs =
      authority.toUpperCase() === 'NHS' ||
      repetition[3]?.[1]?.trim() === nhsNumberOid ||
      type === 'NH' ||
      type === 'NHS';
    if (isNhs) nhs ??= id;
    else if (local === null || (type === 'MR' && !local.isMedicalRecord)) {
      local = { id, authority: authority === '' ? null : authority, isMedicalRecord: type === 'MR' };
    }
  }
  return {
    record: nhs ?? local?.id ?? null,
    alsoKnownAs: nhs === null ? null : (local?.id ?? null),
    authority: local?.authority ?? null,
  };
}
