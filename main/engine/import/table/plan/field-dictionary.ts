import type { TableKind } from '../../../../../shared/model/mapping';
import { attributeHeaders } from '../vocabulary/attribute-headers';
import { columnHeaders } from '../vocabulary/column-headers';
import { foreignHeaders } from '../vocabulary/languages/foreign-words';
import { plainLetters, writtenOut } from '../vocabulary/plain-letters';
import { fieldsOfPhrase, phraseWeight } from './header-phrase';
import { looseKey } from './loose-key';

/** A column's meaning: `field` is the canonical name that mappings use. */
export interface FieldSpec {
  readonly field: string;
  readonly title: string;
  readonly isRequired: boolean;
}

const field = (name: string, title: string, isRequired = false): FieldSpec => ({
  field: name,
  title,
  isRequired,
});

const responsibilityFields: readonly FieldSpec[] = [
  field('owner', 'Owner (kind not stated)'),
  field('informationAssetOwner', 'Information asset owner'),
  field('informationAssetAdministrator', 'Information asset administrator'),
  field('seniorInformationRiskOwner', 'Senior information risk owner'),
  field('caldicottGuardian', 'Caldicott Guardian'),
  field('businessOwner', 'Business owner'),
  field('itOwner', 'IT owner'),
  field('steward', 'Steward'),
  field('custodian', 'Custodian'),
  field('controller', 'Controller'),
  field('jointController', 'Joint controller'),
  field('processor', 'Processor'),
  field('subProcessor', 'Sub-processor'),
  field('host', 'Host'),
];

const controlFields: readonly FieldSpec[] = [
  field('backup', 'Backup'),
  field('logging', 'Logging'),
  field('reconciliation', 'Reconciliation'),
  field('monitoring', 'Monitoring'),
];

/** The canonical fields of each kind of table, in the order in which a mapping editor lists them. */
export const fieldsOfKind: Readonly<Record<TableKind, readonly FieldSpec[]>> = {
  systems: [
    field('system', 'System', true),
    field('alias', 'Other names'),
    field('shortName', 'Short name'),
    field('code', 'Code'),
    field('identifier', 'Identifier'),
    field('formerName', 'Former name'),
    field('organisation', 'Organisation'),
    ...responsibilityFields,
    field('supplier', 'Supplier'),
    field('site', 'Site'),
    field('dataset', 'Dataset'),
    field('purpose', 'Purpose'),
    field('criticality', 'Criticality'),
    field('endOfLife', 'End of life'),
    field('status', 'Status'),
    field('dependsOn', 'Depends on'),
    field('sendsTo', 'Sends to'),
    field('receivesFrom', 'Receives from'),
    field('providesInterface', 'Provides interfaces'),
    field('consumesInterface', 'Consumes interfaces'),
    field('class', 'Class'),
    ...controlFields,
  ],
  flows: [
    field('source', 'From', true),
    field('destination', 'To', true),
    field('flow', 'Both ends ("A > B")'),
    field('dataset', 'Dataset'),
    field('method', 'Method'),
    field('frequency', 'Schedule'),
    field('status', 'Status'),
    field('expectation', 'Expectation'),
    field('maximumDelay', 'Maximum delay'),
    field('purpose', 'Purpose'),
    ...responsibilityFields,
    ...controlFields,
  ],
  datasets: [
    field('dataset', 'Dataset', true),
    field('systemOfRecord', 'System of record'),
    field('system', 'Held in system'),
    field('holdingRole', 'Role of the system'),
    field('organisation', 'Organisation'),
    ...responsibilityFields,
    field('supplier', 'Supplier of the system'),
    field('site', 'Site of the system'),
    field('purpose', 'Purpose'),
    ...controlFields,
  ],
  responsibilities: [
    field('party', 'Party', true),
    field('role', 'Role', true),
    field('dataset', 'Dataset'),
    field('system', 'System'),
    field('source', 'Flow from'),
    field('destination', 'Flow to'),
    field('flow', 'Flow ("A > B")'),
    field('organisation', 'Organisation'),
    field('validFrom', 'In the role from'),
    field('validTo', 'In the role until'),
  ],
  sites: [
    field('site', 'Site or network', true),
    field('kind', 'Kind'),
    field('dependsOn', 'Depends on'),
    field('network', 'Network'),
    field('firewall', 'Firewall'),
    field('system', 'System'),
    field('owner', 'Owner'),
    field('host', 'Host'),
  ],
  controls: [
    field('system', 'System'),
    field('source', 'Flow from'),
    field('destination', 'Flow to'),
    field('flow', 'Flow ("A > B")'),
    field('control', 'Control', true),
    field('state', 'State', true),
    field('detail', 'Detail'),
  ],
  warnings: [
    field('time', 'Date', true),
    field('text', 'Warning', true),
    field('subject', 'About'),
    field('from', 'Raised by'),
    field('to', 'Raised to'),
  ],
  log: [
    field('time', 'Time'),
    field('date', 'Date, where the time of day stands apart'),
    field('system', 'Written by'),
    field('event', 'Event', true),
    field('peer', 'Other system'),
    field('source', 'From system'),
    field('destination', 'To system'),
    field('flow', 'Flow ("A > B")'),
    field('message', 'Message id'),
    field('record', 'Record id'),
    field('outcome', 'Outcome, where the event is only a direction'),
  ],
  extract: [
    field('record', 'Record id', true),
    field('system', 'Held in system'),
    field('dataset', 'Dataset'),
    field('takenAt', 'Taken at'),
    field('alias', 'Other identifier of the same record'),
  ],
  crosswalk: [
    field('record', 'Identifier', true),
    field('alias', 'Other identifier', true),
    field('current', 'Current identifier'),
    field('superseded', 'Superseded identifier'),
  ],
  dependencies: [
    field('parent', 'Parent', true),
    field('child', 'Child', true),
    field('type', 'Type of relation'),
  ],
  organisations: [
    field('organisation', 'Organisation', true),
    field('code', 'Code', true),
    field('parentOrganisation', 'Parent organisation'),
  ],
};

