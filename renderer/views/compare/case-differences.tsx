import { FolderOpen, GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { JobState } from '../../analysis/job-state';
import { bridge } from '../../api';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { EmptyState } from '../../widgets/empty-state';
import { DifferencesTable } from './differences-table';

interface CaseDifferencesProps {
  /** Path of the other case; empty until one is chosen; null compares what is live with what is planned. */
  readonly other: string | null;
  readonly onChoose?: (path: string) => void;
}

/** This case against another one, or what is live against what is planned. */
export function CaseDifferences({ other, onChoose }: CaseDifferencesProps) {
  const [turn, setTurn] = useState(0);
  const args = other === null ? {} : { other };
  const computed = useComputed('compare.cases', other === '' ? null : args, t('compare.job'), turn);
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
    <DifferencesTable
      comparison={computed.value}
      isOtherCase={other !== null}
      sameText={other === null ? t('compare.noPlan') : t('compare.sameText')}
      actions={chooser}
    />
  );
}
