import { type TableKind, tableKinds } from '../../../../shared/model/mapping';
import { fieldsOfKind, headerKey, meaningsOf } from './field-dictionary';

export interface TableDetection {
  readonly kind: TableKind;
  /** 0 to 1: how much of the header is understood, and by how much this kind beats the next. */
  readonly confidence: number;
  /** Index into the rows that were looked at. */
  readonly headerIndex: number;
  /** Column index -> canonical field or null. */
  readonly fields: readonly (string | null)[];
}

/** Header rows are looked for this far down: the ICO's template has its header on row 9. */
const searchDepth = 40;

interface Candidate {
  readonly kind: TableKind;
  readonly score: number;
  readonly share: number;
  readonly headerIndex: number;
  readonly fields: readonly (string | null)[];
}

/**
 * Gives each column of a header at most one field of the kind, the surest meaning first; a field is given
 * once. Columns without a meaning stay null and are kept as attributes.
 */
export function assignFields(header: readonly string[], kind: TableKind): readonly (string | null)[] {
  const known = new Set(fieldsOfKind[kind].map((f) => f.field));
  const options = header
    .flatMap((text, column) => meaningsOf(text, kind).map((meaning) => ({ column, ...meaning })))
    .filter((option) => known.has(option.field))
    .sort((a, b) => b.weight - a.weight || a.column - b.column);
  const fields: (string | null)[] = header.map(() => null);
  const taken = new Set<string>();
  for (const option of options) {
    if (fields[option.column] === null && !taken.has(option.field)) {
      fields[option.column] = option.field;
      taken.add(option.field);
    }
  }
  return fields;
}

function missesRequired(kind: TableKind, fields: ReadonlySet<string>): boolean {
  if (kind === 'crosswalk') {
    return !(
      (fields.has('current') && fields.has('superseded')) ||
      (fields.has('record') && fields.size > 1)
    );
  }
  if (kind === 'log') {
    const who = fields.has('record') || fields.has('message') || fields.has('system') || fields.has('peer');
    return !fields.has('event') || !(fields.has('time') || who);
  }
  if (kind === 'extract') return !fields.has('record');
  if (kind === 'controls') {
    return !(fields.has('control') && fields.has('state') && (fields.has('system') || fields.has('source')));
  }
  if (kind === 'responsibilities') {
    return !(
      fields.has('party') &&
      fields.has('role') &&
      (fields.has('system') || fields.has('dataset') || fields.has('source'))
    );
  }
  if (kind === 'sites')
    return !fields.has('site') || !(fields.has('dependsOn') || fields.has('kind') || fields.has('host'));
  return fieldsOfKind[kind].some((f) => f.isRequired && !fields.has(f.field));
}

function scoreOf(header: readonly string[], kind: TableKind, headerIndex: number): Candidate | null {
  const named = header.filter((text) => text.trim() !== '');
  if (named.length < 2 || new Set(named.map(headerKey)).size < named.length * 0.6) return null;
  const fields = assignFields(header, kind);
  const given = new Set(fields.filter((f) => f !== null));
  if (missesRequired(kind, given)) return null;
  let weight = 0;
  header.forEach((text, column) => {
    const found = meaningsOf(text, kind).find((m) => m.field === fields[column]);
    if (found) weight += found.weight;
  });
  // Logs and extracts rightly carry many columns of their own; inventories are understood column by column.
  const share = given.size / named.length;
  const openEnded = kind === 'log' || kind === 'extract';
  let score = weight * (openEnded ? 0.6 + 0.4 * share : Math.sqrt(share));
  if (kind === 'log' && given.has('time')) score += 2;
  if (kind === 'extract') score *= 0.45;
  // Names and codes of organisations stand in many inventories: only a table of nothing else is a list of them.
  if (kind === 'organisations') score *= 0.75;
  if (kind === 'crosswalk') score *= named.length <= 5 ? 1.6 : 0.5;
  return { kind, score, share, headerIndex, fields };
}

/** Finds the header row and what its rows are; null when no row reads as a header of any kind. */
export function detectTable(
  rows: readonly (readonly string[])[],
  fixed: { readonly kind?: TableKind; readonly headerIndex?: number } = {},
): TableDetection | null {
  const kinds = fixed.kind ? [fixed.kind] : tableKinds;
  const found: Candidate[] = [];
  const from = fixed.headerIndex ?? 0;
  const to = fixed.headerIndex === undefined ? Math.min(rows.length, searchDepth) : from + 1;
  for (let index = from; index < to; index += 1) {
    for (const kind of kinds) {
      const candidate = scoreOf(rows[index] ?? [], kind, index);
      if (candidate) found.push(candidate);
    }
  }
  found.sort((a, b) => b.score - a.score || a.headerIndex - b.headerIndex);
  const best = found[0];
  if (!best) return null;
  const rival = found.find((c) => c.kind !== best.kind);
  const lead = rival ? Math.min(1, (best.score - rival.score) / best.score / 0.35) : 1;
  const confidence = Math.min(1, 0.35 + 0.35 * Math.min(1, best.score / 9) + 0.3 * lead);
  return { kind: best.kind, confidence, headerIndex: best.headerIndex, fields: best.fields };
}
