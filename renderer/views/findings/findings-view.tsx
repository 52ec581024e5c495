import { Flag } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ListedFinding } from '../../../shared/contract/analysis-methods';
import { type Severity, severities } from '../../../shared/model/vocabulary';
import { JobState } from '../../analysis/job-state';
import { NeedsFiles } from '../../analysis/needs-files';
import { copyText } from '../../state/clipboard';
import { openExport } from '../../state/export-request-store';
import { useComputed } from '../../state/use-computed';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Check } from '../../widgets/check';
import { EmptyState } from '../../widgets/empty-state';
import { SplitPane } from '../../widgets/split-pane';
import { Tag, type Tone } from '../../widgets/tag';
import { TwoLines } from '../../widgets/two-lines';
import type { Column } from '../../widgets/virtual-table/table-rows';
import { VirtualTable } from '../../widgets/virtual-table/virtual-table';
import { FindingDetails } from './finding-details';
import './findings-view.css';

export const severityTones: Readonly<Record<Severity, Tone>> = {
  high: 'bad',
  medium: 'warn',
  low: 'accent',
  information: 'quiet',
};

const columns: readonly Column<ListedFinding>[] = [
  {
    id: 'severity',
    title: t('findings.severity'),
    width: 104,
    value: (finding) => severities.indexOf(finding.severity),
    said: (finding) => t(`severity.${finding.severity}`),
    render: (finding) => (
      <Tag tone={severityTones[finding.severity]}>{t(`severity.${finding.severity}`)}</Tag>
    ),
  },
  {
    id: 'title',
    title: t('findings.title'),
    width: 300,
    grows: true,
    value: (finding) => finding.title,
    said: ({ title, subject }) => `${title}: ${subject}`,
    text: ({ title, subject }) => (title.length > subject.length ? title : subject),
    render: ({ title, subject }) => <TwoLines first={title} second={subject} />,
  },
  {
    id: 'subject',
    title: t('findings.subject'),
    width: 180,
    isHiddenAtFirst: true,
    value: (finding) => finding.subject,
  },
  { id: 'code', title: t('findings.code'), width: 150, value: (finding) => finding.code },
  {
    id: 'accepted',
    title: t('findings.state'),
    width: 80,
    value: (finding) => (finding.accepted === null ? t('findings.open') : t('findings.accepted')),
  },
];

/** What the rules found, each with its evidence; accepted ones stay, with who accepted them and why. */
export default function FindingsView() {
  const [turn, setTurn] = useState(0);
  const computed = useComputed('findings.list', {}, t('findings.job'), turn);
  const [shown, setShown] = useState<ReadonlySet<Severity>>(new Set(severities));
  const [showsAccepted, setShowsAccepted] = useState(true);
  const [openId, setOpenId] = useState<string | null>(null);
  const all = computed.value ?? none;
  const rows = useMemo(
    () =>
      all.filter((finding) => shown.has(finding.severity) && (showsAccepted || finding.accepted === null)),
    [all, shown, showsAccepted],
  );
  const open = all.find((finding) => finding.id === openId) ?? null;
  const toggle = (severity: Severity, isShown: boolean) => {
    const after = new Set(shown);
    if (isShown) after.add(severity);
    else after.delete(severity);
    setShown(after);
  };

  return (
    <div className="view">
      <header className="view__header">
        <h1 className="view__title">{t('nav.findings')}</h1>
        <fieldset className="findings__severities">
          <legend className="visually-hidden">{t('findings.severity')}</legend>
          {severities.map((severity) => (
            <Check
              key={severity}
              isChecked={shown.has(severity)}
              onChange={(isShown) => toggle(severity, isShown)}
            >
              {t('findings.count', {
                severity: t(`severity.${severity}`),
                count: all.filter((finding) => finding.severity === severity).length,
              })}
            </Check>
          ))}
          <Check isChecked={showsAccepted} onChange={setShowsAccepted}>
            {t('findings.accepted')}
          </Check>
        </fieldset>
        <div className="view__tools">
          <Button onClick={() => openExport('findings')}>{t('case.export')}</Button>
        </div>
      </header>
      {computed.value === null ? (
        <JobState
          title={t('findings.job')}
          jobId={computed.jobId}
          failure={computed.failure}
          onRetry={() => setTurn(turn + 1)}
        />
      ) : (
        <SplitPane
          label={t('common.resizePanel')}
          direction="row"
          size={400}
          least={300}
          leastFirst={320}
          first={
            <VirtualTable
              label={t('nav.findings')}
              rows={rows}
              columns={columns}
              rowHeight={44}
              rowKey={(finding) => finding.id}
              openKey={openId}
              onOpen={(finding) => setOpenId(finding.id)}
              onCopy={copyText}
              citation={(finding) => finding.evidence.map(({ file, line }) => `${file}:${line}`).join(', ')}
              firstSort={{ column: 'severity', direction: 'ascending' }}
              empty={
                <NeedsFiles icon={Flag} needs="assertions">
                  <EmptyState icon={Flag} title={t('findings.none')}>
                    {t('findings.noneText')}
                  </EmptyState>
                </NeedsFiles>
              }
            />
          }
          second={open === null ? null : <FindingDetails finding={open} onClose={() => setOpenId(null)} />}
        />
      )}
    </div>
  );
}

const none: readonly ListedFinding[] = [];
