import { type TableKind, tableKinds } from '../../../../../shared/model/mapping';
import { controlKinds } from '../../../../../shared/model/vocabulary';
import { isValidNhsNumber, normaliseIdentifier } from '../../../store/records/record-identifier';
import { firstDayIn } from '../../time/written-day';
import { speaksOfPlaces } from '../rows/speaks-of-places';
import { twoEnds } from '../rows/two-ends';
import { holdingRoleOf, responsibilityRoleOf } from '../vocabulary/roles';
import { isPresentName, systemNameKind } from '../vocabulary/system-name-headers';
import { controllerColumn } from './controller-beside-processor';
import { fieldsOfKind, headerKey, meaningsOf } from './field-dictionary';
import { looksLikeIdentifierPair } from './identifier-pair';
import { inferLogFields } from './infer-fields';

export interface TableDetection {
  readonly kind: TableKind;
  /** 0 to 1: how much of the header is understood, and by how much this kind beats the next. */
  readonly confidence: number;
  /** Index into the rows that were looked at. */
  readonly headerIndex: number;
  /** The header's cells; of a header over two rows, both together. */
  readonly header: readonly string[];
  /** Column index -> canonical field or null. */
  readonly fields: readonly (string | null)[];
}

/** What a mapping has fixed already. */
export interface FixedParts {
  readonly kind?: TableKind;
  readonly headerIndex?: number;
  /** Fields by the header or number they stand under. */
  readonly columns?: Readonly<Record<string, string | number>>;
  /** Fields that hold for every row. */
  readonly constants?: readonly string[];
}

const moment = /^\W*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]\d{1,2}:\d{2}/;

/** Header rows are looked for this far down: the ICO's template has its header on row 9. */
const searchDepth = 40;
/** Below this a row is no header: one weak word among others that mean nothing. */
const leastScore = 1.2;

interface Candidate {
  readonly kind: TableKind;
  readonly score: number;
  readonly headerIndex: number;
  readonly header: readonly string[];
  readonly fields: readonly (string | null)[];
}

type Rows = readonly (readonly string[])[];

/**
 * Gives each column of a header at most one field of the kind, what a mapping says and then the surest
 * meaning first; a field is given once. Columns without a meaning stay null and are kept as attributes.
 */
export function assignFields(
  header: readonly string[],
  kind: TableKind,
  rows: Rows = [],
  columns: Readonly<Record<string, string | number>> = {},
): (string | null)[] {
  const known = new Set(fieldsOfKind[kind].map((f) => f.field));
  const fields: (string | null)[] = header.map(() => null);
  const taken = new Set<string>();
  const give = (column: number, field: string): void => {
    fields[column] = field;
    taken.add(field);
  };
  for (const [field, at] of Object.entries(columns)) {
    const column =
      typeof at === 'number' ? at - 1 : header.findIndex((text) => headerKey(text) === headerKey(at));
    if (column >= 0 && column < header.length && known.has(field)) give(column, field);
  }
  const options = header
    .flatMap((text, column) => meaningsOf(text, kind).map((meaning) => ({ column, ...meaning })))
    .filter((option) => known.has(option.field))
    .filter((option) => option.field !== 'flow' || namesFlows(rows, option.column))
    .map((option) => (kind === 'responsibilities' ? datedEnd(option, rows) : option))
    // The other identifier of an extract's records is one only beside the identifier.
    .sort((a, b) => rankIn(kind, a) - rankIn(kind, b) || b.weight - a.weight || a.column - b.column);
  for (const { column, field } of options)
    if (fields[column] === null && !taken.has(field)) give(column, field);
  const controller = controllerColumn(header, fields);
  if (controller >= 0 && known.has('controller')) fields[controller] = 'controller';
  return fields;
}

