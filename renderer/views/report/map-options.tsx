import { type MapSection, mapHighlights, mostTitleWords, wordCount } from '../../../shared/model/report';
import { mapLevels } from '../../../shared/model/vocabulary';
import { useMap } from '../../state/map-store';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { TextField } from '../../widgets/text-field';
import { NameField } from './name-field';

interface MapOptionsProps {
  readonly section: MapSection;
  readonly change: (section: MapSection) => void;
}

/** The finding that the map shows, and which part of the picture shows it. */
export function MapOptions({ section, change }: MapOptionsProps) {
  const words = wordCount(section.title);
  const isPart = section.only !== undefined || section.collapsed.length > 0;
  const takeMap = () => {
    const { level, groupBy, collapsed, only } = useMap.getState();
    const { only: _, ...rest } = section;
    change({
      ...rest,
      level,
      groupBy,
      collapsed: [...collapsed],
      ...(only === null ? {} : { only: [...only] }),
    });
  };
  const showAll = () => {
    const { only: _, ...rest } = section;
    change({ ...rest, collapsed: [] });
  };
  return (
    <>
      <TextField
        label={t('report.mapTitle')}
        isWide
        value={section.title}
        onChange={(title) => change({ ...section, title: title.slice(0, 500) })}
      />
      <p className={words > mostTitleWords ? 'report__hint report__hint--wrong' : 'report__hint'}>
        {t('report.words', { words, most: mostTitleWords })}
      </p>
      <Choice
        label={t('map.level')}
        isWide
        value={section.level}
        options={mapLevels.map((value) => ({ value, title: t(`map.level.${value}`) }))}
        onChange={(level) => {
          // Ids of one level mean nothing at another.
          const { only: _, ...rest } = section;
          change({ ...rest, level, collapsed: [] });
        }}
      />
      <Choice
        label={t('map.groupBy')}
        isWide
        value={section.groupBy}
        options={(['organisation', 'site', 'none'] as const).map((value) => ({
          value,
          title: t(`map.groupBy.${value}`),
        }))}
        onChange={(groupBy) => change({ ...section, groupBy, collapsed: [] })}
      />
      <Choice
        label={t('report.highlight')}
        isWide
        value={section.highlight}
        options={mapHighlights.map((value) => ({ value, title: t(`report.highlight.${value}`) }))}
        onChange={(highlight) => change({ ...section, highlight })}
      />
      {section.highlight === 'impact' && (
        <NameField
          label={t('report.fails')}
          value={section.name ?? ''}
          onChange={(name) => change({ ...section, name })}
        />
      )}
      <p className="report__hint">
        {isPart
          ? t('report.isPart', { count: section.only?.length ?? 0, collapsed: section.collapsed.length })
          : t('report.isWhole')}
      </p>
      <div className="report__buttons">
        <Button onClick={takeMap}>{t('report.takeMap')}</Button>
        {isPart && <Button onClick={showAll}>{t('report.showAll')}</Button>}
      </div>
    </>
  );
}
