import type { Place } from '../../../../shared/model/citation';
import type { Subject } from '../fact';
import { entries, list, text } from '../json/value';
import { roleOfOwnerWord } from './owner-role';
import type { StatedOnce } from './stated-once';

const responsibilityKey = /owner|steward|custodian|controller|processor|caldicott|siro|iao|iaa|maintainer/i;

/**
 * States what a free-form "meta" or "properties" object says: keys that name a responsibility as one, every
 * other plain value as an attribute under its own key. Nested objects are left out.
 */
export function stateMeta(meta: unknown, subject: Subject, facts: StatedOnce, place: Place): void {
  for (const [key, value] of entries({ meta }, 'meta')) {
    const written = text({ value }, 'value');
    const values = written === null ? list({ value }, 'value').map((one) => text({ one }, 'one')) : [written];
    for (const one of values) {
      if (one !== null) stateNamed(key, one, subject, facts, place);
    }
  }
}

export function stateNamed(
  key: string,
  value: string,
  subject: Subject,
  facts: StatedOnce,
  place: Place,
): void {
  const role = responsibilityKey.test(key) ? roleOfOwnerWord(key) : null;
  if (role === null) facts.attribute(subject, key, value, place);
  else facts.state({ fact: 'responsibility', subject, role, party: value }, place);
}
