import type { OwnerRow } from '../../../shared/contract/estate-methods';
import type { ResponsibilityRole } from '../../../shared/model/vocabulary';
import { showEvidence } from '../../state/evidence-store';
import { t } from '../../strings/text';
import { Tag, ToneShape } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { cellOf, citationsOf, inShort, partiesText, toneInShort } from './owner-rows';
import { stateTones } from './state-tone';

/** Dataset and system stay in sight; then the state of the whole row, then a column a role. */
export function ownerColumns(roles: readonly ResponsibilityRole[]): readonly Column<OwnerRow>[] {
  return [
    { id: 'dataset', title: t('owners.dataset'), width: 170, isSticky: true, value: (row) => row.dataset },
    { id: 'system', title: t('owners.system'), width: 180, isSticky: true, value: (row) => row.system },
    {
      id: 'state',
      title: t('owners.state'),
      width: 250,
      value: inShort,
      render: (row) => <Tag tone={stateTones[toneInShort(row)]}>{inShort(row)}</Tag>,
    },
    { id: 'heldAs', title: t('owners.role'), width: 140, value: (row) => row.role },
    ...roles.map(
      (role): Column<OwnerRow> => ({
        id: role,
        title: t(`role.${role}`),
        width: 196,
        grows: true,
        value: (row) => {
          const cell = cellOf(row, role);
          const parties = partiesText(cell);
          return cell.state === 'clear'
            ? parties
            : [t(`state.${cell.state}`), parties].filter(Boolean).join(': ');
        },
        render: (row) => <RoleCellButton row={row} role={role} />,
      }),
    ),
  ];
}

/** State by shape and word, who is named, and on click the very lines. The row's panel is the keyboard's way. */
function RoleCellButton({ row, role }: { readonly row: OwnerRow; readonly role: ResponsibilityRole }) {
  const cell = cellOf(row, role);
  const citations = citationsOf(cell);
  const parties = partiesText(cell);
  const word = t(`state.${cell.state}`);
  const subject = t('owners.copyCell', { role: t(`role.${role}`), dataset: row.dataset, system: row.system });
  const content = (
    <>
      <ToneShape tone={stateTones[cell.state]} />
      {cell.state === 'clear' ? (
        <span className="truncate">
          <span className="visually-hidden">{word}: </span>
          {parties}
        </span>
      ) : (
        <span className="truncate">
          <span className={`role-cell__word role-cell__word--${stateTones[cell.state]}`}>{word}</span>
          {parties !== '' && `: ${parties}`}
        </span>
      )}
    </>
  );
  if (citations.length === 0) return <span className="role-cell">{content}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="role-cell role-cell--button"
      title={parties === '' ? word : parties}
      onClick={() => showEvidence(subject, citations)}
    >
      {content}
    </button>
  );
}
