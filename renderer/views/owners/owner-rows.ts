import type { OwnerRow } from '../../../shared/contract/estate-methods';
import type { Citation } from '../../../shared/model/citation';
import type { RoleCell } from '../../../shared/model/estate';
import { type ResponsibilityRole, responsibilityRoles } from '../../../shared/model/vocabulary';

export type CellState = RoleCell['state'];

/** A role that a row says nothing about is a question no source has. */
export function cellOf(row: OwnerRow, role: ResponsibilityRole): RoleCell {
  return (
    row.cells.find((cell) => cell.role === role) ?? { role, state: 'not recorded', parties: [], blanks: [] }
  );
}

/** Everyone named in a cell, each once; several in conflict stand beside each other. */
export function partiesText(cell: RoleCell): string {
  return [...new Set(cell.parties.map((party) => party.partyName))].join(' | ');
}

export function citationsOf(cell: RoleCell): readonly Citation[] {
  return [...cell.parties.flatMap((party) => party.citations), ...cell.blanks];
}

/** Roles that at least one source mentions, in the vocabulary's order. */
export function rolesInUse(rows: readonly OwnerRow[]): readonly ResponsibilityRole[] {
  return responsibilityRoles.filter((role) => rows.some((row) => cellOf(row, role).state !== 'not recorded'));
}

/** A row in which somebody has to be found or chosen. */
export function hasGap(row: OwnerRow): boolean {
  return row.state !== 'clear' || row.role === 'conflicting';
}

export function countStates(rows: readonly OwnerRow[]) {
  const count = (state: OwnerRow['state']) => rows.filter((row) => row.state === state).length;
  return { clear: count('clear'), missing: count('missing'), conflicting: count('conflicting') };
}

export const rowKey = (row: OwnerRow) => `${row.dataset}\u0000${row.system}`;
