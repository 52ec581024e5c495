import { meaningsOf } from '../plan/field-dictionary';
import { isBlank } from '../vocabulary/blank';
import type { RowAccess } from './row-access';

/** From when and until when, as the sheet writes the dates. */
export interface WrittenTenure {
  readonly from?: string;
  readonly until?: string;
}

/** "IAO since", "Owner (until)": a role of the row, and the end of its time. */
const ofRole =
  /^(.+?)[\s:,(-]*\b(?:(since|valid from|from|start(?:ed)?(?: date)?|appointed)|(valid to|to|until|end(?:ed)?(?: date)?|left))\)?$/i;

/** The times that columns of a wide sheet give for the roles beside them, by the role's field. */
export function roleTenures(row: RowAccess): ReadonlyMap<string, WrittenTenure> {
  const found = new Map<string, WrittenTenure>();
  for (const [header, value] of row.attributes()) {
    const [, role, from, until] = ofRole.exec(header.trim()) ?? [];
    if (role === undefined || isBlank(value)) continue;
    const field = meaningsOf(role, 'systems').find((meaning) => row.has(meaning.field))?.field;
    if (field === undefined) continue;
    const known = found.get(field) ?? {};
    if (from !== undefined) found.set(field, { ...known, from: value });
    else if (until !== undefined) found.set(field, { ...known, until: value });
  }
  return found;
}

/** The time of the one role that a row of a register is about. */
export function rowTenure(row: RowAccess): WrittenTenure {
  const [from, until] = [row.cell('validFrom'), row.cell('validTo')];
  return { ...(isBlank(from) ? {} : { from }), ...(isBlank(until) ? {} : { until }) };
}
