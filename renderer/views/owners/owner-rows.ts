import type { OwnerRow } from '../../../shared/contract/estate-methods';
import type { Citation } from '../../../shared/model/citation';
import type { Responsibility, RoleCell } from '../../../shared/model/estate';
import { type ResponsibilityRole, responsibilityRoles } from '../../../shared/model/vocabulary';
import { formatDay } from '../../strings/format';
import { t } from '../../strings/text';

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

/** From when and until when, for each time that a source dates; empty where none does. */
export function heldText({ tenures = [] }: Responsibility): string {
  return tenures
    .map(({ from, until }) => {
      if (from === null) return until === null ? '' : t('owners.heldUntil', { until: formatDay(until) });
      if (until === null) return t('owners.heldSince', { from: formatDay(from) });
      return t('owners.heldBetween', { from: formatDay(from), until: formatDay(until) });
    })
    .join('; ');
}

export function citationsOf(cell: RoleCell): readonly Citation[] {
  return [...cell.parties.flatMap((party) => party.citations), ...cell.blanks];
}

/** Roles that at least one source mentions, in the vocabulary's order. */
export function rolesInUse(rows: readonly OwnerRow[]): readonly ResponsibilityRole[] {
  return responsibilityRoles.filter((role) => rows.some((row) => cellOf(row, role).state !== 'not recorded'));
}

/** A row in which somebody has to be found or chosen: also in a role beside the controller. */
export function hasGap(row: OwnerRow): boolean {
  return row.state !== 'clear' || row.role === 'conflicting' || blankRoles(row).length > 0;
}

const rolesOf = (row: OwnerRow, state: CellState) =>
  row.cells.filter((cell) => cell.state === state).map(({ role }) => role);

/** Roles for which a source has a place and leaves it blank. */
const blankRoles = (row: OwnerRow) => rolesOf(row, 'missing');

/**
 * What a row's state says, in words that name what is there and what is not: the state itself speaks of the
 * controller only, and "clear" beside a blank owner would read as a contradiction.
 */
export function inShort(row: OwnerRow): string {
  if (row.state === 'missing') return t('owners.short.missing');
  if (row.state === 'clear') {
    const count = blankRoles(row).length;
    return count === 0 ? t('owners.short.clear') : t('owners.short.clearBlank', { count });
  }
  const roles = rolesOf(row, 'conflicting').map((role) => t(`role.${role}`));
  if (row.role === 'conflicting') roles.push(t('owners.role'));
  return t('owners.short.disputed', { roles: roles.join(', ') });
}

/** The tone of those words: a controller named beside blanks is no all-clear. */
export function toneInShort(row: OwnerRow): CellState {
  return row.state === 'clear' && blankRoles(row).length > 0 ? 'not recorded' : row.state;
}

/** What sources say of a row's controller alone: a row is in dispute for any role, which says nothing of this one. */
function controllerState(row: OwnerRow): OwnerRow['state'] {
  const states = (['controller', 'joint controller'] as const).map((role) => cellOf(row, role).state);
  if (states.includes('conflicting')) return 'conflicting';
  return states.includes('clear') ? 'clear' : 'missing';
}

/** "Controller: 21 named · 2 not named · …", and apart from it the rows with a dispute about something else. */
export function summaryOf(rows: readonly OwnerRow[]): string {
  const states = rows.map(controllerState);
  const count = (state: OwnerRow['state']) => states.filter((one) => one === state).length;
  const others = rows.filter((row, at) => row.state === 'conflicting' && states[at] !== 'conflicting').length;
  const summary = t('owners.summary', {
    clear: count('clear'),
    missing: count('missing'),
    conflicting: count('conflicting'),
  });
  return others === 0 ? summary : `${summary} · ${t('owners.summaryOthers', { count: others })}`;
}

export const rowKey = (row: OwnerRow) => `${row.dataset}\u0000${row.system}`;
