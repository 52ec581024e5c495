import { Radar } from 'lucide-react';
import { useMemo } from 'react';
import type { ImpactRank } from '../../../shared/contract/analysis-methods';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { EmptyState } from '../../widgets/empty-state';
import { FailureState } from '../../widgets/failure-state';
import { Tag } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

const keyOf = (row: ImpactRank) => `${row.kind} ${row.name}`;
const placesOf = (row: ImpactRank) => row.evidence.map(({ file, line }) => `${file}:${line}`).join(', ');

/** Where to begin when nobody has said what fails: what takes the most along, single points first. */
export function RankingTable({ onChoose }: { readonly onChoose: (name: string) => void }) {
  const ranking = useAnswer('impact.ranking', {});
  const toCitations = useLineCitations();
  const columns = useMemo<readonly Column<ImpactRank>[]>(
    () => [
      { id: 'name', title: t('map.name'), width: 160, value: (row) => row.name, isSticky: true },
      { id: 'kind', title: t('impact.kind'), width: 80, value: (row) => t(`impact.kind.${row.kind}`) },
      {
        id: 'single',
        title: t('impact.single'),
        width: 150,
        value: (row) => (row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.notRuledOut')),
        render: (row) => (
          <Tag tone={row.isSinglePointOfFailure ? 'bad' : 'quiet'} isBare>
            {row.isSinglePointOfFailure ? t('impact.isSingle') : t('impact.notRuledOut')}
          </Tag>
        ),
      },
      { id: 'stops', title: t('impact.stops'), width: 90, align: 'end', value: (row) => row.stops },
      { id: 'flows', title: t('impact.flows'), width: 90, align: 'end', value: (row) => row.flows },
      { id: 'supplies', title: t('impact.supplies'), width: 90, align: 'end', value: (row) => row.supplies },
      { id: 'because', title: t('impact.because'), width: 200, grows: true, value: (row) => row.because },
      {
        id: 'evidence',
        title: t('evidence.title'),
        width: 160,
        isHiddenAtFirst: true,
        value: placesOf,
        render: (row) => (
          <CitationLinks subject={row.name} citations={toCitations(row.evidence)} atMost={1} />
        ),
      },
    ],
    [toCitations],
  );
  if (ranking.failure !== null)
    return <FailureState title={t('impact.rankingFailed')} message={ranking.failure.message} />;
  if (ranking.value === null) return <div className="view" aria-busy="true" />;
  return (
    <>
      <section className="impact__summary" aria-label={t('impact.none')}>
        <h2 className="impact__sentence">{t('impact.none')}</h2>
        <p className="impact__note">{t('impact.noneText')}</p>
      </section>
      <VirtualTable
        label={t('impact.ranking')}
        rows={ranking.value}
        columns={columns}
        rowKey={keyOf}
        onOpen={(row) => onChoose(row.name)}
        onCopy={copyText}
        citation={placesOf}
        empty={<EmptyState icon={Radar} title={t('impact.nothingToFail')} />}
      />
    </>
  );
}
