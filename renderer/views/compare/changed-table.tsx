import { Scale, X } from 'lucide-react';
import { useState } from 'react';
import type { ChangedField, Holdings } from '../../../shared/contract/reconcile-methods';
import { copyText } from '../../state/clipboard';
import { goTo } from '../../state/navigation-store';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { SplitPane } from '../../widgets/split-pane';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

const changedColumns: readonly Column<ChangedField>[] = [
  { id: 'field', title: t('compare.field'), width: 180, value: (row) => row.field },
  { id: 'kind', title: t('compare.changedHow'), width: 150, value: (row) => t(`compare.how.${row.kind}`) },
  {
    id: 'count',
    title: t('compare.records'),
    width: 100,
    align: 'end',
    value: (row) => row.count,
    render: (row) => formatCount(row.count),
  },
  {
    id: 'examples',
    title: t('compare.examples'),
    width: 480,
    grows: true,
    value: (row) => row.examples.map(({ record, a, b }) => `${record}: ${a} → ${b}`).join(' · '),
  },
];

/** The lists and logs that were compared. */
export const filesOf = ({ citationsA, citationsB }: Holdings) =>
  [...new Set([...citationsA, ...citationsB].map(({ file }) => file))].join(', ');

const keyOf = (row: ChangedField) => `${row.field} ${row.kind}`;

/** What changed on the way, field by field; one opens to records in which it did. */
export function ChangedTable({ holdings }: { readonly holdings: Holdings }) {
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = holdings.changed.find((row) => keyOf(row) === openKey) ?? null;
  return (
    <SplitPane
      label={t('common.resizePanel')}
      direction="row"
      size={400}
      least={280}
      leastFirst={320}
      first={
        <VirtualTable
          label={t('compare.changedFields')}
          rows={holdings.changed}
          columns={changedColumns}
          rowKey={keyOf}
          openKey={openKey}
          onOpen={(row) => setOpenKey(keyOf(row))}
          onCopy={copyText}
          citation={() => filesOf(holdings)}
          empty={<EmptyState icon={Scale} title={t('compare.nothingChanged')} />}
        />
      }
      second={open === null ? null : <Examples row={open} onClose={() => setOpenKey(null)} />}
    />
  );
}

function Examples({ row, onClose }: { readonly row: ChangedField; readonly onClose: () => void }) {
  const title = t('compare.changedExamples', { field: row.field, how: t(`compare.how.${row.kind}`) });
  return (
    <aside className="compare__examples" aria-label={title}>
      <header className="compare__examples-header">
        <h2>{title}</h2>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <p className="compare__examples-count">{t('compare.changedCount', { count: row.count })}</p>
      <dl className="compare__examples-list">
        {row.examples.map(({ record, a, b }) => (
          <div key={record}>
            <dt>
              <button
                type="button"
                className="citations__link mono"
                onClick={() => goTo('records', { text: record })}
              >
                {record}
              </button>
            </dt>
            <dd>{a}</dd>
            <dd>{`→ ${b}`}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
