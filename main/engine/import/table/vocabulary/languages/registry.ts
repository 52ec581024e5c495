import { danishNorwegian } from './danish-norwegian';
import { dutch } from './dutch';
import { finnish } from './finnish';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import type { Language } from './language';
import { polish } from './polish';
import { portuguese } from './portuguese';
import { spanish } from './spanish';
import { swedish } from './swedish';
import { welsh } from './welsh';

/** Languages other than English whose sheets and logs are read without a mapping. The only list. */
export const languages: readonly Language[] = [
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  danishNorwegian,
  finnish,
  polish,
  welsh,
];
