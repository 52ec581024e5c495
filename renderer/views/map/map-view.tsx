import { FilePlus2, Map as MapIcon } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { moveCards } from '../../../shared/diagram/move-cards';
import { chooseFilesToImport } from '../../state/import-request-store';
import { askedScene, pictureKey, useMap } from '../../state/map-store';
import { useBackgroundReconciliation } from '../../state/reconciliation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { ProgressBar } from '../../widgets/progress-bar';
import { SplitPane } from '../../widgets/split-pane';
import { MapCanvas } from './canvas/map-canvas';
import { DetailsPanel } from './details-panel';
import { FilterBar } from './filter-bar';
import { LegendStrip } from './legend-strip';
import { MapTables } from './map-tables';
import { MapToolbar } from './map-toolbar';
import { indexScene } from './scene-boxes';
import { useEmphasis } from './use-emphasis';
import { useFirstFolding } from './use-first-folding';
import { useMapCommands } from './use-map-commands';
import { useMapFocus } from './use-map-focus';
import { useMarkedFirst } from './use-marked-first';
import './map-view.css';

/** Which system holds what, who owns it, and where records flow: the scene, to be walked and asked. */
export default function MapView() {
  const state = useMap();
  const { level, groupBy, grownFrom, moves, shows, selected, opening } = state;
  const isSettled = useFirstFolding();
  const answer = useAnswer('map.scene', isSettled ? askedScene(state) : null);
  // While another picture is on its way, the one before is not shown in its place: its sight would be kept.
  const picture = pictureKey({ level, groupBy, grownFrom });
  const shown = useRef(picture);
  if (!answer.isLoading && answer.value !== null) shown.current = picture;
  const map = shown.current === picture ? answer.value : null;
  const scene = useMemo(() => {
    if (map === null) return null;
    return moves.size === 0 ? map.scene : moveCards(map.scene, moves);
  }, [map, moves]);
  const index = useMemo(() => (scene === null ? null : indexScene(scene)), [scene]);
  const emphasis = useEmphasis(map, scene, index);
  useMapFocus(map, index);
  useMarkedFirst(map);
  useMapCommands();
  useBackgroundReconciliation();

  return (
    <div className="view">
      <MapToolbar groups={map?.graph.groups ?? []} />
      {map !== null && scene !== null && <FilterBar map={map} scene={scene} emphasis={emphasis} />}
      {answer.failure !== null && <FailureState title={t('map.failed')} message={answer.failure.message} />}
      {answer.isLoading && <MapBusy isFirst={map === null} />}
      {map?.note != null && <p className="map-note">{map.note}</p>}
      {scene !== null && index !== null && map !== null && (
        <SplitPane
          label={t('common.resizePanel')}
          direction="row"
          size={372}
          least={280}
          leastFirst={320}
          first={
            scene.cards.length + scene.groups.length === 0 ? (
              <EmptyState
                icon={MapIcon}
                title={t(`map.none.${level}`)}
                actions={
                  <Button icon={FilePlus2} onClick={() => void chooseFilesToImport(false)}>
                    {t('sources.addFiles')}
                  </Button>
                }
              >
                {t(`map.noneText.${level}`)}
              </EmptyState>
            ) : shows === 'tables' ? (
              <MapTables map={map} />
            ) : (
              <div className="map-picture">
                {scene.mode !== undefined && <h2 className="map-headline">{scene.title}</h2>}
                <MapCanvas
                  key={`${picture} ${opening}`}
                  graph={map.graph}
                  scene={scene}
                  index={index}
                  emphasis={emphasis}
                />
                <LegendStrip scene={scene} />
              </div>
            )
          }
          second={selected === null ? null : <DetailsPanel index={index} selected={selected} />}
        />
      )}
    </div>
  );
}

/** Says that a layout is under way, only once one would wonder. */
function MapBusy({ isFirst }: { readonly isFirst: boolean }) {
  return (
    <div className={isFirst ? 'map-busy map-busy--first' : 'map-busy'} role="status">
      <p>{t('map.drawing')}</p>
      <ProgressBar label={t('map.drawing')} fraction={null} />
    </div>
  );
}
