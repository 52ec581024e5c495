import type { Subject } from '../../fact';
import type { FactSink } from '../../importer';
import { isBlank } from '../vocabulary/blank';
import { splitNames } from '../vocabulary/names-in-cell';
import { type SystemNameKind, systemNameFields, systemNameKind } from '../vocabulary/system-name-headers';
import type { RowAccess } from './row-access';
import { stateAsAttribute } from './state-properties';

type System = Extract<Subject, { kind: 'system' }>;

/** The other names that a row gives its system: columns of aliases, codes and short names, and brackets in the name. */
export function stateSystemNames(row: RowAccess, sink: FactSink, subject: System): void {
  const stated = new Set([subject.name]);
  const state = (name: string, kind: SystemNameKind): void => {
    if (stated.has(name) || isBlank(name) || name.length > 200) return;
    stated.add(name);
    sink.state({ fact: 'alias', subject, name, kind }, row.place);
  };
  for (const [name, kind] of namesInBrackets(subject.name)) state(name, kind);
  for (const [field, kind] of Object.entries(systemNameFields)) {
    for (const name of namesInCell(row.cell(field))) {
      if (!isRowNumber(kind, name)) state(name, kind);
      else stateAsAttribute(row, sink, subject, field);
    }
  }
  // A second column of a kind ("Alias 1", "Code", "App code") has no field of its own.
  for (const [header, value] of row.attributes()) {
    const kind = systemNameKind(header);
    if (kind !== null) for (const name of namesInCell(value)) if (!isRowNumber(kind, name)) state(name, kind);
  }
}

/** The rows of a sheet are numbered too: that is no name. */
const isRowNumber = (kind: SystemNameKind, text: string): boolean => kind === 'id' && /^\d{1,3}$/.test(text);

/** Parted also by commas and by slashes between spaces: a column of short names says that it holds names. */
function namesInCell(text: string): readonly string[] {
  return splitNames(text)
    .flatMap((part) => part.split(/,(?![^(]*\))|\s\/\s/))
    .map((part) => part.trim())
    .filter((part) => !isBlank(part));
}

/** "Patient Administration System (PAS)" and the other way round, where the letters are the words' first ones. */
function namesInBrackets(name: string): readonly (readonly [string, SystemNameKind])[] {
  const found = /^(.+?)\s*\(([^()]+)\)$/.exec(name.trim());
  if (!found) return [];
  const [, outside = '', inside = ''] = found;
  if (isAcronymOf(inside, outside))
    return [
      [outside, 'alias'],
      [inside, 'short name'],
    ];
  if (isAcronymOf(outside, inside))
    return [
      [inside, 'alias'],
      [outside, 'short name'],
    ];
  return [];
}

/** The letters are those that the words begin with; small words may be passed over. */
function isAcronymOf(letters: string, words: string): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const all = words.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? '').join('');
  return [all, all.filter((word) => /^\p{Lu}|^\p{L}{4,}/u.test(word))].some(
    (list) => initials(list).toUpperCase() === letters,
  );
}