/** Case, spaces, punctuation and accents ignored, as domain.md asks. */
export const headerKey = (header: string): string => plainLetters(header).replace(/[^\p{L}\p{N}]+/gu, '');

/** Header of a column -> canonical fields it may stand for, likeliest first, with a weight of 1 to 3. */
export interface HeaderMeaning {
  readonly field: string;
  readonly kinds: readonly TableKind[] | null;
  readonly weight: number;
}

type Meanings = Map<string, HeaderMeaning[]>;
const exact: Meanings = new Map();
const loose: Meanings = new Map();
const loosePlural: Meanings = new Map();

const add = (to: Meanings, key: string, meaning: HeaderMeaning): void => {
  const list = to.get(key);
  if (list) list.push(meaning);
  else to.set(key, [meaning]);
};

/** Names of one product or standard: other words for them mean other things. */
const exactOnly = new Set(['connector_name', 'concept:name', 'concept:instance', 'org:group']);

for (const { field: name, kinds, headers, surest = 3, isExact = false } of columnHeaders) {
  headers.forEach((header, rank) => {
    // Earlier names are the surer ones: a column "concept:name" beats "status" for the event.
    const meaning = { field: name, kinds, weight: surest - ((surest - 1) * rank) / headers.length };
    add(exact, headerKey(header), meaning);
    const near = { ...meaning, weight: meaning.weight * 0.9 };
    for (const [map, key] of [
      [loose, looseKey(header, false)],
      [loosePlural, looseKey(header, true)],
    ] as const)
      if (key !== '' && !isExact && !exactOnly.has(header)) add(map, key, near);
  });
}

/** What is a word of English too means what it means there, in each kind of table in which it means something. */
const english: ReadonlyMap<string, readonly HeaderMeaning[]> = new Map(
  [...exact].map(([key, meanings]) => [key, [...meanings]]),
);
const allKinds = Object.keys(fieldsOfKind) as TableKind[];
const surestForeign = 2.6;
for (const { field: name, kinds, headers } of foreignHeaders) {
  if (kinds === 'attribute') continue;
  headers.forEach((header, rank) => {
    const weight = surestForeign - (0.8 * rank) / headers.length;
    for (const key of new Set([headerKey(header), headerKey(writtenOut(header))])) {
      const own = (english.get(key) ?? []).map((meaning) => meaning.kinds);
      const left = own.includes(null)
        ? []
        : (kinds ?? allKinds).filter((kind) => !own.some((all) => all?.includes(kind)));
      // A letter alone is a note of somebody's own, also where it is a word ("A", "I", "O").
      if (key.length > 1 && left.length > 0)
        add(exact, key, { field: name, kinds: kinds === null && own.length === 0 ? null : left, weight });
    }
  });
}

