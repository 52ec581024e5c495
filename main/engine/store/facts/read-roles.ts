import type { Responsibility, RoleCell } from '../../../../shared/model/estate';
import type { PartyId } from '../../../../shared/model/ids';
import { type ResponsibilityRole, responsibilityRoles } from '../../../../shared/model/vocabulary';
import type { Database } from '../database';
import type { Assertions } from './assertions';
import { cellState } from './role-cells';
import { partedByTime, tenureOf } from './tenures';

/** Who holds which role, by the subject's kind and id as it is read ("system 3"); `names` are the parties'. */
export function readRoles(
  db: Database,
  assertions: Assertions,
  names: ReadonlyMap<number, string>,
): ReadonlyMap<string, readonly RoleCell[]> {
  type Roles = Map<ResponsibilityRole, { parties: Responsibility[]; blanks: RoleCell['blanks'][number][] }>;
  const held = new Map<string, Roles>();
  for (const row of db.all<{
    id: number;
    subject_kind: string;
    subject_id: number;
    role: ResponsibilityRole;
    party_id: PartyId | null;
  }>('SELECT * FROM responsibility ORDER BY subject_kind, subject_id, role, id')) {
    const said = assertions.of('responsibility', row.id);
    const citations = said.map((a) => a.citation);
    if (citations.length === 0) continue;
    const subject = assertions.items.subject(row.subject_kind, row.subject_id);
    const key = `${subject.kind} ${subject.kind === 'party' ? assertions.parties.of(subject.id) : subject.id}`;
    const byRole: Roles = held.get(key) ?? new Map();
    held.set(key, byRole);
    const cell = byRole.get(row.role) ?? { parties: [], blanks: [] };
    byRole.set(row.role, cell);
    if (row.party_id === null) cell.blanks.push(...citations);
    else {
      const id = assertions.parties.of(row.party_id) as PartyId;
      const partyName = names.get(id) ?? '';
      const known = cell.parties.findIndex(({ party }) => party === id);
      const before = cell.parties[known];
      const dated = said.flatMap((one) => tenureOf(one) ?? []);
      const tenures = [...(before?.tenures ?? []), ...dated];
      const held: Responsibility = {
        role: row.role,
        party: id,
        partyName,
        citations: [...(before?.citations ?? []), ...citations],
        ...(tenures.length > 0 ? { tenures } : {}),
      };
      if (before) cell.parties[known] = held;
      else cell.parties.push(held);
    }
  }
  const cells = new Map<string, readonly RoleCell[]>();
  for (const [key, byRole] of held) {
    cells.set(
      key,
      responsibilityRoles.flatMap((role): RoleCell[] => {
        const cell = byRole.get(role);
        if (!cell) return [];
        cell.parties.sort((a, b) => a.partyName.localeCompare(b.partyName, 'en'));
        const { parties: now, former } = partedByTime(cell.parties);
        const state = cellState(role, now.length, cell.blanks.length);
        const before = former.length > 0 ? { former } : {};
        return [{ role, state, parties: now, ...before, blanks: cell.blanks }];
      }),
    );
  }
  return cells;
}
