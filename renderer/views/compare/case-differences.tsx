import { FolderOpen, GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Difference } from '../../../shared/contract/analysis-methods';
import { JobState } from '../../analysis/job-state';
import { bridge } from '../../api';
import { useLineCitations } from '../../evidence/use-line-citations';
import { copyText } from '../../state/clipboard';
import { showEvidence } from '../../state/evidence-store';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { Tag, type Tone } from '../../widgets/tag';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';

interface CaseDifferencesProps {
  /** Path of the other case; empty until one is chosen; null compares what is live with what is planned. */
  readonly other: string | null;
  readonly onChoose?: (path: string) => void;
}

type Listed = Difference & { readonly index: number };

const tones: Readonly<Record<Difference['change'], Tone>> = {
  added: 'good',
  removed: 'bad',
  changed: 'warn',
};
const evidenceOf = (row: Difference) => [...row.evidenceBefore, ...row.evidenceAfter];

const columns: readonly Column<Listed>[] = [
  {
    id: 'change',
    title: t('compare.change'),
    width: 120,
    value: (row) => t(`compare.${row.change}`),
    render: (row) => <Tag tone={tones[row.change]}>{t(`compare.${row.change}`)}</Tag>,
  },
  { id: 'kind', title: t('impact.kind'), width: 110, value: (row) => t(`compare.kind.${row.kind}`) },
  { id: 'name', title: t('map.name'), width: 260, grows: true, value: (row) => row.name },
  { id: 'field', title: t('compare.field'), width: 170, value: (row) => row.field },
  { id: 'before', title: t('compare.before'), width: 200, grows: true, value: (row) => row.before },
  { id: 'after', title: t('compare.after'), width: 200, grows: true, value: (row) => row.after },
];

/** What was added, removed and changed, each with the lines on both sides. */
export function CaseDifferences({ other, onChoose }: CaseDifferencesProps) {
  const [turn, setTurn] = useState(0);
  const args = other === null ? {} : { other };
  const computed = useComputed('compare.cases', other === '' ? null : args, t('compare.job'), turn);
  const toCitations = useLineCitations();
  const rows = useMemo<readonly Listed[]>(
    () => (computed.value?.differences ?? []).map((difference, index) => ({ ...difference, index })),
    [computed.value],
  );
  const choose = async () => {
    const paths = await bridge.chooseToOpen({
      title: t('compare.choose'),
      filters: [{ name: t('start.caseFiles'), extensions: ['whereabouts'] }],
    });
    const path = paths?.[0];
    if (path !== undefined) onChoose?.(path);
  };
  const chooser = onChoose !== undefined && (
    <Button icon={FolderOpen} onClick={() => void choose()}>
      {t('compare.choose')}
    </Button>
  );

  if (other === '') {
    return (
      <EmptyState icon={GitCompareArrows} title={t('compare.noOther')} actions={chooser}>
        {t('compare.noOtherText')}
      </EmptyState>
    );
  }
  if (computed.value === null) {
    return (
      <JobState
        title={t('compare.job')}
        jobId={computed.jobId}
        failure={computed.failure}
        onRetry={() => setTurn(turn + 1)}
      />
    );
  }
  return (
    <>
      <p className="compare__sides">
        {t('compare.sides', { before: computed.value.before, after: computed.value.after })}
      </p>
      <VirtualTable
        label={t('compare.differences')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.index}
        onOpen={(row) => {
          if (evidenceOf(row).length > 0) showEvidence(row.name, toCitations(evidenceOf(row)));
        }}
        onCopy={copyText}
        citation={(row) =>
          evidenceOf(row)
            .map(({ file, line }) => `${file}:${line}`)
            .join(', ')
        }
        actions={chooser}
        empty={
          <EmptyState icon={GitCompareArrows} title={t('compare.same')}>
            {other === null ? t('compare.noPlan') : t('compare.sameText')}
          </EmptyState>
        }
      />
    </>
  );
}
