import type { ReportSection } from '../../../shared/model/report';
import { useReconciled } from '../../state/reconciliation-store';
import { useAnswer } from '../../state/use-answer';
import { t } from '../../strings/text';
import { Choice } from '../../widgets/choice';

type LossesSection = Extract<ReportSection, { kind: 'losses' }>;

interface FlowOptionsProps {
  readonly section: LossesSection;
  readonly change: (section: LossesSection) => void;
}

/** Which flow's losses are told: flows that lose most come first. */
export function FlowOptions({ section, change }: FlowOptionsProps) {
  const isReady = useReconciled();
  const flows = useAnswer('reconcile.flows', isReady ? {} : null);
  const rows = [...(flows.value ?? [])].sort((a, b) => b.lost - a.lost || b.sent - a.sent);
  const options = rows.map(({ from, to, lost }) => ({
    value: `${from} > ${to}`,
    title: lost > 0 ? t('report.flowLost', { flow: `${from} > ${to}`, count: lost }) : `${from} > ${to}`,
  }));
  const known = options.some(({ value }) => value === section.flow)
    ? options
    : [{ value: section.flow, title: section.flow === '' ? t('report.noFlow') : section.flow }, ...options];
  return (
    <Choice
      label={t('report.flow')}
      isWide
      value={section.flow}
      options={known}
      onChange={(flow) => change({ ...section, flow })}
    />
  );
}