/** Kinds whose rows are many and whose columns are programs' own: a part of a dotted name may say it. */
const machineKinds: readonly TableKind[] = ['log', 'extract', 'crosswalk'];

/** What a header may mean in any kind of table: lists of meanings, the surer ones first. */
interface Readings {
  readonly ofPrograms: readonly (readonly HeaderMeaning[])[];
  readonly ofPeople: readonly (readonly HeaderMeaning[])[];
}

const known = new Map<string, Readings>();
const rememberedHeaders = 50_000;

/**
 * What a header may mean in a table of this kind: as it stands, without a unit in brackets, in other words
 * ("Source application" for "Source system"), by one of its alternatives ("Supplier / vendor"), by the end of
 * a dotted name ("patient.nhsNumber"), or by two of its words ("Counterpart node").
 */
export function meaningsOf(header: string, kind: TableKind): readonly HeaderMeaning[] {
  let readings = known.get(header);
  if (!readings) {
    readings = header.length > 200 ? { ofPrograms: [], ofPeople: [] } : readingsOf(header);
    if (known.size >= rememberedHeaders) known.clear();
    known.set(header, readings);
  }
  for (const list of machineKinds.includes(kind) ? readings.ofPrograms : readings.ofPeople) {
    const found = list.filter((m) => m.kinds === null || m.kinds.includes(kind));
    if (found.length > 0) return found;
  }
  return [];
}

function readingsOf(header: string): Readings {
  const surest = (text: string): readonly (readonly HeaderMeaning[])[] =>
    [text, withoutUnit(text)].map((each) => exact.get(headerKey(each)) ?? []);
  const near = (text: string, isPlural: boolean): readonly HeaderMeaning[] =>
    (isPlural ? loosePlural : loose).get(looseKey(withoutUnit(text), isPlural)) ?? [];
  const weaker = (list: readonly HeaderMeaning[]): readonly HeaderMeaning[] =>
    list.map((m) => ({ ...m, weight: m.weight * 0.8 }));
  const filled = (lists: readonly (readonly HeaderMeaning[])[]): readonly (readonly HeaderMeaning[])[] =>
    lists.filter((list) => list.length > 0);
  const ofParts = (parts: readonly string[], isPlural: boolean): readonly (readonly HeaderMeaning[])[] =>
    parts.flatMap((part) => [...surest(part), near(part, isPlural)]).map(weaker);
  const ofPhrase = fieldsOfPhrase(header).map((found) => ({ ...found, weight: phraseWeight }));
  return {
    ofPrograms: filled([
      ...surest(header),
      near(header, false),
      ...ofParts(suffixes(header), false),
      ofPhrase,
    ]),
    ofPeople: filled([
      ...surest(header),
      near(header, true),
      ...ofParts(alternatives(header), true),
      ofPhrase,
    ]),
  };
}

const withoutUnit = (header: string): string => header.replace(/\([^)]*\)\s*$/, '');

function suffixes(header: string): readonly string[] {
  const parts = header.split('.');
  return parts.length < 2 ? [] : [parts.slice(-2).join(' '), parts.at(-1) ?? ''];
}

const alternatives = (header: string): readonly string[] =>
  header.split(/\s*\/\s*|\s+or\s+/i).filter((part, _, all) => all.length > 1 && part !== '');

const attributeNames = new Map<string, string>();
for (const [name, headers] of Object.entries(attributeHeaders)) {
  for (const header of headers) attributeNames.set(headerKey(header), name);
}
for (const { field: name, kinds, headers } of foreignHeaders) {
  if (kinds !== 'attribute') continue;
  for (const header of headers.flatMap((word) => [word, writtenOut(word)]))
    if (!attributeNames.has(headerKey(header))) attributeNames.set(headerKey(header), name);
}

/**
 * The name under which an unmapped column of a log is kept: a common one for the few columns that every
 * interface log has (site, version, type, error), else the header itself.
 */
export const attributeName = (header: string): string =>
  attributeNames.get(headerKey(header)) ?? header.trim();
