import type { OwnerRow, SystemRow } from '../../../../shared/contract/estate-methods';
import type { Citation } from '../../../../shared/model/citation';
import type { Estate, Holding, Responsibility, RoleCell, System } from '../../../../shared/model/estate';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { cellState } from '../../store/facts/role-cells';
import { cellOn, partedByTime } from '../../store/facts/tenures';
import { isPersonOrOffice } from '../../store/names/party-name';

/** Who is named first when one owner has to be shown: the plainest claim to the system itself. */
const ownerRoles: readonly ResponsibilityRole[] = [
  'owner',
  'business owner',
  'information asset owner',
  'it owner',
];

export interface SystemOwner {
  readonly name: string | null;
  readonly state: 'clear' | 'missing' | 'conflicting' | 'not recorded';
  readonly role: ResponsibilityRole | null;
}

/**
 * The one owner to show for a system, by now or on a day (ISO). Several that differ are shown together and called
 * conflicting.
 */
export function ownerOf(system: System, day?: string): SystemOwner {
  const held = system.responsibilities.map((cell) => (day === undefined ? cell : cellOn(cell, day)));
  const cells = ownerRoles.flatMap((role) => held.filter((cell) => cell.role === role));
  const named = cells.find((cell) => cell.parties.length > 0);
  if (named) {
    const name = named.parties.map((p) => p.partyName).join(' | ');
    return { name, state: named.state === 'conflicting' ? 'conflicting' : 'clear', role: named.role };
  }
  return { name: null, state: cells.length > 0 ? 'missing' : 'not recorded', role: null };
}

/**
 * The organisation a system belongs to: as an inventory says, else its owner where that is undisputed and no
 * person or office.
 */
export function organisationOf(system: System): string | null {
  if (system.organisation.value !== null) return system.organisation.value;
  const owner = ownerOf(system);
  return owner.state === 'clear' && owner.name !== null && !isPersonOrOffice(owner.name) ? owner.name : null;
}

/** One row a system, in order of name. */
export function systemRows(estate: Estate): readonly SystemRow[] {
  const datasets = new Map<number, string[]>();
  for (const holding of estate.holdings.values()) {
    const name = estate.datasets.get(holding.dataset)?.name;
    if (name === undefined || holding.citations.length === 0) continue;
    datasets.set(holding.system, [...(datasets.get(holding.system) ?? []), name]);
  }
  return [...estate.systems.values()]
    .filter((system) => system.citations.length > 0)
    .map((system) => {
      const owner = ownerOf(system);
      return {
        id: system.id,
        name: system.name,
        owner: owner.name,
        ownerState: owner.state,
        supplier: system.supplier.value ?? joined(system.supplier.claims),
        site: system.site.value ?? joined(system.site.claims),
        datasets: [...new Set(datasets.get(system.id) ?? [])].sort(),
        declared: system.isDeclared,
        sources: [...new Set(system.citations.map(showCitation))],
        otherNames: system.otherNames.map(({ name }) => name),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const joined = (claims: readonly { readonly value: string }[]): string | null =>
  claims.length === 0 ? null : [...new Set(claims.map((c) => c.value))].join(' | ');

/** A citation as scripts and tables show it: file and line, or the person who said it. */
export const showCitation = (citation: Citation): string =>
  citation.sourceId === null
    ? `${citation.author ?? 'a person'} (statement)`
    : `${citation.file}:${citation.line}`;

/** The owners matrix: one row for each dataset in a system that a source declares, in order of names. */
export function ownerRows(estate: Estate): readonly OwnerRow[] {
  const rows: OwnerRow[] = [];
  const placed = new Set<number>();
  for (const holding of estate.holdings.values()) {
    const dataset = estate.datasets.get(holding.dataset);
    const system = estate.systems.get(holding.system);
    if (!dataset || !system || holding.citations.length === 0) continue;
    placed.add(dataset.id);
    const cells = mergeCells(holding.responsibilities, dataset.responsibilities);
    rows.push({
      dataset: dataset.name,
      system: system.name,
      role: holding.role.value ?? holding.role.state,
      cells,
      ofSystem: system.responsibilities,
      state: stateOf(cells, holding),
      citations: holding.citations,
    });
  }
  // A dataset that no source places anywhere still has its responsibilities.
  for (const dataset of estate.datasets.values()) {
    if (placed.has(dataset.id) || dataset.responsibilities.length === 0) continue;
    const cells = mergeCells(dataset.responsibilities, []);
    rows.push({
      dataset: dataset.name,
      system: 'not recorded',
      role: 'not recorded',
      cells,
      ofSystem: [],
      state: stateOf(cells, null),
      citations: dataset.citations,
    });
  }
  return rows.sort(
    (a, b) => a.dataset.localeCompare(b.dataset, 'en') || a.system.localeCompare(b.system, 'en'),
  );
}

/**
 * What is said of a dataset in one system, and what is said of the dataset wherever it is held, as one: who
 * differs in a role that only one can have is in conflict. The two roles that every row must answer are
 * always there.
 */
export function mergeCells(own: readonly RoleCell[], ofDataset: readonly RoleCell[]): readonly RoleCell[] {
  const cells = new Map<ResponsibilityRole, RoleCell>();
  for (const role of ['controller', 'information asset owner'] as const) {
    cells.set(role, { role, state: 'not recorded', parties: [], blanks: [] });
  }
  for (const cell of [...own, ...ofDataset]) {
    const before = cells.get(cell.role);
    cells.set(cell.role, before === undefined ? cell : joinedCell(before, cell));
  }
  return [...cells.values()];
}

/** Two answers to one question as one: who differs in a role of which there is one is in conflict. */
export function joinedCell(a: RoleCell, b: RoleCell): RoleCell {
  const held = new Map<number, Responsibility>();
  for (const one of [a, b].flatMap((cell) => [...cell.parties, ...(cell.former ?? [])])) {
    const before = held.get(one.party);
    const tenures = [...(before?.tenures ?? []), ...(one.tenures ?? [])];
    const citations = [...(before?.citations ?? []), ...one.citations];
    held.set(one.party, { ...one, citations, ...(tenures.length > 0 ? { tenures } : {}) });
  }
  const { parties, former } = partedByTime([...held.values()]);
  const blanks = [...a.blanks, ...b.blanks];
  const state = cellState(a.role, parties.length, blanks.length);
  return { role: a.role, state, parties, ...(former.length > 0 ? { former } : {}), blanks };
}

/**
 * A row is clear when its controller is: the role that the law (UK GDPR article 4(7)) hangs accountability
 * on. Any role that sources dispute makes the row conflicting.
 */
function stateOf(cells: readonly RoleCell[], holding: Holding | null): OwnerRow['state'] {
  if (cells.some((cell) => cell.state === 'conflicting') || holding?.role.state === 'conflicting')
    return 'conflicting';
  const controllers = cells.filter((cell) => cell.role === 'controller' || cell.role === 'joint controller');
  return controllers.some((cell) => cell.state === 'clear') ? 'clear' : 'missing';
}
