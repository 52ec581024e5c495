import { Search } from 'lucide-react';
import type { MapAnswer } from '../../../shared/contract/map-methods';
import type { EdgeStyle, Scene } from '../../../shared/diagram/scene';
import { isFiltering } from '../../state/map-filter';
import { clearEmphasis, setFilter, useMap } from '../../state/map-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { TextField } from '../../widgets/text-field';
import type { CanvasEmphasis } from './canvas/emphasis-context';
import { EdgeSample } from './edge-sample';

interface FilterBarProps {
  readonly map: MapAnswer;
  readonly scene: Scene;
  readonly emphasis: CanvasEmphasis;
}

const styles: readonly EdgeStyle[] = [
  'observed',
  'silent',
  'undeclared',
  'unlogged',
  'derived',
  'planned',
  'retired',
];

/** Looks for things on the map. It dims first; hiding is one more step, and what is hidden is counted. */
export function FilterBar({ map, scene, emphasis }: FilterBarProps) {
  const { filter, isFilterOpen, reach, path, marked, only } = useMap();
  const present = styles.filter((style) =>
    [...scene.edges, ...scene.leftOut].some((edge) => edge.style === style),
  );
  const isActive =
    scene.mode === 'failure' ||
    isFiltering(filter) ||
    reach !== null ||
    path !== null ||
    marked !== null ||
    only !== null;
  if (!isFilterOpen && !isActive) return null;
  const toggle = (style: EdgeStyle, isShown: boolean) =>
    setFilter({
      without: isShown ? filter.without.filter((other) => other !== style) : [...filter.without, style],
    });

  return (
    <section className="filter-bar" aria-label={t('map.filter')}>
      {isFilterOpen && (
        <>
          <div className="filter-bar__text">
            <TextField
              label={t('map.filterText')}
              isLabelShown={false}
              placeholder={t('map.filterText')}
              icon={Search}
              type="search"
              value={filter.text}
              onChange={(text) => setFilter({ text })}
            />
          </div>
          <Check isChecked={filter.isOwnerGap} onChange={(isOwnerGap) => setFilter({ isOwnerGap })}>
            {t('map.ownerGaps')}
          </Check>
          <Check isChecked={filter.isFlagged} onChange={(isFlagged) => setFilter({ isFlagged })}>
            {t('map.flagged')}
          </Check>
          <fieldset className="filter-bar__styles">
            <legend className="visually-hidden">{t('map.styles')}</legend>
            {present.map((style) => (
              <Check
                key={style}
                isChecked={!filter.without.includes(style)}
                onChange={(shown) => toggle(style, shown)}
              >
                <span className="filter-bar__style">
                  <EdgeSample line={{ style }} />
                  {t(`map.style.${style}`)}
                </span>
              </Check>
            ))}
          </fieldset>
        </>
      )}
      {marked !== null && scene.mode !== 'failure' && <p className="filter-bar__marked">{marked.title}</p>}
      {isActive && <FilterState map={map} scene={scene} emphasis={emphasis} />}
    </section>
  );
}

function FilterState({ map, scene, emphasis }: FilterBarProps) {
  const only = useMap((state) => state.only);
  const hidden =
    only === null
      ? 0
      : map.graph.nodes.length - only.filter((id) => map.graph.nodes.some((node) => node.id === id)).length;
  const dimmed = emphasis.dimmedBoxes.size;
  const dimmedEdges = emphasis.dimmedEdges.size;
  const hide = () => {
    const folded = new Set(scene.groups.filter((group) => group.isCollapsed).map((group) => group.id));
    const kept = map.graph.nodes.filter((node) => {
      const box = node.group !== null && folded.has(node.group) ? node.group : node.id;
      return (only === null || only.includes(node.id)) && !emphasis.dimmedBoxes.has(box);
    });
    useMap.setState({ only: kept.map((node) => node.id), reach: null, path: null });
  };
  return (
    <div className="filter-bar__state">
      <p role="status">
        {[
          dimmed + dimmedEdges > 0 ? t('map.dimmed', { boxes: dimmed, edges: dimmedEdges }) : '',
          hidden > 0 ? t('map.hidden', { count: hidden }) : '',
        ]
          .filter(Boolean)
          .join(' · ') || t('map.allMatch')}
      </p>
      {dimmed > 0 && dimmed < scene.cards.length + scene.groups.length && (
        <Button variant="quiet" onClick={hide}>
          {t('map.hideDimmed')}
        </Button>
      )}
      <Button variant="quiet" onClick={clearEmphasis}>
        {t('map.showAll')}
      </Button>
    </div>
  );
}
