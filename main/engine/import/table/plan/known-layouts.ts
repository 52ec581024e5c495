import type { Mapping } from '../../../../../shared/model/mapping';
import { factSheetType } from '../rows/fact-sheet-rows';
import { headerKey } from './field-dictionary';
import { headerlessLog } from './headerless-log';
import type { SampleRow } from './sample-row';

/**
 * Adds what is known of a table by its shape where its header cannot say it: files without a header, and
 * exports whose rows all are of the type that one of their cells names. What a mapping fixes stays.
 */
export function withKnownLayout(rows: readonly SampleRow[], given: Mapping): Mapping {
  if (given.kind !== undefined) return given;
  const known =
    (given.headerRow === undefined ? odsLayout(rows) : null) ??
    factSheetLayout(rows) ??
    odsAnswerLayout(rows) ??
    recordOfProcessingLayout(rows) ??
    (given.headerRow === undefined ? headerlessLog(rows) : null);
  return known === null ? given : { ...known, ...given, columns: { ...known.columns, ...given.columns } };
}

/** Columns of the files of the NHS Organisation Data Service (epraccur.csv, etr.csv …), which have no header. */
const odsColumns: Readonly<Record<string, number>> = {
  code: 1,
  organisation: 2,
  'National grouping': 3,
  'High level health geography': 4,
  'Address 1': 5,
  'Address 2': 6,
  'Address 3': 7,
  'Address 4': 8,
  'Address 5': 9,
  Postcode: 10,
  'Open date': 11,
  'Close date': 12,
  'Status code': 13,
  'Sub-type code': 14,
  parentOrganisation: 15,
  'Contact telephone': 18,
  'Prescribing setting': 26,
};

/**
 * A code, a name, a postcode and dates without separators, each where the standard 27 columns have it. Files
 * that were cut to fewer columns, or lost the empty ones at the end of a row, are known by the opening date.
 */
function odsLayout(rows: readonly SampleRow[]): Mapping | null {
  const looked = rows.slice(0, 50);
  const fitting = looked.filter(
    ({ cells }) =>
      cells.length >= 12 &&
      /^[A-Z0-9]{3,8}$/.test(cells[0]?.trim() ?? '') &&
      /^([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})?$/.test(cells[9]?.trim() ?? '') &&
      (cells.length === 27 ? /^(\d{8})?$/ : /^\d{8}$/).test(cells[10]?.trim() ?? '') &&
      /^(\d{8})?$/.test(cells[11]?.trim() ?? ''),
  );
  if (looked.length === 0 || fitting.length < looked.length * 0.8) return null;
  const width = Math.max(...looked.map(({ cells }) => cells.length));
  const columns = Object.fromEntries(Object.entries(odsColumns).filter(([, column]) => column <= width));
  return { kind: 'organisations', headerRow: 0, columns };
}

/** Organisations as the interface of the same service (ORD) answers them, and as its members are called in tables. */
function odsAnswerLayout(rows: readonly SampleRow[]): Mapping | null {
  const found = rows.slice(0, 10).find(({ cells }) => {
    const keys = new Set(cells.map(headerKey));
    return ['orgid', 'name', 'primaryroleid'].every((key) => keys.has(key));
  });
  return found === undefined
    ? null
    : {
        kind: 'organisations',
        headerRow: found.line,
        columns: { code: 'OrgId', organisation: 'Name' },
      };
}

/** LeanIX exports fact sheets, mostly of one type a table, with the type in a column: id, type, name, displayName. */
function factSheetLayout(rows: readonly SampleRow[]): Mapping | null {
  const index = rows.slice(0, 10).findIndex(({ cells }) => {
    const keys = new Set(cells.map(headerKey));
    return (
      ['id', 'type', 'name'].every((key) => keys.has(key)) &&
      cells.some((cell) => /^(displayName|rel[A-Z]\w+|lifecycle:\w+)$/.test(cell.trim()))
    );
  });
  const header = rows[index]?.cells;
  if (header === undefined) return null;
  const column = (name: string): number => header.findIndex((cell) => headerKey(cell) === headerKey(name));
  const type = rows[index + 1]?.cells[column('type')]?.trim().toLowerCase() ?? '';
  const name = column('displayName') >= 0 ? 'displayName' : 'name';
  const headerRow = rows[index]?.line ?? 1;
  const types = new Set(rows.slice(index + 1).map(({ cells }) => cells[column('type')]?.trim() ?? ''));
  if (types.size > 1) return { kind: 'systems', headerRow, columns: { system: name, class: factSheetType } };
  switch (type.replace(/[^a-z]/g, '')) {
    case 'application':
    case 'itcomponent':
      return { kind: 'systems', headerRow, columns: { system: name } };
    case 'dataobject':
      return {
        kind: 'datasets',
        headerRow,
        columns: { dataset: name, ...present(header, 'system', 'relDataObjectToApplication') },
      };
    case 'interface':
      return {
        kind: 'flows',
        headerRow,
        columns: {
          ...present(header, 'source', 'relInterfaceToProviderApplication'),
          ...present(header, 'destination', 'relInterfaceToConsumerApplication'),
          ...present(header, 'dataset', 'relInterfaceToDataObject'),
          method: name,
        },
      };
    case 'provider':
    case 'organization':
    case 'usergroup':
      return { kind: 'organisations', headerRow, columns: { organisation: name } };
    default:
      return null;
  }
}

/**
 * A record of processing (UK GDPR article 30; the ICO's templates): its rows are categories of data, whoever
 * they come from and go to. Those are kinds of people and bodies ("the employee"), not systems between which
 * something flows.
 */
function recordOfProcessingLayout(rows: readonly SampleRow[]): Mapping | null {
  const found = rows.slice(0, 40).find(({ cells }) => {
    const keys = cells.map(headerKey);
    return (
      keys.includes(headerKey('Categories of personal data')) &&
      keys.some((key) => /^(categoriesofindividuals|purposeofprocessing|article6lawfulbasis)/.test(key))
    );
  });
  return found === undefined ? null : { kind: 'datasets', headerRow: found.line };
}

const present = (header: readonly string[], field: string, name: string): Record<string, string> =>
  header.some((cell) => headerKey(cell) === headerKey(name)) ? { [field]: name } : {};
