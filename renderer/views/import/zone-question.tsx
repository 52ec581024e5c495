import { Clock } from 'lucide-react';
import type { TablePreview } from '../../../shared/contract/import-methods';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Choice } from '../../widgets/choice';
import { withZone } from './edit-mapping';
import { type FileChoice, zoneOf } from './file-choice';
import { adjustMapping, setZoneForAll, useImport } from './import-store';
import { zoneOptions } from './zone-options';

interface ZoneQuestionProps {
  readonly choice: FileChoice;
  readonly table: TablePreview;
}

/** Local times without a zone are not guessed in silence: the person says which clock wrote them. */
export function ZoneQuestion({ choice, table }: ZoneQuestionProps) {
  const zone = zoneOf(choice);
  const others = useImport(
    (state) => state.choices.filter((other) => other.zone === 'assumed' && other !== choice).length,
  );
  return (
    <div className={choice.zone === 'assumed' ? 'zone-question zone-question--open' : 'zone-question'}>
      <Clock size={16} aria-hidden />
      <p className="zone-question__text">
        {table.timeFormat === null ? t('zone.ask') : t('zone.askFormat', { format: table.timeFormat })}
        {zone !== null && choice.zone === 'assumed' && ` ${t('zone.assumed', { zone })}`}
      </p>
      <Choice
        label={t('zone.label')}
        value={zone ?? ''}
        options={[...(zone === null ? [{ value: '', title: t('zone.choose') }] : []), ...zoneOptions()]}
        onChange={(chosen) => {
          if (chosen !== '')
            void adjustMapping(choice.preview.path, withZone(choice.mapping ?? table.mapping, chosen), {
              settles: 'zone',
            });
        }}
      />
      {zone !== null && choice.zone === 'assumed' && (
        <Button
          onClick={() =>
            void adjustMapping(choice.preview.path, withZone(choice.mapping ?? table.mapping, zone), {
              settles: 'zone',
            })
          }
        >
          {t('zone.confirm')}
        </Button>
      )}
      {zone !== null && others > 0 && (
        <Button onClick={() => void setZoneForAll(zone)}>{t('zone.forAll', { count: others })}</Button>
      )}
    </div>
  );
}
