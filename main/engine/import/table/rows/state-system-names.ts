import { isAcronymOf } from '../../../store/names/acronym';
import type { Subject } from '../../fact';
import type { FactSink } from '../../importer';
import { isBlank } from '../vocabulary/blank';
import { splitNames } from '../vocabulary/names-in-cell';
import { type SystemNameKind, systemNameFields, systemNameKind } from '../vocabulary/system-name-headers';
import type { RowAccess } from './row-access';
import { stateAsAttribute } from './state-properties';

type System = Extract<Subject, { kind: 'system' }>;
type Dataset = Extract<Subject, { kind: 'dataset' }>;

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

/** Numbers and codes in a register of data may be of the system or of a class of data: only these say whose they are. */
const ofDataset = /^(information )?(asset|data ?set|data asset|data entity)\b/i;

/** The other names that a row of a register gives its dataset; its columns keep their headers beside. */
export function stateDatasetNames(row: RowAccess, sink: FactSink, subject: Dataset): void {
  const stated = new Set([subject.name]);
  const state = (name: string, kind: SystemNameKind): void => {
    if (stated.has(name) || isRowNumber(kind, name) || isBlank(name) || name.length > 200) return;
    stated.add(name);
    sink.state({ fact: 'alias', subject, name, kind }, row.place);
  };
  for (const [name, kind] of namesInBrackets(subject.name)) state(name, kind);
  for (const [header, value] of row.attributes()) {
    const kind = systemNameKind(header);
    if (kind === null || ((kind === 'id' || kind === 'code') && !ofDataset.test(header))) continue;
    for (const name of namesInCell(value)) state(name, kind);
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
