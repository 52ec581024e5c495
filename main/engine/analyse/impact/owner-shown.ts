import type { ImpactNode } from '../../../../shared/contract/analysis-methods';
import type { RoleCell, System } from '../../../../shared/model/estate';
import { ownerOf } from '../ownership/ownership';

export type OwnerShown = Pick<ImpactNode, 'owner' | 'ownerState'>;

export const shownOwner = (name: string | null): OwnerShown => ({
  owner: name,
  ownerState: name === null ? 'not recorded' : 'named',
});

export function ownerOfSystem(system: System | undefined): OwnerShown {
  if (system === undefined) return shownOwner(null);
  const { name, state } = ownerOf(system);
  return name === null && state === 'missing' ? { owner: null, ownerState: 'missing' } : shownOwner(name);
}

/** The parties of the cell that answers, of cells asked in this order; missing where only blanks stand in them. */
export function ownerInCells(cells: readonly RoleCell[]): OwnerShown {
  const named = cells.find((cell) => cell.parties.length > 0);
  if (named) return shownOwner([...new Set(named.parties.map((party) => party.partyName))].join(' | '));
  return cells.some((cell) => cell.state === 'missing')
    ? { owner: null, ownerState: 'missing' }
    : shownOwner(null);
}
