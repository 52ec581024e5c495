import { Scale } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HeldAt, Holdings } from '../../../shared/contract/reconcile-methods';
import { PatternsTable } from '../../analysis/patterns-table';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { goTo } from '../../state/navigation-store';
import { formatCount } from '../../strings/format';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { Tabs } from '../../widgets/tabs';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { ChangedTable, filesOf } from './changed-table';
import { SidesTable } from './sides-table';

type Tab = 'onlyA' | 'onlyB' | 'changed' | 'patterns';

/** Both sides in numbers, then the records and fields behind each number. */
export function HoldingsResult({ holdings }: { readonly holdings: Holdings }) {
  const { a, b } = holdings;
  const [tab, setTab] = useState<Tab>('onlyA');
  const patterns = holdings.patterns ?? [];
  return (
    <>
      <SidesTable holdings={holdings} />
      {holdings.notes.length > 0 && (
        <div className="compare__notes">
          {holdings.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      <Tabs
        label={t('compare.systems')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'onlyA',
            title: t('compare.onlyIn', { system: a }),
            count: formatCount(holdings.onlyACount),
          },
          {
            value: 'onlyB',
            title: t('compare.onlyIn', { system: b }),
            count: formatCount(holdings.onlyBCount),
          },
          {
            value: 'changed',
            title: t('compare.changedFields'),
            count: formatCount(holdings.changed.length),
          },
          { value: 'patterns', title: t('losses.patterns'), count: formatCount(patterns.length) },
        ]}
      >
        {tab === 'onlyA' && (
          <RecordsTable
            label={t('compare.onlyIn', { system: a })}
            records={holdings.onlyA}
            at={holdings.onlyAAt}
          />
        )}
        {tab === 'onlyB' && (
          <RecordsTable
            label={t('compare.onlyIn', { system: b })}
            records={holdings.onlyB}
            at={holdings.onlyBAt}
          />
        )}
        {tab === 'changed' && <ChangedTable holdings={holdings} />}
        {tab === 'patterns' && (
          <div className="compare__patterns">
            {patterns.length === 0 ? (
              <p>{t('compare.noPattern')}</p>
            ) : (
              <PatternsTable
                name={`${t('losses.patterns')} ${a} ${b}`}
                patterns={patterns}
                citation={filesOf(holdings)}
              />
            )}
          </div>
        )}
      </Tabs>
    </>
  );
}

interface RecordsTableProps {
  readonly label: string;
  readonly records: readonly string[];
  readonly at: readonly HeldAt[];
}

interface HeldRecord {
  readonly record: string;
  readonly held: HeldAt | null;
}

function RecordsTable({ label, records, at }: RecordsTableProps) {
  const toCitations = useLineCitations();
  const rows = useMemo<readonly HeldRecord[]>(() => {
    const places = new Map(at.map((held) => [held.record, held]));
    return records.map((record) => ({ record, held: places.get(record) ?? null }));
  }, [records, at]);
  const columns = useMemo<readonly Column<HeldRecord>[]>(
    () => [
      {
        id: 'record',
        title: t('message.record'),
        width: 240,
        value: (row) => row.record,
        render: (row) => <span className="mono">{row.record}</span>,
      },
      {
        id: 'line',
        title: t('message.line'),
        width: 360,
        grows: true,
        value: (row) => (row.held === null ? null : `${row.held.file}:${row.held.line}`),
        render: (row) =>
          row.held !== null && <CitationLinks subject={row.record} citations={toCitations([row.held])} />,
      },
    ],
    [toCitations],
  );
  return (
    <VirtualTable
      label={label}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.record}
      onOpen={(row) => goTo('records', { text: row.record })}
      onCopy={copyText}
      citation={(row) => (row.held === null ? '' : `${row.held.file}:${row.held.line}`)}
      empty={<EmptyState icon={Scale} title={t('compare.noneOnly')} />}
    />
  );
}
