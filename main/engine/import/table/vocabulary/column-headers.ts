import { assetHeaders } from './asset-headers';
import { controlHeaders } from './control-headers';
import { flowHeaders } from './flow-headers';
import type { HeaderWords } from './header-words';
import { logHeaders } from './log-headers';
import { ownerHeaders } from './owner-headers';
import { placeHeaders } from './place-headers';
import { recordHeaders } from './record-headers';
import { systemNameHeaders } from './system-name-headers';
import { warningHeaders } from './warning-headers';

/** All lists, in this order: of two that know a header equally well, the earlier one names the field. */
export const columnHeaders: readonly HeaderWords[] = [
  ...assetHeaders,
  ...ownerHeaders,
  ...placeHeaders,
  ...flowHeaders,
  ...controlHeaders,
  ...warningHeaders,
  ...logHeaders,
  ...recordHeaders,
  ...systemNameHeaders,
];
