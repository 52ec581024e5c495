import type { ReconcileRow } from '../../../shared/contract/reconcile-methods';
import { dispositions } from '../../../shared/model/vocabulary';
import { formatCount, formatDuration } from '../../strings/format';
import { t } from '../../strings/text';
import { Tag } from '../../widgets/tag';
import { TwoLines } from '../../widgets/two-lines';
import type { Column } from '../../widgets/virtual-table/table-rows';

export const flowName = (row: Pick<ReconcileRow, 'from' | 'to'>) => `${row.from} > ${row.to}`;

const numberColumn = (
  id: keyof ReconcileRow & string,
  title: string,
  isHiddenAtFirst = false,
): Column<ReconcileRow> => ({
  id,
  title,
  width: 68,
  align: 'end',
  isHiddenAtFirst,
  value: (row) => Number(row[id]),
  render: (row) => <Count of={Number(row[id])} />,
});

/** Nothing is said quietly, so that what there is stands out. */
function Count({ of }: { readonly of: number }) {
  return <span className={of === 0 ? 'count-nothing' : undefined}>{formatCount(of)}</span>;
}

/** The question first, then what cannot be told, then what went right and what is explained. */
const byWeight = [...dispositions].sort((a, b) => rank(a) - rank(b));
function rank(disposition: (typeof dispositions)[number]): number {
  const first = ['lost', 'unobservable'].indexOf(disposition);
  return first === -1 ? 2 : first;
}

const delayText = ({ maximumDelaySeconds, maximumDelayFrom }: ReconcileRow) =>
  `${formatDuration(maximumDelaySeconds)} (${t(`reconcile.delay.${maximumDelayFrom}`)})`;

/** One row a flow; the eight dispositions stand side by side because they add up to what was sent. */
export const flowColumns: readonly Column<ReconcileRow>[] = [
  {
    id: 'flow',
    title: t('reconcile.flow'),
    width: 190,
    isSticky: true,
    value: flowName,
    text: (row) => (row.from.length > row.to.length ? row.from : `→ ${row.to}`),
    render: (row) => <TwoLines first={row.from} second={`→ ${row.to}`} />,
  },
  { id: 'from', title: t('map.from'), width: 180, isHiddenAtFirst: true, value: (row) => row.from },
  { id: 'to', title: t('map.to'), width: 180, isHiddenAtFirst: true, value: (row) => row.to },
  numberColumn('sent', t('disposition.sent')),
  ...byWeight.map(
    (disposition): Column<ReconcileRow> => ({
      id: disposition,
      title: t(`disposition.${disposition}`),
      width: 68,
      align: 'end',
      value: (row) => row[disposition],
      // The mark of its tag takes room beside the number.
      ...(disposition === 'lost' && { text: (row) => `✕ \u2002${formatCount(row.lost)}` }),
      render: (row) =>
        disposition === 'lost' && row.lost > 0 ? (
          <Tag tone="bad" isBare>
            {formatCount(row.lost)}
          </Tag>
        ) : (
          <Count of={row[disposition]} />
        ),
    }),
  ),
  numberColumn('received', t('map.received')),
  numberColumn('extra', t('disposition.extra')),
  numberColumn('stuck', t('disposition.stuck')),
  numberColumn('receivedAgain', t('reconcile.receivedAgain'), true),
  numberColumn('acknowledgedLost', t('reconcile.acknowledgedLost'), true),
  {
    id: 'declared',
    title: t('map.declared'),
    width: 120,
    value: (row) => (row.isDeclared ? t('map.yes') : t('map.no')),
  },
  { id: 'expectation', title: t('reconcile.expectation'), width: 110, value: (row) => row.expectation },
  { id: 'matchedBy', title: t('reconcile.matchedBy'), width: 150, value: (row) => row.matchedBy },
  {
    id: 'maximumDelay',
    title: t('reconcile.maximumDelay'),
    width: 170,
    align: 'end',
    value: (row) => row.maximumDelaySeconds,
    said: delayText,
    text: delayText,
    render: delayText,
  },
  {
    id: 'notes',
    title: t('reconcile.notes'),
    width: 320,
    grows: false,
    value: (row) => row.notes.join(' · '),
  },
];
