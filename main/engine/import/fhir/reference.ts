import { list, member, text } from '../json/value';

/** What a CodeableConcept or Coding says, in words where it has any. */
export function wordOf(value: unknown): string | null {
  const coding = list(value, 'coding')[0] ?? value;
  return text(coding, 'display') ?? text(value, 'text') ?? text(coding, 'code');
}

/** Every code of a CodeableConcept. */
export function codesOf(value: unknown): string[] {
  return list(value, 'coding').flatMap((coding) => text(coding, 'code') ?? []);
}

/** `Patient/7/_history/2` and `https://host/fhir/Patient/7` are the same Patient/7. */
export function referenceOf(value: unknown): { readonly type: string; readonly id: string } | null {
  const match = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(
    text(value, 'reference') ?? '',
  );
  return match === null ? null : { type: match[1] ?? '', id: match[2] ?? '' };
}

/** A reference in words: its display, else the identifier it names, else the reference itself. */
export function nameOfReference(value: unknown): string | null {
  return text(value, 'display') ?? text(value, 'identifier', 'value') ?? text(value, 'reference');
}

const nhsNumberSystem = /nhs-number|2\.16\.840\.1\.113883\.2\.1\.4\.1$/i;

/** Of a patient's identifiers the NHS number, else the first that is in use. */
export function patientIdentifier(patient: unknown): string | null {
  const identifiers = list(patient, 'identifier').filter((one) => text(one, 'use') !== 'old');
  const nhs = identifiers.find((one) => nhsNumberSystem.test(text(one, 'system') ?? ''));
  return text(nhs ?? identifiers[0], 'value') ?? text(patient, 'id');
}

/** The patient a reference points to, by identifier where it carries one; null where it is no patient. */
export function patientOf(reference: unknown): string | null {
  const target = referenceOf(reference);
  const type = target?.type ?? text(reference, 'type');
  if (type !== 'Patient') return null;
  return text(member(reference, 'identifier'), 'value') ?? target?.id ?? null;
}
