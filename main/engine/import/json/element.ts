import type { Place } from '../../../../shared/model/citation';

/** One value of a JSON file that was asked for, with where it stands. */
export type JsonElement = JsonValueElement | JsonProblemElement;

export interface JsonValueElement {
  readonly ok: true;
  readonly value: unknown;
  /** 1-based line on which the value starts, byte range (absent after transcoding) and JSON pointer. */
  readonly place: Place;
  /** Index of the pattern in `select` that asked for it. */
  readonly selected: number;
  /** Object keys and array indices from the root to the value. */
  readonly path: readonly (string | number)[];
}

/** What stands there is no JSON. Reading goes on after it unless `isFatal`. */
export interface JsonProblemElement {
  readonly ok: false;
  readonly code: 'bad-json' | 'cut-short' | 'too-large' | 'too-deep';
  readonly message: string;
  readonly place: Place;
  /** The first 2,000 characters of what stands there. */
  readonly raw: string;
  /** True when nothing after this place could be read. */
  readonly isFatal: boolean;
}

/** RFC 6901: `~` and `/` inside a key are escaped. */
export function jsonPointer(path: readonly (string | number)[]): string {
  let pointer = '';
  for (const key of path) {
    pointer += `/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return pointer;
}