/** "From" and "To" of a register of roles are systems of a flow, or where dates stand below, the time of a role. */
function datedEnd<T extends { readonly field: string; readonly column: number }>(option: T, rows: Rows): T {
  if (option.field !== 'source' && option.field !== 'destination') return option;
  const values = rows.slice(0, 50).map((row) => (row[option.column] ?? '').trim());
  const dated = values.filter((text) => text !== '' && firstDayIn(text) !== null);
  if (dated.length === 0 || dated.length < values.filter((text) => text !== '').length) return option;
  return { ...option, field: option.field === 'source' ? 'validFrom' : 'validTo' };
}

const rankIn = (kind: TableKind, { field }: { readonly field: string }): number =>
  kind === 'extract' && field === 'alias' ? 1 : 0;

const namesFlows = (rows: Rows, column: number): boolean => {
  const values = rows
    .slice(0, 50)
    .map((row) => (row[column] ?? '').trim())
    .filter((text) => text !== '');
  return values.length > 0 && values.filter((text) => twoEnds(text, true)).length * 2 > values.length;
};

/** Fields without which rows of a kind say nothing. */
export function missesRequired(kind: TableKind, fields: ReadonlySet<string>): boolean {
  const has = (...names: string[]): boolean => names.every((name) => fields.has(name));
  const hasFlow = has('source', 'destination') || has('flow');
  switch (kind) {
    case 'crosswalk':
      return !(has('current', 'superseded') || (has('record') && fields.size > 1));
    case 'log': {
      const who = ['record', 'message', 'system', 'peer', 'source', 'destination', 'flow'].some((f) =>
        has(f),
      );
      return !has('event') || !(has('time') || has('date') || who);
    }
    case 'extract':
      return !has('record');
    case 'flows':
      return !hasFlow;
    case 'controls':
      return !(has('control', 'state') && (has('system') || has('source') || hasFlow));
    case 'responsibilities':
      return !(
        has('party', 'role') &&
        ['system', 'dataset', 'source', 'organisation'].some((name) => has(name) || hasFlow)
      );
    case 'sites':
      return !(has('site') && ['dependsOn', 'network', 'firewall', 'kind', 'host'].some((f) => has(f)));
    default:
      return fieldsOfKind[kind].some((f) => f.isRequired && !has(f.field));
  }
}

/** Roles that are held over data rather than over the program that keeps it. */
const dataRoles = [
  'controller',
  'informationAssetOwner',
  'informationAssetAdministrator',
  'steward',
  'processor',
];
/** What a register of data says of the system that holds them: such a column does not make it a register. */
const factsOfHolder: ReadonlySet<string> = new Set(['site', ...controlKinds]);
const systemFacts = [
  'supplier',
  'site',
  'criticality',
  'endOfLife',
  'dependsOn',
  'class',
  'backup',
  'logging',
];

/**
 * Of a table with a column of systems and one of datasets: true where its rows are the pairs, so that what
 * they say is said of a dataset in a system.
 */
function isOfPairs(fields: readonly (string | null)[], rows: Rows): boolean {
  const system = fields.indexOf('system');
  const dataset = fields.indexOf('dataset');
  if (system < 0 || dataset < 0) return false;
  const named = rows.map((row) => (row[system] ?? '').trim().toLowerCase()).filter((name) => name !== '');
  if (new Set(named).size < named.length * 0.9) return true;
  const hasDataRoles = dataRoles.some((field) => fields.includes(field));
  const held = rows.map((row) => (row[dataset] ?? '').trim()).filter((name) => name !== '');
  // A list of systems lists what each holds; a register of data names one asset a row, some held nowhere.
  const isRegister = held.length > named.length || !held.some((name) => /[;|\n]/.test(name));
  if (dataset < system && hasDataRoles && isRegister) return true;
  const hasSystemFacts = systemFacts.some((field) => fields.includes(field));
  return !hasSystemFacts && (dataset < system || hasDataRoles);
}

