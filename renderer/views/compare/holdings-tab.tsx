import { Scale } from 'lucide-react';
import { useState } from 'react';
import { JobState } from '../../analysis/job-state';
import { useAnswer } from '../../state/use-answer';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Choice } from '../../widgets/choice';
import { EmptyState } from '../../widgets/empty-state';
import { HoldingsResult } from './holdings-result';

/** Records listed by name on each side; the counts are of all. */
const listedAtMost = 50_000;

/** The check after a migration: which records both systems hold, which only one, and what changed on the way. */
export function HoldingsTab() {
  const systems = useAnswer('estate.systems', {});
  const [a, setA] = useState('');
  const [b, setB] = useState('');
  const [dataset, setDataset] = useState('');
  const [turn, setTurn] = useState(0);
  const names = (systems.value ?? []).map((system) => system.name).sort((x, y) => x.localeCompare(y));
  const options = (chosen: string) => [
    ...(chosen === '' ? [{ value: '', title: t('mapping.chooseKind') }] : []),
    ...names.map((value) => ({ value, title: value })),
  ];
  const datasets = [
    ...new Set(
      (systems.value ?? []).flatMap(({ name, datasets: held }) => ([a, b].includes(name) ? held : [])),
    ),
  ].sort((x, y) => x.localeCompare(y));
  const isChosen = a !== '' && b !== '' && a !== b;
  const title = t('compare.holdingsJob', { a, b });
  const computed = useComputed(
    'records.holdings',
    isChosen ? { a, b, ...(dataset === '' ? {} : { dataset }), why: true, limit: listedAtMost } : null,
    title,
    turn,
  );
  return (
    <>
      <div className="compare__choice">
        <Choice label={t('compare.from')} value={a} options={options(a)} onChange={setA} />
        <Choice label={t('compare.to')} value={b} options={options(b)} onChange={setB} />
        {isChosen && datasets.length > 0 && (
          <Choice
            label={t('compare.dataset')}
            value={dataset}
            options={[
              { value: '', title: t('compare.everyDataset') },
              ...datasets.map((value) => ({ value, title: value })),
            ]}
            onChange={setDataset}
          />
        )}
      </div>
      {!isChosen ? (
        <EmptyState icon={Scale} title={t('compare.whichSystems')}>
          {t('compare.whichSystemsText')}
        </EmptyState>
      ) : computed.value === null ? (
        <JobState
          title={title}
          jobId={computed.jobId}
          failure={computed.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : (
        <HoldingsResult key={`${a} ${b} ${dataset}`} holdings={computed.value} />
      )}
    </>
  );
}
