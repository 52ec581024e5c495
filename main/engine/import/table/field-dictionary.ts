import type { TableKind } from '../../../../shared/model/mapping';
import { attributeHeaders, columnHeaders } from './header-words';

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
    field('class', 'Class'),
    ...controlFields,
  ],
  flows: [
    field('source', 'From', true),
    field('destination', 'To', true),
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
    field('purpose', 'Purpose'),
  ],
  responsibilities: [
    field('party', 'Party', true),
    field('role', 'Role', true),
    field('dataset', 'Dataset'),
    field('system', 'System'),
    field('source', 'Flow from'),
    field('destination', 'Flow to'),
  ],
  sites: [
    field('site', 'Site or network', true),
    field('kind', 'Kind'),
    field('dependsOn', 'Depends on'),
    field('system', 'System'),
    field('owner', 'Owner'),
    field('host', 'Host'),
  ],
  controls: [
    field('system', 'System'),
    field('source', 'Flow from'),
    field('destination', 'Flow to'),
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
    field('system', 'Written by'),
    field('event', 'Event', true),
    field('peer', 'Other system'),
    field('source', 'From system'),
    field('destination', 'To system'),
    field('message', 'Message id'),
    field('record', 'Record id'),
  ],
  extract: [
    field('record', 'Record id', true),
    field('system', 'Held in system'),
    field('dataset', 'Dataset'),
    field('takenAt', 'Taken at'),
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

/** Case, spaces and punctuation ignored, as domain.md asks. */
export const headerKey = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Header of a column -> canonical fields it may stand for, likeliest first, with a weight of 1 to 3. */
export interface HeaderMeaning {
  readonly field: string;
  readonly kinds: readonly TableKind[] | null;
  readonly weight: number;
}

const meanings = new Map<string, HeaderMeaning[]>();
for (const { field: name, kinds, headers } of columnHeaders) {
  headers.forEach((header, rank) => {
    const key = headerKey(header);
    const list = meanings.get(key) ?? [];
    // Earlier names are the surer ones: a column "concept:name" beats "status" for the event.
    list.push({ field: name, kinds, weight: 3 - (2 * rank) / headers.length });
    meanings.set(key, list);
  });
}

/** What a header may mean in a table of this kind; a unit in brackets is ignored. */
export function meaningsOf(header: string, kind: TableKind): readonly HeaderMeaning[] {
  const bare = header.replace(/\([^)]*\)\s*$/, '');
  const found = meanings.get(headerKey(header)) ?? meanings.get(headerKey(bare)) ?? [];
  return found.filter((m) => m.kinds === null || m.kinds.includes(kind));
}

const attributeNames = new Map<string, string>();
for (const [name, headers] of Object.entries(attributeHeaders)) {
  for (const header of headers) attributeNames.set(headerKey(header), name);
}

/**
 * The name under which an unmapped column of a log is kept: a common one for the few columns that every
 * interface log has (site, version, type, error), else the header itself.
 */
export const attributeName = (header: string): string =>
  attributeNames.get(headerKey(header)) ?? header.trim();