function scoreOf(
  header: readonly string[],
  kind: TableKind,
  headerIndex: number,
  rows: Rows,
  fixed: FixedParts,
  infers: boolean,
): Candidate | null {
  const named = header.filter((text) => text.trim() !== '');
  // What holds a moment is a row, whatever the words beside it seem to say.
  if (fixed.headerIndex === undefined && named.some((text) => moment.test(text))) return null;
  if (named.length < 2 && !(kind === 'extract' && isIdentifierList(header, rows))) return null;
  if (new Set(named.map(headerKey)).size < named.length * 0.6) return null;
  const fields = assignFields(header, kind, rows, fixed.columns);
  if (kind === 'crosswalk' && fixed.kind === undefined && pairsNames(header)) return null;
  const inferred = infers ? inferLogFields(header, rows, fields) : [];
  const ofPairs = isOfPairs(fields, rows);
  const isAside = (field: string): boolean => kind === 'datasets' && !ofPairs && factsOfHolder.has(field);
  const given = new Set(fields.filter((f): f is string => f !== null && !isAside(f)));
  for (const field of fixed.constants ?? []) given.add(field);
  if (missesRequired(kind, given)) return null;
  const mapped = new Set(Object.keys(fixed.columns ?? {}));
  let weight = 0;
  let eventWeight = 0;
  header.forEach((text, column) => {
    const field = fields[column];
    if (field === null || field === undefined || isAside(field)) return;
    const meaning = meaningsOf(text, kind).find((m) => m.field === field);
    const own = mapped.has(field) ? 3 : inferred.includes(column) ? 1.5 : (meaning?.weight ?? 0);
    weight += own;
    if (field === 'event') eventWeight = own;
  });
  const hasWho = ['record', 'message', 'system', 'peer', 'source'].some((field) => given.has(field));
  // "Date, Description, Status" heads a register of anything: a state alone is no event.
  if (kind === 'log' && eventWeight < 1.45 && !hasWho) return null;
  // Logs and extracts rightly carry many columns of their own; inventories are understood column by column.
  const share = given.size / named.length;
  const openEnded = kind === 'log' || kind === 'extract';
  let score = weight * (openEnded ? 0.6 + 0.4 * Math.min(1, share) : Math.sqrt(Math.min(1, share)));
  if (score < leastScore && fixed.kind === undefined) return null;
  if (kind === 'sites' && fixed.kind === undefined && !speaksOfPlaces(header, fields, rows)) return null;
  score *= fitOfRoles(kind, fields, rows);
  if (kind === 'log' && (given.has('time') || given.has('date'))) score += 2;
  if (kind === 'extract') score *= namesRecords(header, fields) && given.size > 1 ? 0.75 : 0.45;
  // Names and codes of organisations stand in many inventories: only a table of nothing else is a list of them.
  if (kind === 'organisations') score *= 0.75;
  if (kind === 'crosswalk')
    score *= given.has('superseded') || named.length <= 4 ? 1.6 : named.length === 5 ? 1 : 0.3;
  if (kind === 'systems' && ofPairs) score *= 0.6;
  return { kind, score, headerIndex, header, fields };
}

/** "Old name" and "New name" are of systems; what stands for one record is a number. */
function pairsNames(header: readonly string[]): boolean {
  const named = header.filter((text) => text.trim() !== '');
  return (
    named.some((text) => systemNameKind(text) === 'former name') && named.some((text) => isPresentName(text))
  );
}

/** A list of one column: NHS numbers under a header that says so. */
function isIdentifierList(header: readonly string[], rows: Rows): boolean {
  const column = header.findIndex((text) => text.trim() !== '');
  if (!meaningsOf(header[column] ?? '', 'extract').some((meaning) => meaning.field === 'record'))
    return false;
  const values = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
  const valid = values.filter((text) => isValidNhsNumber(normaliseIdentifier(text)));
  return values.length > 0 && valid.length >= values.length * 0.9;
}

