import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';

/**
 * The responsibility that a catalogue's word for an owner means. A word that says only "owner", or one this
 * list does not know, stays `owner`: no more precise role is made up. Null for people who only use the data.
 */
const roles: readonly (readonly [RegExp, ResponsibilityRole | null])[] = [
  [/consumer|user$|delegate|viewer|subscriber/, null],
  [/joint.?controller/, 'joint controller'],
  [/controller/, 'controller'],
  [/sub.?processor/, 'sub-processor'],
  [/processor/, 'processor'],
  [/information.?asset.?owner|^iao$/, 'information asset owner'],
  [/information.?asset.?admin|^iaa$/, 'information asset administrator'],
  [/senior.?information.?risk|^siro$/, 'senior information risk owner'],
  [/caldicott/, 'caldicott guardian'],
  [/steward/, 'steward'],
  [/custodian/, 'custodian'],
  [/business/, 'business owner'],
  [/technical|^it[ _-]|maintainer|developer|engineer/, 'it owner'],
  [/supplier|vendor|producer/, 'supplier'],
  [/host/, 'host'],
];

export function roleOfOwnerWord(word: string | null): ResponsibilityRole | null {
  if (word === null) return 'owner';
  const folded = word.toLowerCase();
  for (const [pattern, role] of roles) if (pattern.test(folded)) return role;
  return 'owner';
}
