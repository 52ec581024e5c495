import type { OwnerRow } from '../../../../shared/contract/estate-methods';
import type { RoleCell } from '../../../../shared/model/estate';
import type { ResponsibilityRole } from '../../../../shared/model/vocabulary';
import { linesOf } from '../../analyse/evidence-lines';
import { linesCell, linesText, strongCell, textCell } from '../document/cells';
import { prose } from '../document/prose';
import type { Block, Cell, Rating } from '../document/report-document';
import { counted } from '../document/words';
import type { SectionMaker } from './section-input';

/** Each role a column of its own: they are never merged. */
const columns: readonly { readonly title: string; readonly roles: readonly ResponsibilityRole[] }[] = [
  { title: 'Controller', roles: ['controller', 'joint controller'] },
  { title: 'Processor', roles: ['processor', 'sub-processor'] },
  { title: 'Information asset owner', roles: ['information asset owner'] },
  { title: 'Host', roles: ['host'] },
];

/** A row's state speaks of its controller; the words say so, because other roles may be blank beside it. */
const states: Readonly<Record<OwnerRow['state'], readonly [Rating, string]>> = {
  clear: ['green', 'Named'],
  missing: ['red', 'Not named'],
  conflicting: ['amber', 'Disputed'],
};

/** Who controls, processes, owns and hosts each dataset, and who owns each system, each with its source. */
export const ownersSection: SectionMaker<'owners'> = ({ facts }, { rows }) => {
  const all = facts.owners();
  const held = rows === 'all' ? all : all.filter(({ state }) => state !== 'clear');
  const systems =
    rows === 'all' ? facts.systems() : facts.systems().filter(({ ownerState }) => ownerState !== 'clear');
  const left = all.length - held.length;
  const blocks: Block[] = [];
  if (left > 0) {
    const words = `${counted(left, 'dataset in a system is', 'datasets in systems are')} with a controller that no source disputes, and not listed.`;
    blocks.push({ kind: 'paragraph', tone: 'body', text: prose(words) });
  }
  if (held.length > 0) {
    blocks.push({
      kind: 'table',
      caption: 'Datasets in systems: one role a column, every source that names a party',
      columns: [
        { title: 'Dataset', points: 96 },
        { title: 'System', points: 104 },
        { title: 'The system is its', points: 84 },
        { title: 'Controller is', points: 74 },
        ...columns.map(({ title }) => ({ title, share: 1 })),
      ],
      rows: held.map((row): readonly Cell[] => {
        const [rating, word] = states[row.state];
        return [
          strongCell(row.dataset),
          textCell(row.system),
          textCell(row.role),
          { text: [], rating, word },
          ...columns.map(({ roles }) => textCell(roleText(row.cells, roles))),
        ];
      }),
    });
  }
  if (systems.length > 0) {
    blocks.push({
      kind: 'table',
      caption: rows === 'all' ? 'Systems and their owners' : 'Systems without one undisputed owner',
      columns: [
        { title: 'System', points: 170 },
        { title: 'Owner on record', share: 1 },
        { title: 'Owner is', points: 96 },
        { title: 'Supplier', points: 130 },
        { title: 'Site', points: 130 },
        { title: 'Where it stands', points: 120 },
      ],
      rows: systems.map((row) => {
        const system = [...facts.estate.systems.values()].find(({ id }) => id === row.id);
        const [rating, word]: readonly [Rating, string] =
          row.ownerState === 'not recorded' ? ['unknown', 'Not recorded'] : states[row.ownerState];
        return [
          strongCell(row.name),
          textCell(row.owner ?? 'none'),
          { text: [], rating, word },
          textCell(row.supplier ?? 'not recorded'),
          textCell(row.site ?? 'not recorded'),
          linesCell(linesOf(system?.citations ?? []), 2),
        ];
      }),
    });
  }
  if (blocks.length === 0) return null;
  return { kind: 'owners', title: 'Who is responsible', isLandscape: true, isOnePage: false, blocks };
};

function roleText(cells: readonly RoleCell[], roles: readonly ResponsibilityRole[]): string {
  const found = cells.filter(({ role }) => roles.includes(role));
  const parties = found.flatMap(({ role, parties: named }) =>
    named.map(({ partyName, citations }) => {
      const own = role === roles[0] ? '' : ` (${role})`;
      return `${partyName}${own} (${linesText(linesOf(citations).slice(0, 1), 1)})`;
    }),
  );
  if (parties.length > 0) {
    const isDisputed = found.some(({ state }) => state === 'conflicting');
    return `${isDisputed ? 'Disputed: ' : ''}${parties.join('; ')}`;
  }
  return found.some(({ state }) => state === 'missing') ? 'Left blank' : 'Not recorded';
}