/** The header says whose number it is: a "Record id" may number the rows of an inventory. */
function namesRecords(header: readonly string[], fields: readonly (string | null)[]): boolean {
  const text = (header[fields.indexOf('record')] ?? '').replace(/([a-z])([A-Z])|_/g, '$1 $2');
  return /\bnhs|\bmrn\b|\bchi\b|\b(patient|person|hospital|client|subject)\b.*\b(id|identifier|number|no)\b/i.test(
    text,
  );
}

/** A column "Role" holds roles of people in one kind of table and roles of systems in another: its words tell. */
function fitOfRoles(kind: TableKind, fields: readonly (string | null)[], rows: Rows): number {
  const column = fields.indexOf(kind === 'responsibilities' ? 'role' : 'holdingRole');
  if ((kind !== 'responsibilities' && kind !== 'datasets') || column < 0) return 1;
  const words = rows.map((row) => (row[column] ?? '').trim()).filter((word) => word !== '');
  const ofPeople = words.filter((word) => responsibilityRoleOf(word) !== null).length;
  const ofSystems = words.filter((word) => holdingRoleOf(word) !== null).length;
  return (kind === 'responsibilities' ? ofSystems > ofPeople : ofPeople > ofSystems) ? 0.4 : 1;
}

/** A header over two rows: where the lower has no word, the upper's stands. Null where nothing is added. */
function joinedHeader(upper: readonly string[], lower: readonly string[]): readonly string[] | null {
  const joined = lower.map((text, column) => (text.trim() !== '' ? text : (upper[column] ?? '')));
  const isFuller = joined.some((text, column) => text.trim() !== '' && lower[column]?.trim() === '');
  return isFuller ? joined : null;
}

/** From here on a header's words are sure enough to look no further. */
const sureScore = 4;
/** Rows in which a header of unknown words is looked for by what stands under it. */
const inferenceDepth = 8;

/** Finds the header row and what its rows are; null when no row reads as a header of any kind. */
export function detectTable(rows: Rows, fixed: FixedParts = {}): TableDetection | null {
  const kinds = fixed.kind ? [fixed.kind] : tableKinds;
  const from = fixed.headerIndex ?? 0;
  const to = fixed.headerIndex === undefined ? Math.min(rows.length, searchDepth) : from + 1;
  let found = candidates(rows, from, to, kinds, fixed, false);
  if ((found[0]?.score ?? 0) < sureScore && kinds.includes('log')) {
    const inferred = candidates(rows, from, Math.min(to, from + inferenceDepth), ['log'], fixed, true);
    found = [...found, ...inferred].sort(byScore);
  }
  const best = found[0] ?? (fixed.kind === undefined ? looksLikeIdentifierPair(rows) : null);
  if (!best) return null;
  const rival = found.find((c) => c.kind !== best.kind);
  const lead = rival ? Math.min(1, (best.score - rival.score) / best.score / 0.35) : 1;
  const confidence = Math.min(1, 0.35 + 0.35 * Math.min(1, best.score / 9) + 0.3 * lead);
  const { kind, headerIndex, header } = best;
  const fields = [...best.fields];
  // What the words of a log's header leave open may be told by what stands below.
  if (kind === 'log') inferLogFields(header, rows.slice(headerIndex + 1), fields);
  return { kind, confidence, headerIndex, header, fields };
}

/** Every row that reads as a header of one of the kinds, the best first. */
function candidates(
  rows: Rows,
  from: number,
  to: number,
  kinds: readonly TableKind[],
  fixed: FixedParts,
  infers: boolean,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let index = from; index < to; index += 1) {
    const row = rows[index] ?? [];
    const below = rows.slice(index + 1, index + 201);
    const joined = index > 0 ? joinedHeader(rows[index - 1] ?? [], row) : null;
    for (const kind of kinds) {
      for (const header of joined ? [row, joined] : [row]) {
        const candidate = scoreOf(header, kind, index, below, fixed, infers);
        if (candidate) found.push(candidate);
      }
    }
  }
  return found.sort(byScore);
}

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.headerIndex - b.headerIndex;
