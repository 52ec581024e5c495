import { ChevronsDownUp, ChevronsUpDown, Filter, History, Plus, Share, Shuffle, Table2 } from 'lucide-react';
import type { AskedMode } from '../../../shared/contract/map-methods';
import { levelsWithModes } from '../../../shared/diagram/map-mode';
import type { LineageGroup } from '../../../shared/model/lineage-graph';
import { type MapLevel, mapGroupings, mapLevels } from '../../../shared/model/vocabulary';
import { openAdd, openEdits } from '../../state/editing-store';
import { openExport } from '../../state/export-request-store';
import { isFiltering } from '../../state/map-filter';
import { setCollapsed, showLevel, showMode, useMap } from '../../state/map-store';
import { t } from '../../strings/text';
import { Button, IconButton } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { Segments } from '../../widgets/segments';
import { SavedViews } from './saved-views/saved-views';
import { relayoutMap } from './use-map-commands';

/** Levels on which it matters how systems are grouped. */
const grouped: readonly MapLevel[] = ['system'];

export function MapToolbar({ groups }: { readonly groups: readonly LineageGroup[] }) {
  const { level, groupBy, collapsed, shows, filter, isFilterOpen, mode } = useMap();
  return (
    <header className="view__header">
      <h1 className="visually-hidden">{t('nav.map')}</h1>
      <Segments
        label={t('map.level')}
        value={level}
        options={mapLevels.map((value) => ({ value, title: t(`map.level.${value}`) }))}
        onChange={(chosen) => showLevel(chosen, groupBy)}
      />
      {grouped.includes(level) && (
        <Choice
          label={t('map.groupBy')}
          isLabelShown={false}
          value={groupBy}
          options={mapGroupings.map((value) => ({ value, title: t(`map.groupBy.${value}`) }))}
          onChange={(chosen) => showLevel(level, chosen)}
        />
      )}
      {levelsWithModes.includes(level) && <ModeChoice mode={mode} />}
      {groups.length > 1 && (
        <div className="map-folding">
          <IconButton
            icon={ChevronsDownUp}
            label={t('map.collapseAll')}
            disabled={collapsed.length >= groups.length}
            onClick={() => setCollapsed(groups.map((group) => group.id))}
          />
          <IconButton
            icon={ChevronsUpDown}
            label={t('map.expandAll')}
            disabled={collapsed.length === 0}
            onClick={() => setCollapsed([])}
          />
        </div>
      )}
      <div className="view__tools">
        <Button
          icon={Filter}
          title={t('map.filter')}
          aria-pressed={isFilterOpen || isFiltering(filter)}
          aria-expanded={isFilterOpen}
          onClick={() => useMap.setState({ isFilterOpen: !isFilterOpen })}
        >
          <span className="map-word">{t('map.filter')}</span>
        </Button>
        <Button
          icon={Table2}
          title={t('map.asTables')}
          aria-pressed={shows === 'tables'}
          onClick={() => useMap.setState({ shows: shows === 'tables' ? 'picture' : 'tables' })}
        >
          <span className="map-word">{t('map.asTables')}</span>
        </Button>
        <SavedViews />
        <IconButton icon={Plus} label={t('add.title')} onClick={() => openAdd(null)} />
        <IconButton icon={History} label={t('edits.title')} onClick={openEdits} />
        <IconButton icon={Shuffle} label={t('map.relayout')} onClick={() => void relayoutMap(true)} />
        <Button icon={Share} onClick={() => openExport('map')}>
          {t('map.export')}
        </Button>
      </div>
    </header>
  );
}

/** What lines show; a failure is chosen where its consequences are listed, and left here. */
function ModeChoice({ mode }: { readonly mode: AskedMode | null }) {
  const modes =
    mode?.kind === 'failure' ? (['flows', 'losses', 'failure'] as const) : (['flows', 'losses'] as const);
  return (
    <Choice
      label={t('map.mode')}
      isLabelShown={false}
      value={mode?.kind ?? 'flows'}
      options={modes.map((value) => ({ value, title: t(`map.mode.${value}`) }))}
      onChange={(chosen) => {
        if (chosen !== 'failure') showMode(chosen === 'losses' ? { kind: 'losses' } : null);
      }}
    />
  );
}
