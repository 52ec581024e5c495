import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OwnerRow } from '../../../shared/contract/estate-methods';
import { responsibilityRoles } from '../../../shared/model/vocabulary';
import { NeedsFiles } from '../../analysis/needs-files';
import { shortCitation } from '../../evidence/citation-text';
import { copyText } from '../../state/clipboard';
import { useNavigation } from '../../state/navigation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { Segments } from '../../widgets/segments';
import { SplitPane } from '../../widgets/split-pane';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { ownerColumns } from './owner-columns';
import { OwnerDetails } from './owner-details';
import { hasGap, rolesInUse, rowKey, summaryOf } from './owner-rows';
import './owners-view.css';

/** Dataset × system × role: the state of each cell, who is named, and where. */
export default function OwnersView() {
  const answer = useAnswer('estate.owners', {});
  const focused = useNavigation((state) => state.focus?.text ?? '');
  const [shows, setShows] = useState<'all' | 'gaps'>('all');
  const [showsAllRoles, setShowsAllRoles] = useState(false);
  const [openKey, setOpenKey] = useState<string | null>(null);

  const rows = answer.value ?? noRows;
  const used = useMemo(() => rolesInUse(rows), [rows]);
  const columns = useMemo(
    () => ownerColumns(showsAllRoles ? responsibilityRoles : used),
    [showsAllRoles, used],
  );
  const shownRows = useMemo(() => (shows === 'gaps' ? rows.filter(hasGap) : rows), [rows, shows]);
  const open = rows.find((row) => rowKey(row) === openKey) ?? null;
  const hiddenRoles = responsibilityRoles.length - used.length;

  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.owners')}</h1>
        <p className="view__subtitle">{summaryOf(rows)}</p>
        <div className="view__tools">
          {hiddenRoles > 0 && (
            <Button
              variant="quiet"
              aria-pressed={showsAllRoles}
              onClick={() => setShowsAllRoles(!showsAllRoles)}
            >
              {t('owners.rolesHidden', { count: hiddenRoles })}
            </Button>
          )}
          <Segments
            label={t('owners.show')}
            value={shows}
            options={[
              { value: 'all', title: t('owners.all') },
              { value: 'gaps', title: t('owners.gaps') },
            ]}
            onChange={setShows}
          />
        </div>
      </header>
      {answer.failure !== null && (
        <FailureState title={t('owners.failed')} message={answer.failure.message} />
      )}
      <SplitPane
        label={t('common.resizePanel')}
        direction="row"
        size={380}
        least={280}
        leastFirst={320}
        first={
          <VirtualTable
            // Another set of roles is another table: its hidden columns start anew.
            key={`${showsAllRoles} ${used.length} ${focused}`}
            label={t('owners.matrix')}
            rows={shownRows}
            columns={columns}
            rowKey={rowKey}
            openKey={openKey}
            onOpen={(row) => setOpenKey(rowKey(row))}
            onCopy={copyText}
            citation={(row) => row.citations.map(shortCitation).join(', ')}
            firstFilter={focused}
            filterLabel={t('owners.filter')}
            empty={
              answer.isLoading ? null : (
                <NeedsFiles icon={Users} needs="assertions">
                  <EmptyState icon={Users} title={t('owners.none')}>
                    {t('owners.noneText')}
                  </EmptyState>
                </NeedsFiles>
              )
            }
          />
        }
        second={open === null ? null : <OwnerDetails row={open} onClose={() => setOpenKey(null)} />}
      />
    </div>
  );
}

const noRows: readonly OwnerRow[] = [];
