import type { RoleCell } from '../../../../shared/model/estate';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';

/** Roles of which there is exactly one: sources that name different parties are in conflict. */
const singleRoles: ReadonlySet<ResponsibilityRole> = new Set([
  'controller',
  'information asset owner',
  'information asset administrator',
  'senior information risk owner',
  'caldicott guardian',
  'business owner',
  'it owner',
  'owner',
] as const);

/** How far the sources get on one role: by how many parties they name, and how often they leave it blank. */
export function cellState(role: ResponsibilityRole, parties: number, blanks: number): RoleCell['state'] {
  if (parties > 1 && singleRoles.has(role)) return 'conflicting';
  if (parties > 0) return 'clear';
  return blanks > 0 ? 'missing' : 'not recorded';
}
